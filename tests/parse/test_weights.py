"""The shipped weights: complete, small, and good for texts as agencies print them."""

import json
from functools import cache
from pathlib import Path

import pytest

from selon.parse import conllu
from selon.parse.spacy import WEIGHTS, Pipeline, load, parse

LANGUAGES = ("fr", "en")
MEGABYTE = 1_000_000


@cache
def _pipeline(lang: str) -> Pipeline:
    pytest.importorskip("spacy")
    return load(lang)


def _files(lang: str) -> list[Path]:
    return [path for path in (WEIGHTS / lang).rglob("*") if path.is_file()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_weights_are_small_and_say_what_they_are(lang: str) -> None:
    meta = json.loads((WEIGHTS / lang / "meta.json").read_text(encoding="utf-8"))
    assert (meta["name"], meta["lang"]) == (f"selon_{lang}", lang)
    assert "CC-BY-SA-4.0" in meta["license"]
    assert {"LICENSE", "SOURCES.md", "lemmas.tsv"} <= {path.name for path in _files(lang)}
    assert sum(path.stat().st_size for path in _files(lang)) < 20 * MEGABYTE


@pytest.mark.parametrize(("lang", "word"), [("fr", "Ministre"), ("en", "The")])
def test_capitalised_words_have_the_vectors_of_small_ones(lang: str, word: str) -> None:
    from spacy.attrs import LOWER

    nlp = _pipeline(lang).nlp
    assert nlp.vocab.vectors.attr == LOWER
    assert nlp.vocab.vectors.find(key=nlp.vocab.strings[word.lower()]) >= 0


@pytest.mark.parametrize(
    "marked",
    [
        "The food was great and cheap. ¦we will come back soon. ¦they were very kind.",
        "The train was late again ¦They never told us why it had stopped.",
        "Foreign ministers from the Union met the king of Norway and Mark Hill in Oslo.",
    ],
)
def test_sentences_begin_without_a_mark_where_the_finder_is_sure(marked: str) -> None:
    read = parse(marked.replace("¦", ""), "en", _pipeline("en"))
    starts = [read.tokens[sentence.start].start for sentence in read.sentences]
    pieces = marked.split("¦")
    assert starts == [sum(map(len, pieces[:i])) for i in range(len(pieces))]


@pytest.mark.parametrize(
    ("lang", "text", "subject", "root"),
    [
        ("fr", "Le président iranien a accusé l’armée d’avoir bombardé la ville.", "président", "accuser"),
        ("fr", "LE MINISTRE A REÇU L’AMBASSADEUR À PARIS", "ministre", "recevoir"),
        ("fr", "MOSCOU (AFP) — Le ministre a rencontré son homologue.", "ministre", "rencontrer"),
        ("fr", "Etats-Unis: le Sénat vote une loi", "Sénat", "voter"),
        ("en", "The Iranian president accused the army of shelling the city.", "president", "accuse"),
        ("en", "LONDON (Reuters) - The minister met his counterpart.", "minister", "meet"),
    ],
)
def test_who_does_what_in_the_manners_of_agencies(lang: str, text: str, subject: str, root: str) -> None:
    read = parse(text, lang, _pipeline(lang))
    top = next(token for token in read.tokens if token.lemma == root)
    assert subject in [token.text for token in read.tokens if token.head is top and token.rel.startswith("nsubj")]


@pytest.mark.parametrize("blank", ["  ", "\t", "\u00a0 "])
def test_blanks_are_no_words_and_move_nothing(blank: str) -> None:
    plain = parse("Le ministre turc a reçu mardi une délégation.", "fr", _pipeline("fr"))
    read = parse(blank.join(plain.text.split()), "fr", _pipeline("fr"))
    assert [(token.text, token.rel) for token in read.tokens] == [(token.text, token.rel) for token in plain.tokens]
    assert [token.span.cut(read.text) for token in read.tokens] == [token.text for token in read.tokens]


@pytest.mark.parametrize(
    ("lang", "text", "name", "label"),
    [
        ("fr", "Le général Esmaïl Qaani est arrivé samedi.", "Esmaïl Qaani", "PER"),
        ("fr", "Amadou Diallo a parlé à la presse.", "Amadou Diallo", "PER"),
        ("fr", "Des combats ont eu lieu en Ukraine, selon l’ONU.", "Ukraine", "LOC"),
        ("fr", "Des combats ont eu lieu en Ukraine, selon l’ONU.", "ONU", "ORG"),
        ("en", "Talks were held in Baghdad, the United Nations said.", "United Nations", "ORG"),
        ("en", "Talks were held in Germany, the United Nations said.", "Germany", "LOC"),
    ],
)
def test_names_of_the_world(lang: str, text: str, name: str, label: str) -> None:
    read = parse(text, lang, _pipeline(lang))
    found = {
        (text[read.tokens[each.start].start : read.tokens[each.end - 1].end], each.label) for each in read.entities
    }
    assert (name, label) in found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_text_gives_the_same_conllu_and_covers_it(lang: str) -> None:
    text = "«\u202fNon\u202f», a dit l’ONU. 10\u00a0000 hommes (selon lui) partiront\u2026\n\nFin"
    once, again = (conllu.write(parse(text, lang, _pipeline(lang))) for _ in range(2))
    assert once == again
    read = parse(text, lang, _pipeline(lang))
    assert all(text[token.start : token.end] == token.text for token in read.tokens)
    assert "".join(token.text for token in read.tokens) == "".join(text.split())
