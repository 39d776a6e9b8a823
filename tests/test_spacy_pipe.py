"""The spaCy component: found by its name, a record at each document, nothing lost on the way to another process."""

import spacy
from spacy.tokens import Doc

import selon
from selon.model.reading import loads
from selon.spacy_pipe import SPANS

TEXT = "Paris a condamné mardi les propos de la junte, selon la radio malienne."


def _pipeline() -> spacy.language.Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon", config={"lang": "fr", "date": "2012-03-30"})
    return nlp


def test_the_component_gives_what_read_gives() -> None:
    doc = _pipeline()(TEXT)
    record = selon.read(TEXT, lang="fr", date="2012-03-30")
    assert doc._.selon.events == record.events
    assert [(span.text, span.label_) for span in doc.spans[SPANS]] == [("a condamné", "ACCUSE")]


def test_a_document_may_bring_its_own_date() -> None:
    nlp = _pipeline()
    doc = nlp.make_doc(TEXT)
    doc._.selon_date = "2020-01-03"
    assert nlp.get_pipe("selon")(doc)._.selon.events[0].time.value == "2019-12-31"


def test_a_text_that_cannot_be_read_stops_nothing_and_says_why() -> None:
    docs = list(_pipeline().pipe(["", TEXT]))
    assert docs[0]._.selon is None
    assert "has no text" in docs[0]._.selon_reason
    assert docs[1]._.selon.events


def test_the_record_travels_with_the_bytes_of_the_document() -> None:
    nlp = _pipeline()
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.selon == doc._.selon


def test_a_notebook_shows_the_text_apart_from_the_notebook() -> None:
    html = _pipeline()("<script>alert(1)</script> " + TEXT)._.selon._repr_html_()
    assert html.startswith("<iframe")
    assert "<script" not in html
    assert "a condamné" in html.replace("\u00a0", " ")


def test_records_come_back_from_json_as_they_were() -> None:
    record = selon.read(TEXT, lang="fr", date="2012-03-30")
    assert loads(selon.dumps(record)) == record


def test_json_that_is_no_record_is_refused_with_the_place() -> None:
    broken = selon.dumps(selon.read(TEXT, lang="fr")).replace('"trigger"', '"word"')
    try:
        loads(broken)
    except ValueError as fault:
        assert "record.events[0]" in str(fault)
    else:
        raise AssertionError("a broken record was taken")
