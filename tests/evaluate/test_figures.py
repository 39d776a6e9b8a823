"""Figures on records made by hand: each mark falls when what it measures is wrong."""

import dataclasses
import json
from pathlib import Path

import pytest

import selon
from selon.evaluate.gold import GoldActor, GoldDocument, GoldEvent, GoldLink
from selon.model.actor import Actor, Mention
from selon.model.attribution import Link
from selon.model.event import Event
from selon.model.ontology import ActorKind, EventType, Factuality, Form, MentionForm, Sector
from selon.model.record import Record
from selon.model.span import Span, Words

TEXT = "Le général malien a condamné l'attaque nigérienne, selon la radio, et rencontré le ministre."
SOURCE = GoldLink(GoldActor("la radio"))
GOLD = GoldDocument(
    "t", "fr", TEXT, False,
    (GoldEvent(
        ("ACCUSE", "REJECT"), ("a condamné",), (GoldActor("Le général", None, "MLI", ("MIL",)),),
        (GoldActor("nigérienne", None, "NER"),), ((SOURCE,), ()), "asserted",
    ),),
)  # fmt: skip


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _actor(id: str, words: str, country: str | None, *sectors: Sector) -> Actor:
    code = (country or "") + "".join(sectors)
    mention = Mention(words, _span(words), MentionForm.NAME)
    return Actor(id, words, ActorKind.STATE, code or None, country, sectors, (), (mention,))


GENERAL = _actor("a1", "Le général malien", "MLI", Sector.MIL)
NIGER = _actor("a2", "nigérienne", "NER")
RADIO = _actor("a3", "la radio", None, Sector.MED)
CHAIN = (Link("a3", "la radio", _span("la radio"), Words("selon", _span("selon")), Form.ACCORDING_TO),)
EVENT = Event(
    "e1", EventType.ACCUSE, None, (), "111", Words("a condamné", _span("a condamné")), Span(0, len(TEXT)),
    ("a1",), ("a2",), None, None, Factuality.ASSERTED, False, 0.9, "by.hand", (), CHAIN, None,
)  # fmt: skip
RECORD = dataclasses.replace(
    Record.empty(selon.document_of(TEXT, lang="fr")), actors=(GENERAL, NIGER, RADIO), events=(EVENT,)
)


def figures(record: Record, gold: GoldDocument = GOLD) -> dict[str, float]:
    return {
        figure.name.removeprefix("sentences.fr."): figure.value for figure in selon.figures([selon.judge(gold, record)])
    }


def with_event(**changes: object) -> Record:
    return dataclasses.replace(RECORD, events=(dataclasses.replace(EVENT, **changes),))  # type: ignore[arg-type]


def test_a_record_that_is_all_right_has_full_marks() -> None:
    found = figures(RECORD)
    assert found.pop("events_per_sentence") == 1
    assert set(found.values()) == {1.0}


@pytest.mark.parametrize(
    ("record", "fallen"),
    [
        (with_event(type=EventType.SUPPORT), {"type", "top_type", "type_chain", "type_countries", "type_factuality"}),
        (with_event(actors=("a2",)), {"type_countries", "type_countries_exact", "type_sectors"}),
        (with_event(recipients=()), {"type_countries", "type_countries_exact"}),
        (with_event(recipients=("a2", "a1")), {"type_countries_exact"}),
        (with_event(factuality=Factuality.DENIED), {"type_factuality", "factuality_of_found"}),
        (with_event(attribution=CHAIN * 2), {"type_chain", "chain_of_found"}),
        (dataclasses.replace(RECORD, events=()), {"type", "top_type_macro_f1"}),
    ],
    ids=["type", "actor", "recipient", "too many", "factuality", "chain", "nothing"],
)
def test_what_is_wrong_makes_its_mark_fall(record: Record, fallen: set[str]) -> None:
    found = figures(record)
    assert {name for name in fallen if found.get(name, 0) < 1} == fallen
    if "type" not in fallen:
        assert found["type"] == 1


def test_who_acts_together_may_stand_on_two_sides() -> None:
    event = dataclasses.replace(
        GOLD.events[0], actors=(*GOLD.events[0].actors, *GOLD.events[0].recipients), recipients=()
    )
    assert figures(RECORD, dataclasses.replace(GOLD, events=(event,)))["type_countries_exact"] == 1


def test_a_second_right_answer_is_right() -> None:
    assert figures(with_event(type=EventType.REJECT))["type"] == 1
    assert figures(with_event(attribution=()))["type_chain"] == 1


def test_a_source_of_another_name_is_wrong() -> None:
    other = (dataclasses.replace(CHAIN[0], actor="a1", text="Le général malien", span=_span("Le général malien")),)
    assert figures(with_event(attribution=other))["type_chain"] == 0


def test_in_an_article_what_is_not_in_the_gold_is_extra() -> None:
    article = dataclasses.replace(GOLD, article=True)
    second = dataclasses.replace(
        EVENT, id="e2", type=EventType.CONSULT, trigger=Words("rencontré", _span("rencontré")), confidence=0.5
    )
    judged = selon.judge(article, dataclasses.replace(RECORD, events=(EVENT, second)))
    assert [event.id for event in judged.extra] == ["e2"]
    named = {figure.name: figure.value for figure in selon.figures([judged])}
    assert (named["articles.fr.events"], named["articles.fr.extra_events"]) == (1, 1)


def test_the_same_type_elsewhere_in_an_article_is_not_the_event() -> None:
    article = dataclasses.replace(GOLD, article=True)
    elsewhere = Words("rencontré", _span("rencontré"))
    assert selon.judge(article, with_event(trigger=elsewhere)).verdicts[0].event is None


def test_the_bilingual_records_give_two_texts_and_two_right_chains(tmp_path: Path) -> None:
    line = {
        "id": "X-1", "context": None, "mode": "strike-gen", "type": "PROTEST", "event_0_5": "PROTEST", "doubt": None,
        "fr": {"text": "Un texte.", "source": ["les mineurs"], "target": [], "trigger": ["grève"]},
        "en": {"text": "A text.", "source": ["miners"], "target": [], "trigger": "strike"},
        "source": [{"text": "miners", "code": "ITL", "sector": "CVLlab"}], "target": [], "attribution": [],
        "self_attribution": [
            {"source_en": "miners", "source_fr": "les mineurs", "cue_en": "said", "cue_fr": "ont dit"},
        ],
        "attribution_own_side": None, "factuality": "reported",
    }  # fmt: skip
    (tmp_path / "gold.jsonl").write_text(json.dumps(line))
    french, english = selon.read_gold(tmp_path / "gold.jsonl")
    assert (french.lang, english.lang) == ("fr", "en")
    event = french.events[0]
    assert (event.factuality, event.mode, event.actors) == (
        "asserted", "strike", (GoldActor("les mineurs", None, "ITA", ("CVL",)),),
    )  # fmt: skip
    assert event.chains == ((), (GoldLink(GoldActor("les mineurs")),))


@pytest.mark.parametrize(
    ("line", "told"), [("{", "no valid JSON"), ("[]", "no JSON object"), ('{"id": "x"}', "lacks a field")]
)
def test_faulty_gold_is_told_with_its_place(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "gold.jsonl").write_text("\n" + line)
    with pytest.raises(selon.InputError, match=rf"gold\.jsonl:2.*{told}"):
        selon.read_gold(tmp_path / "gold.jsonl")


def test_marked_sentences_are_gold(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    path = tmp_path / "fr" / "cases.yml"
    path.write_text('- {id: one, text: "Lima <event type=AGREE actor=PER+BOLMIL recipient=none>a promis</event>."}')
    (gold,) = selon.read_gold(path)
    assert (gold.lang, gold.text) == ("fr", "Lima a promis.")
    assert gold.events[0].actors == (GoldActor("PER", None, "PER", None), GoldActor("BOLMIL", None, "BOL", ("MIL",)))
    assert gold.events[0].recipients == ()
