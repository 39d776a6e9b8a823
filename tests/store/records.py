"""Small records made by hand, so that the database is tested without a parser."""

from dataclasses import replace

from selon.model.actor import Actor, Mention
from selon.model.attribution import Link
from selon.model.document import Document, fingerprint
from selon.model.event import Event, Quantity
from selon.model.gap import Gap
from selon.model.ontology import (
    ActorKind,
    EventType,
    Factuality,
    Form,
    MentionForm,
    Missing,
    Mode,
    Precision,
    QuantityOf,
    Sector,
    TimeType,
)  # fmt: skip
from selon.model.place import Place
from selon.model.record import SCHEMA, Record
from selon.model.span import Span, Words
from selon.model.time import TimeExpression

TEXT = (
    "L'armée malienne a tué au moins 12 jihadistes près de Gao le 3 mai 2021, selon une source de sécurité. "
    "Le nombre de blessés n'était pas connu."
)


def words(text: str, part: str) -> Words:
    """The words `part` where they first stand in the text."""
    start = text.index(part)
    return Words.of(text, start, start + len(part))


def record(
    *,
    text: str = TEXT,
    id: str = "d1",
    publisher: str = "Agence A",
    published_at: str = "2021-05-04",
    factuality: Factuality = Factuality.ASSERTED,
    low: float = 12,
    doer: tuple[str, str] = ("L'armée malienne", "MLI"),
    source: str | None = "une source de sécurité",
) -> Record:
    """One document with one event: an army kills jihadists near Gao, according to a security source."""
    document = Document(id, None, None, publisher, published_at, "fr", fingerprint(text), text)
    doers = words(text, doer[0])
    target = words(text, "jihadistes")
    actors = [
        Actor("a1", doer[0], ActorKind.MILITARY, f"{doer[1]}MIL", doer[1], (Sector.MIL,), (), (_mention(doers),)),
        Actor("a2", "jihadistes", ActorKind.ARMED_GROUP, "REB", None, (Sector.REB,), (), (_mention(target),)),
    ]
    chain: tuple[Link, ...] = ()
    if source is not None:
        said = words(text, source)
        actors.append(Actor("a3", source, ActorKind.UNNAMED, "MLIMIL", "MLI", (Sector.MIL,), (), (_mention(said),)))
        chain = (Link("a3", said.text, said.span, words(text, "selon"), Form.ACCORDING_TO),)
    gaps = _gaps(text)
    return Record(
        SCHEMA, "0", {"fr": "0"}, document, tuple(actors), (_event(text, factuality, low, chain),), (), (), (), gaps
    )


def _mention(found: Words) -> Mention:
    return Mention(found.text, found.span, MentionForm.NOMINAL)


def _gaps(text: str) -> tuple[Gap, ...]:
    if "pas connu" not in text:
        return ()
    gap = words(text, "n'était pas connu")
    return (Gap((Missing.NUMBER,), "e1", gap.text, gap.span, ()),)


def _event(text: str, factuality: Factuality, low: float, chain: tuple[Link, ...]) -> Event:
    where, when = words(text, "Gao"), words(text, "3 mai 2021")
    number = words(text, "12") if "12" in text else words(text, "jihadistes")
    day = "2021-05-03"
    return Event(
        id="e1",
        type=EventType.ASSAULT,
        mode=Mode.FIREARMS,
        contexts=(),
        cameo="190",
        trigger=words(text, "tué"),
        sentence=Span(0, text.index(".") + 1),
        actors=("a1",),
        recipients=("a2",),
        time=TimeExpression(when.text, when.span, TimeType.DATE, day, None, day, day, True),
        place=Place(where.text, where.span, "Gao", "MLI", 16.27, -0.04, 2457163, Precision.CITY),
        factuality=factuality,
        background=False,
        confidence=0.9,
        rule="fr.events.test",
        quantities=(Quantity(QuantityOf.KILLED, low, None, False, number.text, number.span),),
        attribution=chain,
        same_as=None,
    )


def renamed(one: Record, id: str, publisher: str) -> Record:
    """The same text printed by another."""
    return replace(one, document=replace(one.document, id=id, publisher=publisher))
