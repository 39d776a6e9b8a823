"""The words of reports, in the language of the document: `labels/fr.yml`, `labels/en.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selon.lexicon.load import load_yaml
from selon.lexicon.world import country
from selon.model.event import Event


@dataclass(frozen=True, slots=True)
class Labels:
    """What the categories of a record are called, and the other words of a report."""

    event: Mapping[str, str]
    factuality: Mapping[str, str]
    form: Mapping[str, str]
    missing: Mapping[str, str]
    quantity: Mapping[str, str]
    time: Mapping[str, str]
    word: Mapping[str, str]

    def of_event(self, event: Event) -> str:
        """« visite » for CONSULT/visit; a mode without a word of its own is named after its type."""
        mode = event.mode.value if event.mode else None
        if mode is None:
            return self.event[event.type.value]
        return self.event.get(f"{event.type.value}/{mode}") or f"{self.event[event.type.value]} ({mode})"

    def count(self, number: int) -> str:
        """« 3 événements »."""
        return self.word["events_one"] if number == 1 else self.word["events"].format(n=number)

    def counted(self, what: str, number: float | None) -> str:
        """« mort » for one, « morts » for more: the words before and after the bar."""
        one, _, many = self.quantity[what].partition("|")
        return one if number is not None and number < 2 else many or one

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of the language; marks that they bring along are left out."""
        inner = " ".join(words.split()).strip('«»“”"\u201e ')
        return f"{self.word['open_quote']}{inner}{self.word['close_quote']}"


@cache
def labels(lang: str) -> Labels:
    """The labels of a language."""
    return load_yaml(Path(__file__).parent / "labels" / f"{lang}.yml", Labels)[0]


def country_name(code: str, lang: str) -> str:
    """The usual name of a country; its code where the lexicon has no name."""
    known = country(code)
    names = getattr(known, lang, ()) if known else ()
    return names[0] if names else code
