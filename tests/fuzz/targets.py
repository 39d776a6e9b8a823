"""What is fuzzed: every door for foreign bytes. A target takes bytes and breaks when a promise is broken.

The promise of each: an answer or one of selon's own errors, nothing else; offsets stay true. `SEEDS` are inputs to
begin with. The suite runs every target on its seeds and on some damage to them (test_targets.py); `make fuzz` runs
them for long, guided by coverage.
"""

import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from selon.errors import InputError, LexiconError

FRENCH = "Le ministre a dit : « La paix, c’est l’affaire de tous. » M. Diop l’a redit à Dakar, le 3 mai 2021 (AFP)."
ENGLISH = (
    'PARIS, May 3 (Reuters) - The minister said: "Peace is everyone\'s business." Mr. Diop left the U.S. on Monday.'
)
PAGE = (
    "<!DOCTYPE html><html><head><meta property='article:published_time' content='2021-05-03T10:00:00+02:00'>"
    '<script type="application/ld+json">{"headline":"T","datePublished":"2021-05-03","publisher":{"name":"A"}}</script>'
    f"</head><body><article><h1>T</h1><p>{FRENCH}</p><p>{FRENCH} {FRENCH}</p></article></body></html>"
)
ITEM = f"<item><guid>1</guid><link>http://a/1</link><title>T</title><description>&lt;p&gt;{FRENCH}&lt;/p&gt;</description></item>"
FEED = f"<?xml version='1.0'?><rss version='2.0'><channel><title>A</title>{ITEM}</channel></rss>"
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr'><title>A</title><entry><id>1</id><title>T</title>"
    f"<updated>2021-05-03T00:00:00Z</updated><content type='html'>{FRENCH}</content></entry></feed>"
)
ENTRY = (
    "- id: affirm\n  lemmas: [affirmer, faire savoir]\n  takes: [clause]\n  stance: claim\n  from: us\n"
    "  examples: ['Il <cue>affirme</cue> que oui.']\n  counterexamples: ['Elle.']\n"
)
GOLD = {
    "id": "1", "lang": "fr", "text": FRENCH, "published_at": "2021-05-03",
    "events": [{"type": "CONSULT", "trigger": "a dit", "actors": [{"text": "Le ministre", "country": "SEN", "sectors": ["GOV"]}],
                "attribution": [{"source": "M. Diop", "text": "M. Diop", "form": "indirect"}],
                "time": {"text": "le 3 mai 2021", "value": "2021-05-03"}, "place": {"text": "Dakar", "country": "SEN"},
                "quantities": [{"what": "killed", "low": 1}]}],
    "quotes": [{"kind": "direct", "first_words": "La paix", "last_words": "de tous"}],
    "gaps": [{"missing": ["place"], "text": "x"}],
}  # fmt: skip
MARKED = '- id: one\n  text: "Le ministre <event type=CONSULT actor=FRA+IGO>a rencontré</event> le roi."\n'


def text(data: bytes) -> None:
    """Decoding, the checks of a document, its paragraphs, sentences, quotations, and the form that the models read."""
    from selon.ingest.decode import decode
    from selon.ingest.defaults import Defaults
    from selon.ingest.document import make_document
    from selon.parse.normalise import normalise
    from selon.parse.quotes import find_quotations
    from selon.parse.sentences import dateline_end, paragraphs, sentence_starts

    try:
        document = make_document(decode(data, "x"), "x", {}, Defaults("fr" if data[-1:] < b"m" else "en"))
    except InputError:
        return
    whole = document.text
    for span in paragraphs(whole):
        part = span.cut(whole)
        assert part == part.strip() and part
        assert len(normalise(part)) == len(part)
        starts = list(sentence_starts(part, document.lang))
        assert starts == sorted(set(starts)) and all(0 <= start < len(part) for start in starts)
        assert 0 <= dateline_end(part) <= len(part)
    for quotation in find_quotations(whole):
        assert 0 <= quotation.span.start <= quotation.content.start <= quotation.content.end <= quotation.span.end
        assert quotation.span.end <= len(whole)


def html(data: bytes) -> None:
    """A page."""
    from selon.ingest.html import article_of_page

    _articles([article_of_page(data.decode("utf-8", "replace"), "x")])


def feed(data: bytes) -> None:
    """RSS and Atom."""
    from selon.ingest.feed import articles_of_feed

    _articles(articles_of_feed(data.decode("utf-8", "replace"), "x"))


def warc(data: bytes) -> None:
    """Web archives, also gzipped."""
    from selon.ingest.archive import articles_of_archive

    _articles(articles_of_archive(io.BytesIO(data), "x"))


def tables(data: bytes) -> None:
    """JSON, JSON Lines and CSV, read whole and read as a stream: both see the same number of articles."""
    from selon.ingest.formats import articles
    from selon.ingest.stream import streamed
    from selon.ingest.unpack import Source

    _articles(articles(data.decode("utf-8", "replace"), "x"))
    _articles(streamed(Source("x", data, lambda: io.BytesIO(data))) or ())


def packed(data: bytes) -> None:
    """Compressed files and archives in archives."""
    from selon.ingest.unpack import unpacked

    for part in unpacked("x", data):
        assert isinstance(part, InputError) or isinstance(part[1], bytes)


def lexicon(data: bytes) -> None:
    """Lexicon files: entries or a LexiconError with file and line."""
    from selon.extract.attribution.words import ReportingVerbs
    from selon.lexicon.entries import Organisation, Seat
    from selon.lexicon.load import load_csv, load_yaml
    from selon.lexicon.tables import load_table

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yml"
        path.write_bytes(data)
        for read in (
            lambda: load_yaml(path, ReportingVerbs),
            lambda: load_csv(path, Organisation),
            lambda: load_table(path, Seat),
        ):
            try:
                read()
            except LexiconError as fault:
                assert fault.faults and all(isinstance(each, str) for each in fault.faults)


def gold(data: bytes) -> None:
    """Gold files of each kind: documents or an InputError."""
    from selon.evaluate.goldfile import read_gold

    with tempfile.TemporaryDirectory() as folder:
        for name in ("x.jsonl", "x.json", "x.yml"):
            path = Path(folder) / name
            path.write_bytes(data)
            try:
                assert read_gold(path)
            except InputError as fault:
                assert str(path) in str(fault)


def _articles(found: Iterable[object]) -> None:
    from selon.ingest.defaults import Defaults
    from selon.ingest.document import make_document

    for each in found:
        if isinstance(each, InputError):
            continue
        assert isinstance(each, tuple)
        name, body, known = each
        try:
            document = make_document(body, name, known, Defaults("fr"))
        except InputError:
            continue
        assert document.text.strip()


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", FRENCH)
        archive.writestr("b.gz", gzip.compress(ENGLISH.encode()))
    return stream.getvalue()


def _warc() -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/1\r\nContent-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def _lines(*values: object) -> bytes:
    return "\n".join(json.dumps(value, ensure_ascii=False) for value in values).encode()


_ARTICLE = {"id": "1", "text": FRENCH, "date": "2021-05-03", "publisher": "A", "lang": "fr"}
TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (text, html, feed, warc, tables, packed, lexicon, gold)
}
SEEDS: dict[str, list[bytes]] = {
    "text": [FRENCH.encode(), ENGLISH.encode(), FRENCH.encode("cp1252"), ENGLISH.encode("utf-16"), f"{FRENCH}\n\n« {FRENCH}\n« {ENGLISH} »".encode()],
    "html": [PAGE.encode()],
    "feed": [FEED.encode(), ATOM.encode()],
    "warc": [_warc(), gzip.compress(_warc())],
    "tables": [_lines(_ARTICLE, {**_ARTICLE, "id": 2}), json.dumps([_ARTICLE]).encode(), f'id;text;date\n1;"{FRENCH}";2021-05-03\n'.encode(), b"id,body\n1,a b c d"],
    "packed": [_zip(), gzip.compress(FRENCH.encode())],
    "lexicon": [ENTRY.encode(), b"both,fr,en,country,kind,sectors\nONU|UNO,,,FRA,organisation,GOV|MIL\n", b"fr,en,countries,sectors\nElysee,,FRA,GOV\n"],
    "gold": [_lines(GOLD), MARKED.encode()],
}  # fmt: skip
