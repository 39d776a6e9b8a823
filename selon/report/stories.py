"""A story on the terminal: what is reported, who says so, where they differ."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from selon.report.stories_page import Told, differences, figures

Row = Mapping[str, Any]
_FACTUALITY = {
    "denied": "denies it",
    "negated": "says it did not happen",
    "future": "as a plan",
    "conditional": "on a condition",
    "hypothetical": "as a possibility",
    "possible": "as possible",
}


def show_story(told: Told, console: Console) -> None:
    """Prints a story: headline, sources, one paragraph a claim, its numbers, and where the documents differ."""
    story = told.story
    who = f"{story['actors'] or '…'} → {story['recipients']}" if story["recipients"] else str(story["actors"] or "…")
    kind = " · ".join(part for part in (story["type"], story["mode"]) if part)
    console.print(Text.assemble((who, "bold"), f"  {kind}"))
    console.print(Padding(Text(_circumstances(story), style="dim"), (0, 0, 0, 2)))
    for claim in told.claims:
        console.print(Padding(_claim(claim, plain=not console.is_terminal), (0, 0, 0, 2)))
    _list("They count:", _figures(told.estimates), console)
    _list("They differ:", _differences(told.disagreements), console)
    console.print()


def _list(title: str, lines: Sequence[Text], console: Console) -> None:
    if lines:
        console.print(Padding(Text(title, style="bold"), (0, 0, 0, 2)))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 4)))


def _figures(rows: Sequence[Row]) -> list[Text]:
    return [
        Text.assemble((f"{what}: ", "bold"), f"{value} — {'; '.join(given)}") for what, value, given in figures(rows)
    ]


def _circumstances(story: Row) -> str:
    days = story["first_day"] or "no day given"
    if story["last_day"] and story["last_day"] != story["first_day"]:
        days += f" to {story['last_day']}"
    place = ", ".join(part for part in (story["place"], story["country"]) if part)
    sources = f"{story['documents']} documents, {story['publishers']} publishers, {story['independent']} independent"
    return " · ".join(part for part in (days, place, sources) if part)


def _claim(claim: Row, *, plain: bool) -> Text:
    """Who prints it, according to whom, and the sentence with the trigger underlined, in brackets where it is plain."""
    line = Text.assemble((str(claim["publisher"] or claim["document"]), "bold"))
    if claim["published_at"]:
        line.append(f" {str(claim['published_at'])[:10]}")
    if claim["according_to"]:
        line.append(f", according to {claim['according_to']}")
    if claim["factuality"] in _FACTUALITY:
        line.append(f" ({_FACTUALITY[claim['factuality']]})", style="italic")
    if claim["copy_of"]:
        line.append(" [reprint]", style="dim")
    line.append(": ")
    sentence, start = str(claim["sentence"]), int(claim["trigger_start"]) - int(claim["sentence_start"])
    end = int(claim["trigger_end"]) - int(claim["sentence_start"])
    line.append(sentence[:start], style="dim")
    line.append(f"[{sentence[start:end]}]" if plain else sentence[start:end], style="underline")
    line.append(sentence[end:], style="dim")
    return line


def _differences(rows: Sequence[Row]) -> list[Text]:
    lines = []
    for field, versions in differences(rows):
        told = "; ".join(f"{version} ({', '.join(speakers)})" for version, speakers in versions)
        lines.append(Text.assemble((f"{field}: ", "bold"), told))
    return lines
