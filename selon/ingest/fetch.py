"""Fetching over HTTP with limits: http and https only, few redirects, no private addresses, size and time.

A private address (this machine, the house's network) is refused unless SELON_ALLOW_PRIVATE=1 is set: an address in a
feed must not make selon ask the neighbours.
"""

import ipaddress
import os
import socket
import threading
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from selon.errors import InputError, Reason
from selon.ingest.defaults import MAX_BYTES
from selon.version import __version__

AGENT = f"selon/{__version__} (reads news into attributed events)"
_SECONDS = 20
_TOTAL_SECONDS = 120
_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `data` is None where nothing has changed since `etag` and `modified`."""

    url: str
    data: bytes | None
    etag: str | None
    modified: str | None


def fetch(url: str, *, etag: str | None = None, modified: str | None = None, limit: int = MAX_BYTES) -> Fetched:
    """What stands at an address; anything that keeps it from being read is an InputError.

    It is fetched in a thread of its own, so that a server which sends a letter a minute is left alone when the time
    is over: no limit of a socket sees that.
    """
    found: list[Fetched | Exception] = []

    def work() -> None:
        try:
            found.append(_fetch(url, etag, modified, limit))
        except Exception as fault:
            found.append(fault)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(_TOTAL_SECONDS)
    if not found:
        raise InputError(shown(url), Reason.NETWORK, "sends too slowly.", "Try again later.")
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]


def _fetch(url: str, etag: str | None, modified: str | None, limit: int) -> Fetched:
    import requests

    headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    where = url
    try:
        for _ in range(_REDIRECTS + 1):
            _check(where, url)
            answer = requests.get(where, timeout=_SECONDS, headers=headers, stream=True, allow_redirects=False)
            if answer.status_code not in _MOVED:
                break
            answer.close()
            where = urljoin(where, answer.headers.get("location", ""))
        else:
            raise InputError(shown(url), Reason.NETWORK, "redirects too often.", "Check the address.")
        with answer:
            return _answer(url, where, answer, limit)
    except (requests.RequestException, OSError, ValueError) as fault:
        why = type(fault).__name__
        raise InputError(
            shown(url), Reason.NETWORK, f"cannot be fetched: {why}.", "Check the address and the network."
        ) from fault


def _answer(url: str, where: str, answer: "requests.Response", limit: int) -> Fetched:  # type: ignore[name-defined]  # noqa: F821
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    if answer.status_code == 304:
        return Fetched(where, None, etag, modified)
    if answer.status_code != 200:
        problem = f"cannot be fetched: the server answers {answer.status_code} {answer.reason or ''}".rstrip() + "."
        raise InputError(shown(url), Reason.NETWORK, problem, "Check the address.")
    parts, size = [], 0
    for part in answer.iter_content(1 << 16):
        parts.append(part)
        size += len(part)
        if size > limit:
            problem = f"has more than {limit // 1_000_000} MB."
            raise InputError(shown(url), Reason.TOO_LARGE, problem, "Fetch it by other means.")
    return Fetched(where, b"".join(parts), etag, modified)


def _check(where: str, url: str) -> None:
    """Refuses what is not http(s), and addresses that are not public."""
    parts = urlsplit(where)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(
            shown(url), Reason.NETWORK, "is not an address of the web.", "Give one with http:// or https://."
        )
    if os.environ.get("SELON_ALLOW_PRIVATE") == "1":
        return
    for *_, address in socket.getaddrinfo(parts.hostname, parts.port or 443, proto=socket.IPPROTO_TCP):
        found = ipaddress.ip_address(str(address[0]).partition("%")[0])
        if not found.is_global or found.is_multicast or found.is_reserved:
            problem = "leads to a private address, which is not asked."
            raise InputError(shown(url), Reason.NETWORK, problem, "Set SELON_ALLOW_PRIVATE=1 if you mean it.")


def shown(url: str) -> str:
    """The address without user and password, fit for a message."""
    parts = urlsplit(url)
    if "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
