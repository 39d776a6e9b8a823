"""Calendar values in words."""

import pytest

from selon.model.ontology import TimeMod, TimeType
from selon.model.span import Span
from selon.model.time import TimeExpression
from selon.report.dates import day_in_words, in_words
from selon.report.labels import labels


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("2023-05-01", "1er mai 2023", "1 May 2023"),
        ("2023-05-03T20:00", "3 mai 2023", "3 May 2023"),
        ("2023-05", "mai 2023", "May 2023"),
        ("XXXX-05", "mai, année inconnue", "May, year unknown"),
        ("2023", "2023", "2023"),
        ("199", "années 1990", "1990s"),
        ("2023-Q2", "2ᵉ trimestre 2023", "quarter 2 of 2023"),
        ("2023-W18", "semaine 18 de 2023", "week 18 of 2023"),
        ("PAST_REF", "dans le passé", "in the past"),
        ("P10Y", "", ""),
        ("XXXX-WXX-2", "", ""),
    ],
)
def test_values(value: str, fr: str, en: str) -> None:
    assert (day_in_words(value, labels("fr")), day_in_words(value, labels("en"))) == (fr, en)


def test_the_wording_stands_beside_the_value() -> None:
    time = TimeExpression("en mai dernier", Span(0, 14), TimeType.DATE, "2023-05", None, None, None, True)
    assert in_words(time, labels("fr")) == "mai 2023 (« en mai dernier »)"


def test_what_has_no_usual_writing_is_told_by_its_words() -> None:
    time = TimeExpression("depuis dix ans", Span(0, 14), TimeType.DURATION, "P10Y", TimeMod.MORE_THAN, None, None, True)
    assert in_words(time, labels("fr")) == "« depuis dix ans »"
