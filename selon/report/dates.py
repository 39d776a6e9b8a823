"""Time values in words: « 2023-05 » → « mai 2023 »."""

import re

from selon.model.ontology import TimeMod
from selon.model.time import TimeExpression
from selon.report.labels import Labels

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"\d{3}")


def in_words(time: TimeExpression, labels: Labels) -> str:
    """The value as people write it, with the wording of the text beside it: « mai 2023 (« en mai dernier ») ».

    A value that has no usual writing is told by the words of the text alone.
    """
    value = _range(time, labels) or day_in_words(time.value, labels)
    wording = labels.quoted(time.text)
    if not value:
        return wording
    mod = labels.time.get(time.mod.value, "") if time.mod else ""
    if mod and time.mod is not TimeMod.APPROX and value == labels.time.get(time.value):
        mod = ""
    told = f"{mod} {value}".strip()
    return told if told.lower() == " ".join(time.text.split()).lower() else f"{told} ({wording})"


def _range(time: TimeExpression, labels: Labels) -> str:
    if "/" not in time.value or not time.start or not time.end or time.start == time.end:
        return ""
    return labels.time["range"].format(start=day_in_words(time.start, labels), end=day_in_words(time.end, labels))


def day_in_words(value: str, labels: Labels) -> str:
    """A calendar value in words; empty for durations, sets and whatever else is no point in time."""
    words = labels.time
    months = words["months"].split()
    if match := _DAY.fullmatch(value):
        year, month, day = match.groups()
        known = {"day": _first(int(day), labels), "month": months[int(month) - 1], "year": year}
        return words["day_no_year" if year == "XXXX" else "day"].format(**known)
    if match := _MONTH.fullmatch(value):
        year, month = match.groups()
        if not 1 <= int(month) <= 12:
            return ""
        return words["month_no_year" if year == "XXXX" else "month"].format(month=months[int(month) - 1], year=year)
    if match := _WEEK.fullmatch(value):
        return words["week"].format(year=match[1], week=int(match[2]))
    if match := _QUARTER.fullmatch(value):
        return words["quarter"].format(year=match[1], quarter=match[2])
    if _YEAR.fullmatch(value):
        return value
    if _DECADE.fullmatch(value):
        return words["decade"].format(decade=f"{value}0")
    return words.get(value, "") if value.endswith("_REF") else ""


def _first(day: int, labels: Labels) -> str:
    """The first of a month is « 1er » in French."""
    return "1er" if day == 1 and labels.word["to"] == "à" else str(day)
