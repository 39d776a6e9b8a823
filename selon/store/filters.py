"""What is asked for, and the SQL condition that finds it."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; every field that is given must fit. Codes fit by their beginning (`IRN` finds `IRNMIL`).

    `since` and `until` are ISO days, months or years that the event's time (else the day of publication) must not lie
    outside of.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    mode: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    according_to: str | None = None
    publisher: str | None = None
    factuality: str | None = None
    lang: str | None = None
    text: str | None = None
    background: bool | None = None
    min_confidence: float | None = None


_DAY = "coalesce(time_start, substr(published_at, 1, 10))"
_LAST_DAY = "coalesce(time_end, substr(published_at, 1, 10))"
_CLAUSES = {
    "actor": "event_id in (select event_id from participants where role = 'actor' and (starts_with(code, ?) or name ilike ?))",
    "recipient": "event_id in (select event_id from participants where role = 'recipient' and (starts_with(code, ?) or name ilike ?))",
    "according_to": "event_id in (select about_id from attributions where starts_with(code, ?) or list_contains(sectors, ?) "
    "or coalesce(name, text) ilike ?)",
    "type": "type = upper(?)",
    "mode": "mode = lower(?)",
    "place": "(place_country = upper(?) or place_name ilike ?)",
    "since": f"{_LAST_DAY} >= ?",
    "until": f"substr({_DAY}, 1, length(?)) <= ?",
    "publisher": "publisher ilike ?",
    "factuality": "factuality = lower(?)",
    "lang": "lang = lower(?)",
    "text": "sentence ilike ?",
    "background": "background = ?",
    "min_confidence": "confidence >= ?",
}
_LIKE = frozenset({"actor", "recipient", "according_to", "place", "publisher", "text"})


def where(chosen: Filter) -> tuple[str, list[object]]:
    """The SQL condition of a filter and its values."""
    clauses: list[str] = []
    values: list[object] = []
    for field in fields(chosen):
        value = getattr(chosen, field.name)
        if value is None:
            continue
        clause = _CLAUSES[field.name]
        clauses.append(clause)
        marks = clause.count("?")
        exact = [value] * (marks - 1) if field.name in _LIKE else [value] * marks
        values += [*exact, f"%{value}%"] if field.name in _LIKE else exact
    return ("where " + " and ".join(clauses) if clauses else ""), values
