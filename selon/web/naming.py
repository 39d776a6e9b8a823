"""What codes are called on the pages, in the language of the reader: types, places, kinds, days, reasons."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import yaml

from selon.report.labels import country_name, labels
from selon.web.speech import WORDS, words


class Names:
    """The names of codes in one language; what has no name is shown as it is.

    >>> Names("fr").kind("ASSAULT", "aerial"), Names("en").day("2015-11-24")
    ('Frappe aérienne', '24 November 2015')
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._labels, self._words = labels(lang), words(lang)

    def kind(self, type: str, mode: str | None = None) -> str:
        """« Frappe aérienne » for ASSAULT/aerial."""
        found = self._labels.event.get(f"{type}/{mode}") or self._labels.event.get(type, type)
        return found[:1].upper() + found[1:]

    def country(self, code: str | None) -> str:
        """The name of a country."""
        return country_name(code, self.lang) if code else ""

    def word(self, group: str, code: str | None) -> str:
        """A word of the interface for a code: `precision`, `sort` (of actor), `form` (of attribution)."""
        return self._words.get(f"{group}_{code}", code or "") if code else ""

    def missing(self, codes: Sequence[str]) -> str:
        """What is said to be unknown."""
        return ", ".join(self._labels.missing.get(code, code) for code in codes)

    def field(self, name: str) -> str:
        """A point on which documents differ; « nombre : morts »."""
        what = name.removeprefix("number of ")
        if what == name:
            return self.word("field", name.replace(" ", "_"))
        return f"{self._words['number']} · {self._many(what)}"

    def counted(self, what: str) -> str:
        """What an estimate is of: the day, the place, or what is counted (« morts »)."""
        name = self.word("field", {"day": "time"}.get(what, what)) if what in ("day", "place") else self._many(what)
        return name[:1].upper() + name[1:]

    def estimate(self, what: str, value: str | None) -> str:
        """A value of an estimate: a day as one writes it, a number with its thousands apart, a place."""
        if value is None or what == "place":
            return value or "–"
        return self.day(value) if what == "day" else self.number(int(value)) if value.isdecimal() else value

    def _many(self, what: str) -> str:
        one, _, many = self._labels.quantity.get(what, what).partition("|")
        return many or one or what

    def day(self, iso: str | None) -> str:
        """A day, month or year as one writes it; a time of day is left out."""
        found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|T| )", iso or "")
        if found is None or (found[2] and not 1 <= int(found[2]) <= 12):
            return iso or ""
        year, month, day = found.groups()
        months = self._labels.time["months"].split()
        parts = [str(int(day)) if day else "", months[int(month) - 1] if month else "", year]
        return " ".join(part for part in parts if part)

    def number(self, value: int) -> str:
        """A number with its thousands apart."""
        return f"{value:,}".replace(",", "\u202f" if self.lang == "fr" else ",")

    def version(self, field: str, value: str) -> str:
        """What is said on a point on which documents differ."""
        if field == "doer":
            return ", ".join(self.country(code) for code in value.split(", "))
        return self.day(value) if field == "time" else value

    def facet(self, name: str, value: str) -> str:
        """A value of a facet."""
        if name == "type":
            return self.kind(value)
        if name == "place":
            return self.country(value)
        return self._words.get({"factuality": value, "lang": f"lang_{value}"}.get(name, ""), value)

    def reasons(self, why: str) -> list[str]:
        """The reasons of a comparison without their weights."""
        plain = [re.sub(r" \([+-][\d.]+\)$", "", reason.strip()) for reason in why.split(";") if reason.strip()]
        return [self._reason(reason) for reason in plain]

    def _reason(self, reason: str) -> str:
        for pattern, words_ in reasons().items() if self.lang == "fr" else ():
            if re.fullmatch(pattern, reason):
                return re.sub(pattern, words_, reason)
        return reason


@cache
def reasons() -> Mapping[str, str]:
    """The reasons of comparisons (regular expressions) and what they are in French."""
    found: dict[str, str] = yaml.safe_load((WORDS / "reasons.yml").read_text(encoding="utf-8"))
    return found


@cache
def names(lang: str) -> Names:
    """The names in a language."""
    return Names(lang)
