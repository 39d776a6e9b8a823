"""Bytes → text: UTF-8 (or UTF-16 with a mark), else the Western encoding of older French files, else refused."""

from selon.errors import InputError, Reason

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}
# The share of control bytes above which a file is no text; texts have none, images and programs over 5 %.
_BINARY_SHARE = 0.01


def decode(data: bytes, name: str) -> str:
    """The text of `data`, with line ends as \\n. Empty, binary and damaged data are InputErrors.

    >>> decode("à Dakar".encode("cp1252"), "x.txt")
    'à Dakar'
    """
    if not data.strip():
        raise InputError(name, Reason.EMPTY, "is empty.", "Give a file with text in it.")
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None and _is_binary(data):
        raise InputError(name, Reason.BINARY, "is not text but binary data.", "Convert it to text or HTML first.")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as fault:
        text = western(data, name, fault)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    return b"\x00" in head or sum(byte in _CONTROL for byte in head) > len(head) * _BINARY_SHARE


def western(data: bytes, name: str, fault: UnicodeDecodeError) -> str:
    """Data that is no UTF-8 as Windows-1252 or Latin-1; where it is UTF-8 that was damaged, an InputError."""
    place = f"byte 0x{data[fault.start]:02X} at offset {fault.start}"
    if any(ord(character) > 127 for character in data.decode("utf-8", errors="ignore")):
        raise InputError(
            name,
            Reason.ENCODING,
            f"is damaged UTF-8: {place}.",
            "Get the file again, or repair it with iconv -c.",
        ) from fault
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
