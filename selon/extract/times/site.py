"""Where an expression stands: the pieces around it and the words of its language."""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.extract.times.lexicon import TimeLexicon
from selon.extract.times.pieces import Piece
from selon.model.span import Span
from selon.parse.tree import Parse, Token

_NO_PIECE = Piece("", "", -1, -1, False)


@dataclass(frozen=True, slots=True)
class Site:
    """The pieces around a match, with the words of the lexicon and the tree."""

    pieces: Sequence[Piece]
    words: TimeLexicon
    parse: Parse

    def at(self, i: int) -> Piece:
        """The piece at `i`, or an empty one outside."""
        return self.pieces[i] if 0 <= i < len(self.pieces) else _NO_PIECE

    def token(self, i: int) -> Token | None:
        """The token that holds piece `i`."""
        piece = self.at(i)
        found = self.parse.tokens_in(Span(piece.start, piece.end)) if piece.start >= 0 else []
        return found[0] if found else None

    def has(self, name: str, i: int) -> bool:
        """Whether piece `i` is a word of the class."""
        return self.words.has(name, self.at(i).lower)

    def begins_name(self, i: int) -> bool:
        """Whether piece `i` is a word with a capital."""
        return self.at(i).text[:1].isupper()
