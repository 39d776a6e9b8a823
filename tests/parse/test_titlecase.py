"""Headlines with a capital at each word as prose writes them, and lines that are none."""

import pytest

from selon.parse.spacy import WEIGHTS, load

pytestmark = pytest.mark.skipif(not (WEIGHTS / "en").is_dir(), reason="no English model")


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Iran, U.S. Agree on Talks", "Iran, U.S. agree on talks"),
        ("Ivory Coast's Gbagbo Freed by ICC", "Ivory Coast's Gbagbo freed by ICC"),
        ("Prime Minister Brown Resigns", "Prime minister Brown resigns"),
        ("King Salman Fires Crown Prince", "King Salman fires crown prince"),
        ("Free Syrian Army Captures Border Post", "Free Syrian Army captures border post"),
    ],
)
def test_a_headline_with_capitals_becomes_prose(text: str, prose: str) -> None:
    writer = load("en").prose
    assert writer.is_titled(text)
    assert writer.untitled(text) == prose


@pytest.mark.parametrize(
    "text",
    [
        "President Barack Obama met Russian President Vladimir Putin in New York.",
        "Kofi Annan, Javier Solana and Jan Pronk",
        "NAIROBI, Kenya (AP)",
    ],
)
def test_prose_and_names_are_no_such_headline(text: str) -> None:
    assert not load("en").prose.is_titled(text)
