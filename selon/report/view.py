"""What a report shows of a record, in the words and the order of a newspaper: shared by terminal and page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.model.actor import Actor
from selon.model.attribution import Link
from selon.model.event import Event, Quantity
from selon.model.ontology import ActorKind, Factuality, Form, Missing, QuantityOf, QuoteKind
from selon.model.place import Place
from selon.model.quote import Quote
from selon.model.record import Record
from selon.model.span import Span
from selon.model.time import TimeExpression

# How a factuality is told beside an event; what is plainly asserted needs no word.
FACTUALITY = {
    Factuality.ASSERTED: "",
    Factuality.FUTURE: "planned",
    Factuality.CONDITIONAL: "on a condition",
    Factuality.HYPOTHETICAL: "hypothetical",
    Factuality.POSSIBLE: "possible",
    Factuality.NEGATED: "did not happen",
    Factuality.DENIED: "denied",
}
_FORM = {
    Form.HEARSAY: "hearsay",
    Form.DOCUMENT: "document",
    Form.DIRECT: "in direct speech",
    Form.MIXED: "partly quoted",
}
_MISSING = {
    Missing.IDENTITY: "who",
    Missing.PLACE: "where",
    Missing.TIME: "when",
    Missing.NUMBER: "how many",
    Missing.MOTIVE: "why",
}


@dataclass(frozen=True, slots=True)
class Names:
    """How the actors of a record are called in its report."""

    actors: dict[str, Actor]

    @classmethod
    def of(cls, record: Record) -> "Names":
        """The names of a record's actors by id."""
        return cls({actor.id: actor for actor in record.actors})

    def one(self, actor_id: str) -> str:
        """« Esmaïl Qaani (IRNMIL) »; a state needs no code beside its name."""
        actor = self.actors[actor_id]
        code = actor.code if actor.code and not (actor.kind is ActorKind.STATE and not actor.sectors) else actor.country
        return f"{actor.name} ({code})" if code else actor.name

    def many(self, ids: Sequence[str]) -> str:
        """The names joined by commas; « … » for nobody named."""
        return ", ".join(self.one(each) for each in ids) or "…"


def headline(event: Event) -> str:
    """The type and mode of an event: « CONSULT · visit »."""
    return f"{event.type.value} · {event.mode.value}" if event.mode else event.type.value


def status(event: Event) -> str:
    """What must be known beside the event: that it is planned, denied, hypothetical …; empty for a plain assertion."""
    return FACTUALITY[event.factuality]


def where(place: Place | None) -> str:
    """« Damas, SYR »; empty for an unknown place."""
    if place is None:
        return ""
    return place.name if place.country is None or place.precision == "country" else f"{place.name}, {place.country}"


def when(time: TimeExpression | None) -> str:
    """The value with the wording: « 2023-05 (en mai dernier) »; empty for an unknown time."""
    if time is None:
        return ""
    if time.start and time.end and time.start != time.end and len(time.value) > 10:
        return f"{time.start} to {time.end} ({time.text})"
    return f"{time.value} ({time.text})"


def chain(links: Sequence[Link], names: Names) -> list[str]:
    """Each mouth of a chain, outermost first: « les médias iraniens », « General Qaani (direct speech) »."""
    return [_link(link, names) for link in links]


def _link(link: Link, names: Names) -> str:
    who = names.one(link.actor) if link.actor else (link.text or "unnamed source")
    cue = link.cue.text if link.cue else ""
    if link.actor is None and link.text is None:
        return f"hearsay (“{cue}”)" if cue else "hearsay"
    note = _FORM.get(link.form, "")
    told = f" — “{cue}”" if cue else ""
    return f"{who}{told}" + (f" [{note}]" if note else "")


def amount(quantity: Quantity) -> str:
    """« 12 killed », « at least 12 killed », « about 20 wounded »."""
    low, high = _number(quantity.low), _number(quantity.high)
    if low and high and low != high:
        number = f"{low} to {high}"
    elif low and not high:
        number = f"at least {low}"
    elif high and not low:
        number = f"up to {high}"
    else:
        number = low
    about = "about " if quantity.about else ""
    what = "" if quantity.what is QuantityOf.OTHER else f" {quantity.what.value}"
    return f"{about}{number}{what}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,}"


def missing(kinds: Iterable[Missing]) -> str:
    """What is not known, as people ask for it: « who, where »."""
    return ", ".join(_MISSING.get(kind, kind.value) for kind in kinds)


def news(record: Record) -> list[Event]:
    """The events that are new in the document, in text order, without second tellings of one deed."""
    return [event for event in record.events if not event.background and event.same_as is None]


def background(record: Record) -> list[Event]:
    """The events that the document reminds of."""
    return [event for event in record.events if event.background and event.same_as is None]


def tellings(record: Record, event: Event) -> list[Event]:
    """The event and its other tellings in the same document."""
    return [event, *(other for other in record.events if other.same_as == event.id)]


def quotes_by_speaker(record: Record) -> list[tuple[str | None, list[Quote]]]:
    """The direct and mixed quotes of each speaker, in order of first words; unknown speakers last."""
    found: dict[str | None, list[Quote]] = {}
    for quote in record.quotes:
        if quote.kind is not QuoteKind.INDIRECT:
            found.setdefault(quote.speaker, []).append(quote)
    return sorted(found.items(), key=lambda entry: (entry[0] is None, entry[1][0].content.span))


def around(record: Record, event: Event) -> tuple[str, str, str]:
    """The event's sentence cut at the trigger: before, trigger, after; line ends become spaces."""
    text, sentence, trigger = record.document.text, event.sentence, event.trigger.span
    parts = (Span(sentence.start, trigger.start), trigger, Span(trigger.end, sentence.end))
    before, word, after = (" ".join(part.cut(text).replace("\n", " ").split(" ")) for part in parts)
    return before, word, after
