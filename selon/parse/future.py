"""French futures that a tagger takes for a present or a conditional: « nous riposterons », « je partirai », told by
their endings. Most of what texts it is trained on hold is in the third person.
"""

import re
from dataclasses import replace

from selon.parse.tree import Row

# Stems before -rons, -rez, -rai that no present ends in (« tirons », « ouvrez », « entrons » are presents).
_STEM = "(?:e|ond|fend|tend|rend|vend|cend|iend|ett|att|oud|inc|ui|agi|puni|bâti|fini|ubi|parti|sorti|ver|our|ev|au|oi)"
_FUTURE = re.compile(f"{_STEM}r(?:ons|ez|ai)$")


def give_future(rows: list[Row], start: int, end: int) -> None:
    """Gives the finite forms of one sentence that end like a future its tense, in place."""
    for i in range(start, end):
        row = rows[i]
        if row.pos in ("VERB", "AUX") and row.morph.get("VerbForm") == "Fin" and _FUTURE.search(row.text.lower()):
            rows[i] = replace(row, morph={**row.morph, "Mood": "Ind", "Tense": "Fut"})
