"""What a report shows of a record, in the words and the order of a newspaper: shared by terminal and page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.model.actor import Actor
from selon.model.attribution import Link
from selon.model.event import Event, Quantity
from selon.model.gap import Gap
from selon.model.ontology import ActorKind, Precision, QuoteKind
from selon.model.place import Place
from selon.model.quote import Quote
from selon.model.record import Record
from selon.model.span import Span, Words
from selon.report.dates import in_words
from selon.report.labels import Labels, country_name, labels


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as a report names it, with its code where that says more than the name."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Mouth:
    """One source of a chain: its name, the word of saying, and what must be known about the form."""

    party: Party
    cue: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence cut at its trigger."""

    before: str
    trigger: str
    after: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where an event is told, and according to whom: outermost source first, none for the article itself."""

    event: str
    chain: tuple[Mouth, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Card:
    """An event as a report shows it; empty strings for what the text does not give."""

    id: str
    type: str
    label: str
    codes: str
    status: str
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    when: str
    where: str
    numbers: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the text says is not known."""

    what: str
    words: str
    chain: tuple[Mouth, ...]
    about: Card | None


@dataclass(frozen=True, slots=True)
class View:
    """A record in the words of its language."""

    record: Record
    words: Labels
    news: tuple[Card, ...]
    background: tuple[Card, ...]
    quotes: tuple[tuple[Party | None, tuple[Quote, ...]], ...]
    unknown: tuple[Unknown, ...]


def view(record: Record) -> View:
    """What a report of this record shows."""
    teller = _Teller(record, labels(record.document.lang), {actor.id: actor for actor in record.actors})
    cards = {event.id: teller.card(event) for event in record.events if event.same_as is None}
    first = {event.id: event.same_as or event.id for event in record.events}
    return View(
        record,
        teller.words,
        tuple(cards[event.id] for event in record.events if event.id in cards and not event.background),
        tuple(cards[event.id] for event in record.events if event.id in cards and event.background),
        tuple(teller.quotes()),
        tuple(teller.unknown(gap, cards.get(first.get(gap.about or "", ""))) for gap in record.gaps),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    record: Record
    words: Labels
    actors: dict[str, Actor]

    def card(self, event: Event) -> Card:
        """The card of an event with all its tellings."""
        told = [event, *(other for other in self.record.events if other.same_as == event.id)]
        time = next((each.time for each in told if each.time is not None), None)
        place = next((each.place for each in told if each.place is not None), None)
        numbers = dict.fromkeys(self.amount(quantity) for each in told for quantity in each.quantities)
        return Card(
            id=event.id,
            type=event.type.value,
            label=self.words.of_event(event),
            codes=self.codes(event),
            status=self.words.factuality[event.factuality.value],
            who=tuple(self.party(each) for each in event.actors),
            whom=tuple(self.party(each) for each in event.recipients),
            when=in_words(time, self.words) if time else "",
            where=self.where(place) if place else "",
            numbers=", ".join(numbers),
            tellings=tuple(Telling(each.id, self.chain(each.attribution), self.evidence(each)) for each in told),
        )

    def codes(self, event: Event) -> str:
        """« CONSULT · visit · 042 »."""
        return " · ".join(part for part in (event.type.value, event.mode and event.mode.value, event.cameo) if part)

    def party(self, actor_id: str) -> Party:
        """An actor; a country needs no code beside its name."""
        actor = self.actors[actor_id]
        plain = actor.kind is ActorKind.STATE and not actor.sectors
        return Party(" ".join(actor.name.split()), None if plain else actor.code)

    def chain(self, links: Sequence[Link]) -> tuple[Mouth, ...]:
        """The sources, outermost first."""
        return tuple(self.mouth(link) for link in links)

    def mouth(self, link: Link) -> Mouth:
        """One source; hearsay without one is a rumour."""
        cue = " ".join(link.cue.text.split()) if link.cue else None
        if link.actor is not None:
            party = self.party(link.actor)
        else:
            party = Party(link.text or self.words.word["rumour"], None)
        return Mouth(party, cue, self.words.form[link.form.value])

    def evidence(self, event: Event) -> Evidence:
        """The event's sentence cut at the trigger; line ends become spaces."""
        return _cut(self.record.document.text, event.sentence, event.trigger)

    def where(self, place: Place) -> str:
        """« Damas, Syrie »; a country stands alone."""
        if place.country is None or place.precision is Precision.COUNTRY:
            return " ".join(place.text.split())
        home = country_name(place.country, self.record.document.lang)
        return place.text if home in place.text else f"{place.text}, {home}"

    def amount(self, quantity: Quantity) -> str:
        """« 12 morts », « au moins 12 morts », « environ 20 blessés »."""
        word = self.words.word
        low, high = self.number(quantity.low), self.number(quantity.high)
        if low and high and low != high:
            number = f"{low} {word['to']} {high}"
        elif low and not high:
            number = f"{word['at_least']} {low}"
        elif high and not low:
            number = f"{word['at_most']} {high}"
        else:
            number = low
        most = quantity.high if quantity.high is not None else quantity.low
        about = f"{word['around']} " if quantity.about and low and high else ""
        return f"{about}{number} {self.words.counted(quantity.what.value, most)}".strip()

    def number(self, value: float | None) -> str:
        """With the separators of the language."""
        if value is None:
            return ""
        told = f"{value:,.0f}" if value == int(value) else f"{value:,}"
        return told.replace(",", "\u202f").replace(".", ",") if self.record.document.lang == "fr" else told

    def quotes(self) -> Iterable[tuple[Party | None, tuple[Quote, ...]]]:
        """The words in quotation marks of each speaker, in order of first words; unknown speakers last."""
        found: dict[str | None, list[Quote]] = {}
        for quote in self.record.quotes:
            if quote.kind is not QuoteKind.INDIRECT:
                found.setdefault(quote.speaker, []).append(quote)
        for who, quotes in sorted(found.items(), key=lambda entry: (entry[0] is None, entry[1][0].content.span)):
            yield self.party(who) if who else None, tuple(quotes)

    def unknown(self, gap: Gap, about: Card | None) -> Unknown:
        """A gap; `about` is the event that it concerns."""
        what = ", ".join(self.words.missing[kind.value] for kind in gap.missing)
        return Unknown(what, " ".join(gap.text.split()), self.chain(gap.attribution), about)


def _cut(text: str, sentence: Span, trigger: Words) -> Evidence:
    parts = (
        Span(min(sentence.start, trigger.span.start), trigger.span.start),
        trigger.span,
        Span(trigger.span.end, max(sentence.end, trigger.span.end)),
    )
    before, word, after = (" ".join(part.cut(text).replace("\n", " ").split(" ")) for part in parts)
    return Evidence(before.lstrip(), word, after.rstrip())
