"""Gaps: what a text says is not known.

In: a parse. Out: for each gap what is missing (place, time, identity …), the words that say so, and the tokens that
may name the event meant. Reads lexicon/data/{fr,en}/gaps.yml (phrases) and gap_words.yml (words). The steps: pattern
(phrases as expressions over a sentence's words), missing (what is named after, before or inside; with question,
subject, named), find (which of them stay).
"""

from selon.extract.gaps.find import FoundGap, find_gaps

__all__ = ["FoundGap", "find_gaps"]
