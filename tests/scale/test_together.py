"""Documents that are parsed together: each gives what it gives alone, and a fault stays its own."""

from typing import Any

import pytest

import selon
from selon.errors import Reason
from selon.ingest import Reject
from selon.parse import spacy
from selon.run.batch import read_one, read_several

TEXTS = (
    ("en", "The minister condemned the attack on Gao on Tuesday.\n\nHe will meet the president on Friday."),
    ("fr", "Le ministre a condamné mardi l'attaque de Gao, selon la radio."),
    ("en", "Rebels shelled the town of Kidal on Monday, the army said."),
    ("fr", "La police a dispersé lundi des manifestants à Niamey.\n\nDeux personnes ont été arrêtées."),
)
DOCUMENTS = [selon.document_of(text, id=str(i), lang=lang, date="2020-06-15") for i, (lang, text) in enumerate(TEXTS)]


def _fail_on(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = spacy._prepared

    def failing(paragraph: str, pipeline: Any) -> Any:
        if word in paragraph:
            raise RuntimeError("no such word")
        return prepared(paragraph, pipeline)

    monkeypatch.setattr(spacy, "_prepared", failing)


def test_together_is_as_alone() -> None:
    refused = Reject("x", Reason.EMPTY, "nothing in it")
    given: list[selon.Document | Reject] = [DOCUMENTS[0], refused, *DOCUMENTS[1:]]
    alone = [each if isinstance(each, Reject) else read_one(each) for each in given]
    assert list(read_several(given)) == alone


@pytest.mark.parametrize("word, at", [("Kidal", 2), ("Niamey", 3), ("president", 0)])
def test_a_fault_is_of_one_document(word: str, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = [read_one(each) for each in DOCUMENTS]
    _fail_on(word, monkeypatch)
    found = list(read_several(DOCUMENTS))
    fault = found.pop(at)
    assert isinstance(fault, Reject) and fault.name == str(at) and "no such word" in fault.message
    assert found == sound[:at] + sound[at + 1 :]
