"""One timeline of several records: what is reported for each day, by which documents."""

from collections.abc import Iterable, Sequence

from rich.table import Table

from selon.model.event import Event
from selon.model.record import Record
from selon.report.view import Names, headline, status


def timeline(records: Sequence[Record]) -> Table:
    """A table of the news events that have a day or month, in order of time.

    Events of the same time, type and parties are one row, with every document that tells them.
    """
    rows: dict[tuple[str, str, str, str], dict[str, None]] = {}
    for record in records:
        names = Names.of(record)
        for event in _dated(record.events):
            assert event.time is not None
            who = ", ".join(_short(names, each) for each in event.actors)
            whom = ", ".join(_short(names, each) for each in event.recipients)
            told = headline(event) + (f" ({status(event)})" if status(event) else "")
            key = (event.time.start or "", event.time.value, told, f"{who} → {whom}" if whom else who)
            rows.setdefault(key, {}).setdefault(record.document.publisher or record.document.id)
    table = Table(title="All articles, by time", title_justify="left", title_style="bold", box=None, pad_edge=False)
    for column, style in (("when", "cyan"), ("what", "bold"), ("who → whom", ""), ("reported by", "dim")):
        table.add_column(column, style=style, overflow="fold")
    for (_, value, told, parties), tellers in sorted(rows.items()):
        table.add_row(value, told, parties, ", ".join(tellers))
    return table


def _dated(events: Iterable[Event]) -> list[Event]:
    return [
        event
        for event in events
        if event.time is not None
        and event.time.start
        and len(event.time.value) >= 7
        and event.same_as is None
        and event.actors
    ]


def _short(names: Names, actor_id: str) -> str:
    actor = names.actors[actor_id]
    return actor.code or actor.name
