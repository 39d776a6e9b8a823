"""Two annotations of one text, and how far they agree."""

from dataclasses import replace

from selon.evaluate.agreement import agreement, pairs_of, strictly
from selon.evaluate.gold import GoldActor, GoldDocument, GoldEvent, GoldLink, GoldQuote

TEXT = "Selon la police, des manifestants ont bloqué le pont et le préfet a reçu leurs délégués."
POLICE = ((GoldLink(GoldActor("la police")),),)
PROTEST = GoldEvent(
    ("PROTEST",), ("bloqué",), (GoldActor("des manifestants", None, "FRA", ("CVL",)),), (), POLICE, "asserted"
)
MEETING = GoldEvent(
    ("CONSULT", "AGREE"), ("a reçu",), (GoldActor("le préfet", None, "FRA", ("GOV",)),), (), (), "asserted"
)


def document(*events: GoldEvent, quotes: tuple[GoldQuote, ...] = ()) -> GoldDocument:
    return GoldDocument("d", "fr", TEXT, False, events, quotes=quotes)


def values(one: GoldDocument, other: GoldDocument) -> dict[str, float]:
    return {figure.name: round(figure.value, 2) for figure in agreement([one], [other])}


def test_the_same_annotation_agrees_wholly() -> None:
    same = document(PROTEST, MEETING, quotes=(GoldQuote("la police", "indirect", "des manifestants", "le pont"),))
    assert set(values(same, same).values()) == {1.0}


def test_an_event_that_one_misses_lowers_the_f1_of_types() -> None:
    assert values(document(PROTEST, MEETING), document(PROTEST))["event_type_f1"] == 0.67


def test_an_optional_event_may_be_missing() -> None:
    assert values(document(PROTEST, replace(MEETING, optional=True)), document(PROTEST))["event_type_f1"] == 1.0


def test_a_second_type_counts_as_the_same() -> None:
    assert len(pairs_of(document(MEETING), document(replace(MEETING, types=("AGREE",))))) == 1
    assert not pairs_of(document(MEETING), document(PROTEST))


def test_chains_factuality_and_parties_are_compared_on_what_both_found() -> None:
    other = replace(PROTEST, chains=((),), factuality="future", actors=(GoldActor("les délégués", None, "BEL"),))
    found = values(document(PROTEST), document(other))
    assert (found["chain"], found["factuality"], found["parties"], found["sectors"]) == (0.0, 0.0, 0.0, 0.0)


def test_texts_that_only_one_has_are_left_out() -> None:
    assert agreement([document(PROTEST)], [replace(document(PROTEST), id="other")]) == []


def test_strictly_an_optional_event_and_a_second_type_do_not_help() -> None:
    ours, theirs = document(replace(MEETING, optional=True)), document(replace(MEETING, types=("AGREE",)))
    assert values(ours, theirs)["event_type_f1"] == 1.0
    assert values(strictly(ours), strictly(theirs))["event_type_f1"] == 0.0
