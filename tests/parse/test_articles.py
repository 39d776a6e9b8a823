"""Where sentences begin in whole articles (titles, quotations, lists): marked with ¦, and each line is a paragraph."""

from pathlib import Path

import pytest
import yaml

from selon.parse.spacy import load, parse

CASES = Path(__file__).parents[1] / "cases"
GOAL = 0.97


def _marked(marked: str) -> tuple[str, set[int]]:
    """The text without its marks, and where the sentences begin in it."""
    text, starts = "", set()
    for line in marked.strip().split("\n"):
        for sentence in line.split("¦"):
            starts.add(len(text))
            text += sentence
        text += "\n"
    return text, starts


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_sentences_of_articles_begin_where_they_are_marked(lang: str) -> None:
    pytest.importorskip("spacy")
    right = marked = given = 0
    for case in yaml.safe_load((CASES / lang / "sentence_articles.yml").read_text(encoding="utf-8")):
        text, starts = _marked(case["text"])
        read = parse(text, lang, load(lang))
        found = {read.tokens[sentence.start].start for sentence in read.sentences}
        right, marked, given = right + len(starts & found), marked + len(starts), given + len(found)
    assert 2 * right / (marked + given) >= GOAL
