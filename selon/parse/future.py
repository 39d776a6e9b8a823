"""French futures that a tagger takes for a present or a conditional: « nous riposterons », « je partirai », told by
their endings. Most of what texts it is trained on hold is in the third person. Data: `fr/trees.yml`.
"""

import re
from dataclasses import replace
from functools import cache

from selon.parse.tree import Row
from selon.parse.treewords import tree_words


@cache
def _future() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(tree_words('fr').future_stems)})r(?:ons|ez|ai)$")


def give_future(rows: list[Row], start: int, end: int) -> None:
    """Gives the finite forms of one sentence that end like a future its tense, in place."""
    for i in range(start, end):
        row = rows[i]
        if row.pos in ("VERB", "AUX") and row.morph.get("VerbForm") == "Fin" and _future().search(row.text.lower()):
            rows[i] = replace(row, morph={**row.morph, "Mood": "Ind", "Tense": "Fut"})
