"""Inputs are recognised by content; every way in gives the same document."""

import bz2
import gzip
import json
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

import selon
from selon.ingest import formats, unpack
from selon.ingest.document import make_document
from selon.model.document import Document

TEXT = "Le ministre français a reçu l’ambassadeur à Paris.\n\nIl a condamné l’attaque de mardi à Gao."
PAGE = f"""<!doctype html><html lang="fr"><head><title>Le titre</title>
<script type="application/ld+json">{{"headline": "Le titre", "datePublished": "2012-03-30T10:00:00+02:00",
"publisher": {{"name": "L’Éveil"}}}}</script></head><body><nav>Accueil Monde Sport</nav><article><h1>Le titre</h1>
<p>{"Le ministre français a reçu l’ambassadeur à Paris et lui a parlé de la paix dans la région. " * 4}</p>
<p>{"Il a condamné l’attaque de mardi à Gao, selon son porte-parole, qui a répondu aux questions. " * 4}</p></article>
<footer>Mentions légales</footer></body></html>"""


def read(path: Path, **options: str) -> list[Document | selon.Reject]:
    return list(selon.read_inputs([str(path)], selon.Defaults(**options)))


def one(path: Path, **options: str) -> Document:
    found = read(path, **options)
    assert len(found) == 1
    assert isinstance(found[0], Document)
    return found[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_give_the_same_text(tmp_path: Path, encoding: str, end: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", end).encode(encoding))
    assert one(tmp_path / "a.txt").text == TEXT


def test_latin_1_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Le président a été reçu à l'Élysée par le général.".encode("latin-1"))
    assert one(tmp_path / "a.txt").text == "Le président a été reçu à l'Élysée par le général."


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, bz2.compress, zstandard.compress])
def test_compressed_files_are_known_by_content(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "a.anything").write_bytes(pack(TEXT.encode()))
    assert one(tmp_path / "a.anything").text == TEXT


def test_folders_and_archives_are_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Le deuxième texte parle de la visite du ministre à Gao.")
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / ".hidden").write_text("not read")
    (tmp_path / "c").mkdir()
    with zipfile.ZipFile(tmp_path / "c" / "d.zip", "w") as archive:
        archive.writestr("x.txt", "Le troisième texte parle de la visite du ministre à Gao.")
        archive.writestr("y.txt.gz", gzip.compress(b"Le dernier texte parle de la visite du ministre."))
    texts = [document.text.split()[1] for document in read(tmp_path) if isinstance(document, Document)]
    assert texts == ["ministre", "deuxième", "troisième", "dernier"]


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MAX_BYTES", 1000)
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"a" * 5000))
    (reject,) = read(tmp_path / "a.gz")
    assert isinstance(reject, selon.Reject)
    assert reject.reason == "too_large"


FIELDS = {"id": "n1", "url": "https://a.example/1", "title": "Le titre", "text": TEXT, "publisher": "L’Éveil"}


@pytest.mark.parametrize(
    "fields",
    [
        {**FIELDS, "published_at": "2012-03-30", "lang": "fr"},
        {
            "id": "n1",
            "url": FIELDS["url"],
            "title": "Le titre",
            "body": TEXT,
            "source": "L’Éveil",
            "date": "2012-03-30",
        },
    ],
)
def test_json_keeps_what_is_known_and_codes_only_the_text(tmp_path: Path, fields: dict[str, str]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(fields))
    document = one(tmp_path / "a.json")
    known = (document.id, document.url, document.title, document.publisher, document.published_at, document.lang)
    assert known == ("n1", FIELDS["url"], "Le titre", "L’Éveil", "2012-03-30", "fr")
    assert document.text == TEXT


def test_json_lines_and_lists_hold_many(tmp_path: Path) -> None:
    many = [{"id": str(number), "text": TEXT} for number in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, many)) + "\n\n")
    (tmp_path / "b.json").write_text(json.dumps(many))
    assert [each.id for each in read(tmp_path) if isinstance(each, Document)] == ["0", "1", "2"] * 2


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_known_by_its_header(tmp_path: Path, separator: str) -> None:
    rows = [["id", "title", "text", "date"], ["n1", "Le titre", '"' + TEXT + '"', "2012-03-30"]]
    (tmp_path / "a.csv").write_text("\n".join(separator.join(row) for row in rows))
    document = one(tmp_path / "a.csv")
    assert (document.id, document.title, document.text) == ("n1", "Le titre", TEXT)


def test_a_page_gives_its_article_without_what_surrounds_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    document = one(tmp_path / "a.html")
    assert document.text.count("condamné l’attaque") == 4
    assert "Mentions" not in document.text
    known = (document.title, document.publisher, document.published_at)
    assert known == ("Le titre", "L’Éveil", "2012-03-30T10:00:00+02:00")


RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>L’Éveil</title><language>fr</language>
<item><title>Le &lt;b&gt;titre&lt;/b&gt;</title><link>https://a.example/1</link><guid>n1</guid>
<pubDate>Fri, 30 Mar 2012 10:00:00 +0200</pubDate><description>Le résumé.</description>
<content:encoded><![CDATA[<p>{TEXT.split(chr(10))[0]}</p><p>{TEXT.split(chr(10))[-1]}</p>]]></content:encoded></item>
<item><title>Le deuxième</title><guid>n2</guid>
<description>Le ministre a reçu l’ambassadeur à Paris.</description></item>
</channel></rss>"""


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    first, second = read(tmp_path / "feed.xml")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    known = (first.id, first.url, first.title, first.publisher, first.published_at)
    assert known == ("n1", "https://a.example/1", "Le titre", "L’Éveil", "2012-03-30T10:00:00+02:00")
    assert first.text == TEXT
    assert (second.text, second.published_at) == ("Le ministre a reçu l’ambassadeur à Paris.", None)


def test_a_damaged_feed_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS[: RSS.index("<item><title>Le deuxième")] + "<item><titl")
    found = read(tmp_path / "feed.xml")
    assert [each.id for each in found if isinstance(each, Document)] == ["n1"]
    assert [each.reason for each in found if isinstance(each, selon.Reject)][-1] == "format"


def _archive(*pages: str, kind: str = "text/html") -> bytes:
    whole = b""
    for number, page in enumerate(pages):
        body = page.encode()
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: %s; charset=utf-8\r\n\r\n%s" % (kind.encode(), body)
        whole += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/%d\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        ) % (number, len(answer), answer)
    return whole


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_web_archive_gives_its_pages(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "a.warc").write_bytes(pack(_archive(PAGE, PAGE)))
    found = read(tmp_path / "a.warc")
    assert [each.url for each in found if isinstance(each, Document)] == ["https://a.example/0", "https://a.example/1"]
    assert all(isinstance(each, Document) and each.title == "Le titre" for each in found)


def test_a_web_archive_that_is_cut_short_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(_archive(PAGE, PAGE)[:-500])
    *_, last = read(tmp_path / "a.warc")
    assert isinstance(last, selon.Reject)
    assert "cut short" in last.message


def test_a_web_archive_of_images_has_no_pages(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(_archive("GIF89a", kind="image/gif"))
    (reject,) = read(tmp_path / "a.warc")
    assert isinstance(reject, selon.Reject)
    assert reject.reason == "no_text"


def test_the_date_of_the_document_goes_before_the_option(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, "date": "2012-03-30"}))
    (tmp_path / "b.json").write_text(json.dumps({"text": TEXT}))
    assert one(tmp_path / "a.json", date="2020-01-01").published_at == "2012-03-30"
    assert one(tmp_path / "b.json", date="2020-01-01").published_at == "2020-01-01"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le ministre a dit que les forces du pays ont été attaquées par des rebelles.", "fr"),
        ("The minister said that the forces of the country were attacked by rebels.", "en"),
        ("Paris condamne l'attaque de Gao et rappelle son ambassadeur", "fr"),
        ("Paris condemns the attack and recalls its ambassador to the capital", "en"),
    ],
)
def test_the_language_is_told(tmp_path: Path, text: str, lang: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert one(tmp_path / "a.txt").lang == lang


@pytest.mark.parametrize(
    "text",
    [
        "El ministro de Asuntos Exteriores dijo que las fuerzas del país fueron atacadas por los rebeldes.",
        "Il ministro degli Esteri ha detto che le forze del paese sono state attaccate dai ribelli nella capitale.",
        "Министр иностранных дел заявил, что вооружённые силы страны были атакованы повстанцами в столице.",
        "قال وزير الخارجية إن قوات البلاد تعرضت لهجوم من قبل المتمردين في العاصمة أمس.",
        "外交部长表示，该国军队昨天在首都遭到叛军袭击，造成多人伤亡。",
    ],
)
def test_another_language_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    (reject,) = read(tmp_path / "a.txt")
    assert isinstance(reject, selon.Reject)
    assert reject.reason == "language"


GERMAN = "Der Minister hat am Montag in Berlin gesagt, dass die Regierung den Vertrag nicht unterschreiben werde."


@pytest.mark.parametrize(
    ("said", "text", "lang"),
    [
        ("fr-FR", "Gao : combats.", "fr"),
        ("en", "Gao: combats.", "en"),
        ("en-US", TEXT, "fr"),  # what the software of the page was delivered with
        ("fr", "The minister said on Tuesday that the two countries were to sign an agreement in the capital.", "en"),
        ("en", GERMAN, None),
        ("de", TEXT, "fr"),
    ],
)
def test_what_a_feed_says_of_its_language_counts_for_short_texts(said: str, text: str, lang: str | None) -> None:
    feed = f"<rss><channel><language>{said}</language><item><description>{text}</description></item></channel></rss>"
    found = list(formats.articles(feed, "x"))
    assert not isinstance(found[0], Exception)
    name, body, known = found[0]
    if lang is None:
        with pytest.raises(selon.SelonError, match="language"):
            make_document(body, name, known, selon.Defaults())
    else:
        assert make_document(body, name, known, selon.Defaults()).lang == lang


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Aïssata Diallo">', "Aïssata Diallo"),
        ('<script type="application/ld+json">{"author": {"name": "A. Diallo"}}</script>', "A. Diallo"),
        (
            '<script type="application/ld+json">{"author": [{"name": "A. D."}, {"name": "B. T."}]}</script>',
            "A. D., B. T.",
        ),
        ("", None),
    ],
)
def test_a_page_says_who_signs_it(tmp_path: Path, head: str, author: str | None) -> None:
    page = PAGE.replace("<title>", f"{head}<title>")
    (tmp_path / "a.html").write_text(page)
    assert one(tmp_path / "a.html").author == author


def test_an_author_comes_from_json_and_feeds(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, "author": "Aïssata Diallo"}))
    assert one(tmp_path / "a.json").author == "Aïssata Diallo"
    item = f"<item><author>Aïssata Diallo</author><description>{TEXT}</description></item>"
    (tmp_path / "a.xml").write_text(f"<rss version='2.0'><channel>{item}</channel></rss>")
    assert one(tmp_path / "a.xml").author == "Aïssata Diallo"
