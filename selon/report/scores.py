"""The figures of `selon eval` on a terminal: tables, confusions, the worst texts first."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from selon.evaluate.figures import Figure, confusion, per_type, worst
from selon.evaluate.gold import GoldEvent, Parties
from selon.evaluate.judge import Judgement, Verdict
from selon.model.event import Event
from selon.model.record import Record

_SHOWN_CONFUSIONS = 15


def scores(
    name: str, judged: Sequence[Judgement], every: Sequence[Figure], sure: Mapping[str, Figure], shown: int
) -> Iterator[RenderableType]:
    """What to print of one gold file: the figures, and per language the types, the confusions; then the worst texts."""
    yield Text(f"{name}: {len(judged)} texts", style="bold")
    yield _figures(every, sure)
    for lang in sorted({each.gold.lang for each in judged}):
        verdicts = [v for each in judged for v in each.verdicts if each.gold.lang == lang and not each.gold.article]
        if verdicts:
            yield _types(lang, verdicts)
            yield _confusions(lang, verdicts)
    for number, (_, each) in enumerate(worst(judged)[:shown], start=1):
        yield _text(number, each)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _figures(every: Sequence[Figure], sure: Mapping[str, Figure]) -> Table:
    table = _table("", "figure", "value", "of", *(["without doubtful gold", "of"] if sure else []))
    for figure in every:
        row = [figure.name, f"{figure.value:.3f}", str(figure.of)]
        other = sure.get(figure.name)
        if other is not None:
            row += [f"{other.value:.3f}", str(other.of)]
        table.add_row(*row)
    return table


def _types(lang: str, verdicts: Sequence[Verdict]) -> Table:
    table = _table(f"types, {lang}", "type", "in gold", "found", "F1 as most confident", "type and countries")
    for name, of, found, f1, countries in per_type(verdicts):
        table.add_row(name, str(of), f"{found / of:.2f}", f"{f1:.2f}", f"{countries:.2f}")
    return table


def _confusions(lang: str, verdicts: Sequence[Verdict]) -> Table:
    table = _table(f"most confident type, {lang}: gold against found", "gold", "found", "times")
    wrong = [(pair, times) for pair, times in confusion(verdicts).most_common() if pair[0] != pair[1]]
    for (gold, found), times in wrong[:_SHOWN_CONFUSIONS]:
        table.add_row(gold, found, str(times))
    return table


def _text(number: int, judged: Judgement) -> Text:
    """One text: what the gold has, what was found, what is wrong."""
    gold = judged.gold
    text = Text(f"\n{number}. {gold.id} [{gold.lang}]", style="bold")
    if gold.doubt:
        text.append(f"  (contested: {gold.doubt})", style="not bold italic")
    if not gold.article:
        text.append(f"\n   {' '.join(gold.text.split())}", style="not bold")
    for verdict in judged.verdicts:
        wrong = _wrong(verdict)
        if wrong:
            text.append(f"\n   gold   {_gold(verdict.gold)}", style="not bold green")
            found = _event(verdict.event, judged.record) if verdict.event else "nothing"
            text.append(f"\n   found  {found}", style="not bold red")
            text.append(f"\n   wrong  {', '.join(wrong)}", style="not bold")
    for event in judged.extra:
        text.append(f"\n   extra  {_event(event, judged.record)}", style="not bold dim")
    return text


def _wrong(verdict: Verdict) -> list[str]:
    if verdict.gold.optional:
        return []
    return [
        mark
        for mark, value in verdict.marks.items()
        if value is False and mark not in ("countries_exact", "sectors", "chain_where_some")
    ]


def _gold(event: GoldEvent) -> str:
    chain = " › ".join(link.source.text for link in event.chains[0]) if event.chains else ""
    told = f"{'|'.join(event.types)}: {_gold_actors(event.actors)} → {_gold_actors(event.recipients)}"
    told += f", {event.factuality}" if event.factuality else ""
    return told + (f", according to {chain}" if chain else "")


def _gold_actors(actors: Parties) -> str:
    return (
        ", ".join(f"{each.text} ({each.country or '-'}{''.join(each.sectors or ())})" for each in actors or ()) or "…"
    )


def _event(event: Event, record: Record) -> str:
    codes = {actor.id: f"{actor.name} ({actor.code or '-'})" for actor in record.actors}
    who = ", ".join(codes[each] for each in event.actors) or "…"
    whom = ", ".join(codes[each] for each in event.recipients) or "…"
    chain = " › ".join(codes.get(link.actor or "", link.text or "hearsay") for link in event.attribution)
    told = f"{event.type.value}: {who} → {whom}, {event.factuality.value}"
    told += f", according to {chain}" if chain else ""
    return f"{told}  [{event.trigger.text} · {event.rule} · {event.confidence:.2f}]"
