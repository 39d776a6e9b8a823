"""Stories: which events are one, who denies, who copies."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from selon.merge import Claim, Comparison, compare, copies, merge
from selon.merge.claim import Party
from selon.merge.cluster import Group, cluster
from selon.merge.copies import Text
from selon.merge.tell import tell
from selon.model.ontology import Factuality
from selon.model.record import Record
from selon.store import Store, open_store, open_writer
from tests.store.records import TEXT, record, renamed

OTHER = (
    "Paris affirme que l'armée malienne a tué 30 jihadistes aux abords de Gao le 3 mai 2021, "
    "selon l'état-major français. "
    "Aucun autre détail."
)


def _store(folder: Path, *records: Record) -> Store:
    writer = open_writer(folder / "news.selon", selon="0", coding="c")
    writer.write(records)
    writer.write_stories(merge(open_store(writer.database).ask))
    return open_store(writer.database)


def _other(**changes: object) -> Record:
    given = {"text": OTHER, "id": "d2", "publisher": "Agence B", "low": 30, "doer": ("l'armée malienne", "MLI"),
             "source": "l'état-major français"}  # fmt: skip
    return record(**{**given, **changes})  # type: ignore[arg-type]


def test_two_accounts_of_one_event_are_one_story(tmp_path: Path) -> None:
    stories = list(_store(tmp_path, record(), _other()).stories())
    assert [(row["documents"], row["publishers"], row["independent"]) for row in stories] == [(2, 2, 2)]
    assert (stories[0]["place"], stories[0]["first_day"]) == ("Gao", "2021-05-03")


def test_figures_that_cannot_both_be_true_are_a_disagreement(tmp_path: Path) -> None:
    rows = list(_store(tmp_path, record(), _other()).disagreements())
    assert {(row["field"], row["publisher"]) for row in rows if row["field"].startswith("number")} == {
        ("number of killed", "Agence A"),
        ("number of killed", "Agence B"),
    }


def test_a_denial_is_told_beside_the_assertion(tmp_path: Path) -> None:
    store = _store(tmp_path, record(), _other(factuality=Factuality.DENIED))
    assert [(row["asserted"], row["denied"]) for row in store.stories()] == [(1, 1)]
    told = {row["version"]: row["source"] for row in store.disagreements() if row["field"] == "factuality"}
    assert told == {"asserted": "une source de sécurité", "denied": "l'état-major français"}


def test_another_doer_is_another_story(tmp_path: Path) -> None:
    text = OTHER.replace("l'armée malienne", "l'armée nigérienne").replace("Gao le 3 mai", "Gao le 9 mai")
    other = _other(
        text=text.replace("9 mai 2021", "3 mai 2021"), doer=("l'armée nigérienne", "NER"), published_at="2021-09-09"
    )
    assert len(_store(tmp_path, record(), other).stories()) <= 1
    plan = _other(factuality=Factuality.FUTURE)
    assert len(_store(tmp_path / "plan", record(), plan).stories()) == 0


def test_reprints_count_as_one_source(tmp_path: Path) -> None:
    reprint = record(
        text=TEXT + " Lire aussi notre dossier.", id="d3", publisher="Le Journal", published_at="2021-05-05"
    )
    store = _store(tmp_path, record(), reprint, _other())
    assert [(row["documents"], row["independent"]) for row in store.stories()] == [(3, 2)]
    claims = store.story(next(iter(store.stories()))["story_id"])
    assert [row["publisher"] for row in claims if row["copy_of"]] == ["Le Journal"]


def test_merging_again_changes_nothing(tmp_path: Path) -> None:
    store = _store(tmp_path, record(), _other())
    again = merge(store.ask)
    assert [row["story_id"] for row in again["stories"]] == [row["story_id"] for row in store.stories()]


def test_a_persons_word_holds_against_all_scores() -> None:
    known = {id: _claim(id) for id in "abcd"}
    alike = [Comparison(*pair, 0.9, ()) for pair in (("a", "b"), ("b", "c"), ("a", "c"))]
    assert [group.events for group in cluster(alike, known)] == [("a", "b", "c")]
    apart = cluster(alike, known, apart={("a", "c")})
    assert [group.events for group in apart] == [("a", "b")]
    chain = [Comparison("a", "b", 0.9, ()), Comparison("c", "d", 0.9, ()), Comparison("b", "c", 0.6, ())]
    assert [group.events for group in cluster(chain, known)] == [("a", "b"), ("c", "d")], "one stray link joins nothing"
    sure = {("a", "b"), ("c", "d"), ("b", "c")}
    assert [group.events for group in cluster(chain, known, sure=sure)] == [("a", "b", "c", "d")]


def test_another_partner_is_another_meeting() -> None:
    kerry, fahmy, lavrov = (
        Party(name, "person", None, land) for name, land in (("John Kerry", "USA"), ("Fahmy", "EGY"), ("Lavrov", "RUS"))
    )
    one = replace(_claim("a"), type="CONSULT", actors=(kerry,), recipients=(fahmy,))
    two = replace(_claim("b"), type="CONSULT", actors=(kerry,), recipients=(lavrov,))
    assert "another partner" in " ".join(compare(one, two).why)
    again = replace(_claim("b"), type="CONSULT", actors=(fahmy,), recipients=(kerry,))
    assert "same parties" in " ".join(compare(one, again).why)


def _claim(id: str) -> Claim:
    """A claim of a document of its own, of which nothing is told."""
    nothing = {each.name: None for each in fields(Claim)} | {"actors": (), "recipients": (), "numbers": ()}
    told = {
        "event_id": id,
        "document_id": f"d{id}",
        "lang": "fr",
        "type": "AID",
        "cameo": "070",
        "factuality": "asserted",
    }
    return Claim(**{**nothing, **told})  # type: ignore[arg-type]


@pytest.mark.parametrize("verdict", ["different", "withdrawn"])
def test_a_person_overrules_the_score(tmp_path: Path, verdict: str) -> None:
    store = _store(tmp_path, record(), _other())
    one, two = sorted(row["event_id"] for row in store.events())
    for number, each in enumerate(dict.fromkeys(["different", verdict])):
        store.judge(two, each, by="x", at=f"2021-06-0{number + 1}", other=one)
    assert len(merge(open_store(store.database).ask)["stories"]) == (0 if verdict == "different" else 1)


def test_a_text_cut_short_is_a_copy_and_another_text_is_none() -> None:
    long = " ".join(f"mot{number} phrase{number % 7} chose{number}" for number in range(120))
    found = copies([Text("a", "2021-01-01", long), Text("b", "2021-01-02", long[: len(long) // 2]),
                    Text("c", "2021-01-01", long.replace("mot", "autre").replace("chose", "point"))])  # fmt: skip
    assert found == {"b": "a"}


@pytest.mark.parametrize("kept", [False, True])
def test_numbers_are_kept_as_best_low_and_high_with_who_gives_which(tmp_path: Path, kept: bool) -> None:
    """A reprint gives no figure of its own; of figures that are given as often the later one is best."""
    reprint = renamed(record(text=TEXT + " Lire aussi notre dossier."), "d3", "Le Journal")
    late = _other(published_at="2021-05-06")
    denied = _other(id="d4", publisher="Agence D", low=99, factuality=Factuality.DENIED, text=OTHER + " Rien de plus.")
    store = open_store(_store(tmp_path, record(), reprint, late, denied).database, kept=kept)
    (story,) = store.stories()
    found = {row["what"]: row for row in store.estimates(story["story_id"])}
    killed = found["killed"]
    assert (killed["best"], killed["low"], killed["high"], killed["independent"]) == ("30", "12", "30", 2)
    assert [each.partition(" → ")[0] for each in killed["given"]] == ["Agence A", "Agence B", "Le Journal"]
    assert (found["day"]["best"], found["place"]["best"], found["place"]["low"]) == ("2021-05-03", "Gao", None)
    assert list(store.estimates()) == list(store.estimates([story["story_id"]]))
    assert list(store.sql("select * from estimates order by story_id, what")) == list(store.estimates())


def test_a_party_without_a_state_is_not_named_beside_the_same_with_one() -> None:
    sides = Party("a Russian bomber", "military", "RUSMIL", "RUS"), Party("un avion", "military", "MIL", None)
    known = {id: replace(_claim(id), recipients=(side,), confidence=0.9) for id, side in zip("ab", sides, strict=True)}
    links = {id: Comparison(*"ab", 1.0, ()) for id in "ab"}
    story = tell([Group(("a", "b"), links)], known, {})["stories"][0]
    assert story["recipients"] == "a Russian bomber"
