"""Where sentences and paragraphs begin: one case a trap, marked with ¦ between sentences."""

from pathlib import Path

import pytest
import yaml

from selon.parse.sentences import dateline_end, open_places, paragraphs, sentence_starts

CASES = Path(__file__).parents[1] / "cases"


def _cases() -> list[object]:
    found = []
    for lang in ("fr", "en"):
        for case in yaml.safe_load((CASES / lang / "sentences.yml").read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []
            found.append(pytest.param(lang, case["text"], id=f"{lang}-{case['id']}", marks=marks))
    return found


@pytest.mark.parametrize(("lang", "marked"), _cases())
def test_sentences_begin_where_they_are_marked(lang: str, marked: str) -> None:
    text = marked.replace("¦ ", "")
    starts = list(sentence_starts(text, lang))
    found = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert found == [each.strip() for each in marked.split("¦")]


def _paragraphs(text: str) -> list[str]:
    return [span.cut(text) for span in paragraphs(text)]


def test_lines_are_paragraphs() -> None:
    assert _paragraphs("Un titre sans point\n\nLe texte commence ici.\nEt continue là.\n") == [
        "Un titre sans point",
        "Le texte commence ici.",
        "Et continue là.",
    ]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "Le ministre des Affaires étrangères a reçu mardi\n"
        "son homologue, et les deux hommes ont parlé de la\n"
        "situation à la frontière, a dit un porte-parole du\n"
        "ministère.\n"
        "\n"
        "Aucun accord n'a été signé."
    )
    assert len(_paragraphs(text)) == 2


def test_a_line_that_goes_on_in_small_letters_is_one_paragraph_with_the_next() -> None:
    text = "Le ministre des Affaires étrangères a reçu mardi\nson homologue.\n\nIl est parti hier\nMercredi : retour."
    assert _paragraphs(text) == [
        "Le ministre des Affaires étrangères a reçu mardi\nson homologue.",
        "Il est parti hier",
        "Mercredi : retour.",
    ]


def test_bullets_are_paragraphs_of_their_own() -> None:
    assert _paragraphs("Les points :\n- un cessez-le-feu\n- un échange\n") == [
        "Les points :",
        "- un cessez-le-feu",
        "- un échange",
    ]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_no_text_has_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []


@pytest.mark.parametrize(
    "marked",
    [
        "PARIS (Reuters) - ¦Police fired tear gas.",
        "NAIROBI, May 2, 2012 (AP) -- ¦The talks began.",
        "TUNIS — ¦The talks began.",
        "GENÈVE, 1er mars (AFP) – ¦L'ONU a salué la trêve.",
        "Bamako, 24 février 2012 (AFP) - ¦Le président est arrivé.",
        "¦NATO members - Turkey among them - met.",
        "¦Police fired tear gas - again.",
    ],
)
def test_a_dateline_ends_behind_its_dash(marked: str) -> None:
    assert dateline_end(marked.replace("¦", "")) == marked.index("¦")


@pytest.mark.parametrize(
    "marked",
    [
        "Council meets tomorrow ¦The mayor will speak. ¦we shall see",
        "Le nouveau ministre du ¦Budget a dit « Je reste Voilà tout » hier.",
        'He said "I stay Here" to the ¦Senate (The Upper house).',
        "The leader ¦Kim ¦Jong Un met the ¦King.",
        "See it ¦http://example.org before ¦10/20/2000 and not 10,20.",
        "Le parti (Union Nationale) se tait.",
        "THE COUNCIL MEETS TOMORROW THE MAYOR SPEAKS",
        "It rained. The talks went on.",
    ],
)
def test_places_where_a_sentence_may_begin_without_a_mark(marked: str) -> None:
    pieces = marked.split("¦")
    expected = [sum(map(len, pieces[: i + 1])) for i in range(len(pieces) - 1)]
    assert list(open_places("".join(pieces), "en")) == expected
