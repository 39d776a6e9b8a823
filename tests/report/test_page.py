"""The page: self-contained, escaped, and every link leads somewhere."""

import re
from html.parser import HTMLParser

from selon.model.record import Record
from selon.report.page import page_of


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "a":
            self.links.append(str(known["href"]))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def test_words_of_the_document_are_escaped(record: Record) -> None:
    page = page_of(record)
    assert "<du>" not in page
    assert "<bombardée>" not in page
    assert "&lt;du&gt;" in page
    assert "l'armée <du> Nord" in read(page).text


def test_nothing_is_loaded_and_nothing_runs(record: Record) -> None:
    page = page_of(record)
    assert read(page).tags & {"script", "img", "iframe", "object", "form"} == set()
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)
    assert "url(" not in page
    assert re.search(r"style-src 'sha256-[A-Za-z0-9+/=]{44}'", page)
    assert " style=" not in page


def test_every_link_leads_to_one_place(record: Record) -> None:
    reader = read(page_of(record))
    assert reader.links
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)


def test_the_chain_is_drawn_outermost_first(record: Record) -> None:
    text = " ".join(read(page_of(record)).text.split())
    assert re.search(r"selon ?des médias.{0,20}« Cité par ».{0,10}le général Petit", text)


def test_the_whole_text_is_there(record: Record) -> None:
    shown = " ".join(read(page_of(record)).text.split())
    for line in record.document.text.splitlines():
        assert " ".join(line.split()) in shown
