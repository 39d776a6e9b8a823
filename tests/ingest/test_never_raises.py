"""Whatever bytes come in: documents or rejects go out, never an exception, and no document is empty."""

import gzip
import io
import json
import sys
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import selon
from selon.model.document import Document

LEADS = [
    b"", b"{", b"[", b'{"text": "', b"<html>", b"<?xml?><rss>", b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ\x00", b"BZh9",
    b"\x28\xb5\x2f\xfd", b"WARC/1.0\r\n", b"id,text\n", b"\xff\xfe", b"\xef\xbb\xbf", "é".encode(), b"text;body\n\"",
]  # fmt: skip
PLAIN = {"text": "Le ministre a reçu l'ambassadeur de France à Bamako."}


def _read(data: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Document | selon.Reject]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return list(selon.read_inputs(["-"], selon.Defaults("fr")))


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lead=st.sampled_from(LEADS), rest=st.one_of(st.binary(max_size=200), st.text(max_size=80).map(str.encode)))
def test_any_bytes(lead: bytes, rest: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    for result in _read(lead + rest, monkeypatch):
        assert isinstance(result, selon.Reject) or result.text.strip()


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    fields=st.dictionaries(
        st.sampled_from(["text", "body", "title", "date", "published_at", "lang", "id", "url", "source", "document"]),
        json_values,
    )
)
def test_any_json_object(fields: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    results = _read(json.dumps(fields).encode(), monkeypatch)
    assert len(results) == 1


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(cut=st.floats(0, 1), noise=st.binary(min_size=1, max_size=4))
def test_damaged_archives(cut: float, noise: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", json.dumps(PLAIN))
        archive.writestr("b.gz", gzip.compress(json.dumps(PLAIN).encode()))
    data = bytearray(packed.getvalue())
    place = int(cut * (len(data) - len(noise)))
    data[place : place + len(noise)] = noise
    for result in _read(bytes(data), monkeypatch):
        assert isinstance(result, Document | selon.Reject)
