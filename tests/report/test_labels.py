"""Every category that a record can hold has its word in both languages."""

from enum import StrEnum

import pytest

from selon.model.ontology import EventType, Factuality, Form, Missing, Mode, QuantityOf, TimeMod
from selon.report.labels import labels

LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        ("event", EventType), ("factuality", Factuality), ("form", Form), ("missing", Missing),
        ("quantity", QuantityOf),
    ],
)  # fmt: skip
def test_every_value_has_a_word(lang: str, table: str, kinds: type[StrEnum]) -> None:
    assert {kind.value for kind in kinds} <= set(getattr(labels(lang), table))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mode_is_named_with_some_type(lang: str) -> None:
    named = {key.partition("/")[2] for key in labels(lang).event}
    assert {mode.value for mode in Mode} - named == set()


def test_both_languages_have_the_same_words() -> None:
    french, english = labels("fr"), labels("en")
    for table in ("event", "factuality", "form", "missing", "quantity", "time", "word"):
        assert set(getattr(french, table)) == set(getattr(english, table))


def test_common_time_modifiers_have_a_word() -> None:
    assert {TimeMod.BEFORE.value, TimeMod.AFTER.value, TimeMod.APPROX.value} <= set(labels("fr").time)


def test_one_is_counted_in_the_singular() -> None:
    assert [labels("fr").counted("killed", number) for number in (1, 2, None)] == ["mort", "morts", "morts"]
    assert labels("en").counted("killed", 3) == "killed"
