"""A record made by hand: no language model is needed to test what a report shows of it."""

import dataclasses

import pytest

import selon
from selon.model.actor import Actor, Mention
from selon.model.attribution import Link
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
    QuoteKind,
    Sector,
    TimeType,
)  # fmt: skip
from selon.model.place import Place
from selon.model.quote import Quote
from selon.model.record import Record
from selon.model.span import Span, Words
from selon.model.time import TimeExpression

TEXT = (
    "Cité par des médias, le général Petit a affirmé que l'armée <du> Nord avait bombardé Gao le 1er mars, "
    "tuant au moins douze civils.\n"
    "« Nous répondrons », a-t-il dit. Aucun détail sur les auteurs n'a été donné."
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _words(words: str) -> Words:
    return Words(words, _span(words))


def _actor(number: int, words: str, kind: ActorKind, code: str | None, *sectors: Sector) -> Actor:
    mention = Mention(words, _span(words), MentionForm.NOMINAL)
    return Actor(f"a{number}", words, kind, code, code and code[:3], sectors, (), (mention,))


@pytest.fixture
def record() -> Record:
    media = Link("a1", "des médias", _span("des médias"), _words("Cité par"), Form.ACCORDING_TO)
    general = Link("a2", "le général Petit", _span("le général Petit"), _words("a affirmé"), Form.INDIRECT)
    bombed = Event(
        id="e1", type=EventType.ASSAULT, mode=Mode.AERIAL, contexts=(), cameo="195", trigger=_words("avait bombardé"),
        sentence=Span(0, TEXT.index("\n")), actors=("a3",), recipients=("a4",),
        time=TimeExpression("le 1er mars", _span("le 1er mars"), TimeType.DATE, "2012-03-01", None, "2012-03-01",
                            "2012-03-01", True),
        place=Place("Gao", _span("Gao"), "Gao", "MLI", 16.27, -0.04, 1, Precision.CITY),
        factuality=Factuality.POSSIBLE, background=False, confidence=0.9, rule="by.hand",
        quantities=(Quantity(QuantityOf.KILLED, 12, None, False, "au moins douze", _span("au moins douze")),),
        attribution=(media, general), same_as=None,
    )  # fmt: skip
    old = dataclasses.replace(
        bombed, id="e2", type=EventType.THREATEN, mode=None, trigger=_words("répondrons"), time=None, place=None,
        sentence=_span("« Nous répondrons », a-t-il dit."), actors=("a2",), recipients=(), attribution=(),
        quantities=(), factuality=Factuality.FUTURE, background=True,
    )  # fmt: skip
    gap = Gap((Missing.IDENTITY,), "e1", "Aucun détail sur les auteurs", _span("Aucun détail sur les auteurs"), ())
    quote = Quote("a2", QuoteKind.DIRECT, _words("Nous répondrons"), _words("a-t-il dit"))
    document = dataclasses.replace(
        selon.document_of(TEXT, lang="fr", date="2012-03-02"), title="Gao <bombardée>", publisher="L'Éveil"
    )
    return dataclasses.replace(
        Record.empty(document),
        actors=(
            _actor(1, "des médias", ActorKind.MEDIUM, None, Sector.MED),
            _actor(2, "le général Petit", ActorKind.PERSON, "MLIMIL", Sector.MIL),
            _actor(3, "l'armée <du> Nord", ActorKind.MILITARY, "MIL", Sector.MIL),
            _actor(4, "douze civils", ActorKind.PEOPLE, "CVL", Sector.CVL),
        ),
        events=(bombed, old),
        quotes=(quote,),
        gaps=(gap,),
    )
