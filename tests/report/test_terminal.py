"""The report on a terminal: order, words, wrapping, marks."""

import io

import pytest
from rich.console import Console

from selon.model.record import Record
from selon.report.terminal import show


def printed(record: Record, *, width: int = 80, color: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=color, color_system="truecolor" if color else None, markup=False
    )
    show(record, console)
    return stream.getvalue()


def test_news_come_before_background_quotes_and_what_is_unknown(record: Record) -> None:
    text = printed(record)
    places = [text.index(title) for title in ("LES FAITS", "LE CONTEXTE", "CE QU’ILS DISENT", "CE QU’ON NE SAIT PAS")]
    assert places == sorted(places)


def test_an_event_is_told_with_its_parties_place_time_numbers_and_sources(record: Record) -> None:
    text = " ".join(printed(record).split())
    assert "Frappe aérienne (possible) — l'armée <du> Nord (MIL) → douze civils (CVL)" in text
    assert "où Gao, Mali" in text
    assert "quand 1er mars 2012 (« le 1er mars »)" in text
    assert "chiffres au moins 12 morts" in text
    assert "selon des médias, « Cité par » → le général Petit (MLIMIL), « a affirmé »" in text


def test_without_colour_the_trigger_stands_in_brackets(record: Record) -> None:
    assert "[avait bombardé]" in " ".join(printed(record).replace("│", " ").split())
    assert "\x1b[" not in printed(record)


def test_with_colour_it_is_underlined(record: Record) -> None:
    assert "[avait" not in printed(record, color=True).replace("\x1b[", "")


@pytest.mark.parametrize("width", [40, 72, 200])
def test_no_line_is_cut_or_too_long(record: Record, width: int) -> None:
    lines = printed(record, width=width).splitlines()
    assert max(map(len, lines)) <= min(width, 96)
    whole = " ".join(" ".join(line.replace("│", " ") for line in lines).split())
    assert "tuant au moins douze civils." in whole


def test_quotation_marks_stay_with_their_words(record: Record) -> None:
    for width in range(40, 70):
        for line in printed(record, width=width).splitlines():
            assert not line.endswith("«")
            assert not line.strip("│ ").startswith("»")


def test_a_text_without_events_says_so(record: Record) -> None:
    assert "Aucun événement politique" in printed(Record.empty(record.document))
