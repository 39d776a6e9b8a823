"""Words that belong to a pattern already: matches are added, largest first; which further ones they bar comes out."""

from selon.extract.events.frames import Need
from selon.extract.events.match import Match


class Taken:
    """The words of the readings that count so far. What counts only where somebody says it takes none from others."""

    def __init__(self) -> None:
        # The size of the largest pattern over each word, by position in the sentence.
        self._sizes: dict[int, int] = {}
        self._lent: set[int] = set()
        self._matches: list[Match] = []

    def bars(self, match: Match) -> bool:
        """Whether a larger pattern has one of a match's words, or an equally large one its head."""
        size, top = match.pattern.size, match.top.i
        free = [token.i for token in match.tokens if token.i == top or token.i not in self._lent]
        larger = any(self._sizes.get(i, 0) > size for i in free)
        return larger or (not _is_heard(match) and self._claims(match))

    def _claims(self, match: Match) -> bool:
        """Whether an equally large pattern has the head already; one verb may share its object with another verb."""
        size, top = match.pattern.size, match.top.i
        if self._sizes.get(top, 0) >= size:
            return True
        return any(top in {token.i for token in each.tokens} for each in self._matches if each.pattern.size >= size)

    def add(self, match: Match) -> None:
        """Takes the words of a match."""
        self._lent.update(_lent(match))
        if _is_heard(match):
            return
        self._matches.append(match)
        for token in match.tokens:
            self._sizes[token.i] = max(self._sizes.get(token.i, 0), match.pattern.size)


def _is_heard(match: Match) -> bool:
    return Need.SOURCE in match.pattern.frame.needs


def _lent(match: Match) -> list[int]:
    """The noun that a relative clause takes from the main clause, which tells a deed of its own with it: "lifted the
    embargo it had slapped on Mali"."""
    noun = match.top.head
    taken = match.top.base == "acl" and noun is not None and noun in match.tokens and noun.base == "obj"
    return [noun.i] if taken and noun is not None else []
