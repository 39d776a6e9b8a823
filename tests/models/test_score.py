"""What the scores of names are reckoned from."""

from models.score import kinds


def test_medical_reports_are_scored_apart() -> None:
    texts = {"emea-fr-test_1": "Aclasta est une solution.", "frwiki_1": "Paris."}
    assert dict(kinds(texts)) == {
        "": {"frwiki_1": "Paris."},
        ", medical reports": {"emea-fr-test_1": "Aclasta est une solution."},
    }


def test_a_treebank_without_medical_reports_has_one_score() -> None:
    assert dict(kinds({"weblog-1": "Oslo."})) == {"": {"weblog-1": "Oslo."}}
