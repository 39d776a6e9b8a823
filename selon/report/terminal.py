"""A record as text for the terminal: the news first, then background, quotes, and what is not known."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from selon.model.event import Event
from selon.model.record import Record
from selon.report.view import (
    Names,
    amount,
    around,
    background,
    chain,
    headline,
    missing,
    news,
    quotes_by_speaker,
    status,
    tellings,
    when,
    where,
)

_COLOUR = {
    "CONSULT": "cyan", "AGREE": "green", "SUPPORT": "green", "COOPERATE": "green", "AID": "green", "CONCEDE": "green",
    "RETREAT": "green", "REQUEST": "yellow", "ACCUSE": "magenta", "REJECT": "magenta", "THREATEN": "red",
    "PROTEST": "yellow", "SANCTION": "red", "MOBILIZE": "red", "COERCE": "red", "ASSAULT": "red",
}  # fmt: skip


def show(record: Record, console: Console) -> None:
    """Prints the report of a record."""
    console.print(report(record))


def report(record: Record) -> RenderableType:
    """The report of a record, ready to print."""
    names = Names.of(record)
    parts: list[RenderableType] = [_head(record)]
    sections: list[tuple[str, list[RenderableType]]] = [
        ("News", [_event(record, event, names) for event in news(record)]),
        ("Background", [_event(record, event, names) for event in background(record)]),
        ("In their words", _quotes(record, names)),
        ("Not known", _gaps(record, names)),
    ]
    for title, blocks in sections:
        if blocks:
            parts.append(Rule(Text(title, style="bold"), align="left", style="dim"))
            parts.extend(blocks)
    if len(parts) == 1:
        parts.append(Text("No political event was found in this text.", style="italic"))
    return Group(*parts)


def _head(record: Record) -> RenderableType:
    document = record.document
    head = Text()
    if document.title:
        head.append(document.title + "\n", style="bold")
    facts = [document.publisher, document.published_at, "French" if document.lang == "fr" else "English"]
    count = len(news(record)) + len(background(record))
    facts.append(f"{count} event{'s' if count != 1 else ''}")
    head.append(" · ".join(fact for fact in facts if fact) + "\n", style="dim")
    return head


def _event(record: Record, event: Event, names: Names) -> RenderableType:
    told = tellings(record, event)
    line = Text()
    line.append(headline(event), style=f"bold {_COLOUR[event.type.value]}")
    line.append(f"  {names.many(event.actors)}")
    if event.recipients:
        line.append(" → ", style="bold")
        line.append(names.many(event.recipients))
    if status(event):
        line.append(f"  ({status(event)})", style="bold yellow")
    details = Text()
    facts = [("where", where(_first(told, "place"))), ("when", when(_first(told, "time")))]
    facts.append(("numbers", ", ".join(amount(each) for one in told for each in one.quantities)))
    known = [f"{name}: {value}" for name, value in facts if value]
    if known:
        details.append("   ".join(known) + "\n")
    for each in told:
        details.append_text(_sources(each, names))
    for each in told:
        details.append_text(_evidence(record, each))
    details.rstrip()
    return Group(line, Padding(details, (0, 0, 1, 2)))


def _first(told: Sequence[Event], field: str) -> object:
    return next((value for event in told if (value := getattr(event, field)) is not None), None)


def _sources(event: Event, names: Names) -> Text:
    line = Text()
    mouths = chain(event.attribution, names)
    if mouths:
        line.append("according to ", style="italic")
        line.append(" › ".join(mouths), style="italic")
        line.append("\n")
    return line


def _evidence(record: Record, event: Event) -> Text:
    before, word, after = around(record, event)
    line = Text()
    line.append(before, style="dim")
    line.append(f"[{word}]", style="bold underline")
    line.append(after + "\n", style="dim")
    return line


def _quotes(record: Record, names: Names) -> list[RenderableType]:
    blocks: list[RenderableType] = []
    for speaker, quotes in quotes_by_speaker(record):
        block = Text(names.one(speaker) if speaker else "speaker not named", style="bold")
        for quote in quotes:
            block.append(f"\n  “{' '.join(quote.content.text.split())}”", style="not bold")
        block.append("\n")
        blocks.append(block)
    return blocks


def _gaps(record: Record, names: Names) -> list[RenderableType]:
    blocks: list[RenderableType] = []
    events = {event.id: event for event in record.events}
    for gap in record.gaps:
        line = Text(f"{missing(gap.missing)}: ", style="bold")
        line.append(f"“{' '.join(gap.text.split())}”", style="not bold")
        if gap.about:
            about = events[gap.about]
            line.append(f"  (about: {headline(about)}, “{about.trigger.text}”)", style="not bold dim")
        mouths = chain(gap.attribution, names)
        if mouths:
            line.append(f"\n  according to {' › '.join(mouths)}", style="not bold italic")
        blocks.append(line)
    return blocks
