"""When: the time expressions of a text with their TIMEX3 values, and which of them an event has.

In: a parse and the publication date. Out: `TimeExpression`s. Reads lexicon/data/{fr,en}/time.yml (words) and
time_phrases.yml (how they combine). The steps: pieces, grammar (with terminals, numbers, checks) -> reading ->
anchor (with context, dates, days, turn, calendar, lengths, tense) -> value; choose gives an event its time.
"""

from selon.extract.times.choose import time_of
from selon.extract.times.find import find_times

__all__ = ["find_times", "time_of"]
