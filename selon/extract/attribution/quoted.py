"""The quotations of a document by their tokens."""

from selon.parse.quotes import Quotation, find_quotations, is_fragment, is_speech
from selon.parse.tree import Parse, Token

# Punctuation between a quotation and what gives it: a comma, a colon, a dash, a mark or two; more is no text.
_MARKS = 8
_SOFT = (",", ".", "!", "?", "…", ":", "—", "–", "-", "...", "--")


class Quoted:
    """The quotations of a parse that are speech and stand in no other, with their tokens."""

    def __init__(self, parse: Parse) -> None:
        """Finds them once; asking is cheap."""
        self.parse = parse
        self.any = tuple(each for each in find_quotations(parse.text) if each.depth == 0)
        self.all = tuple(each for each in self.any if is_speech(parse, each))
        self.parts = tuple(each for each in self.any if is_fragment(parse, each))
        self.tokens = {each: frozenset(token.i for token in parse.tokens_in(each.content)) for each in self.any}

        self._around = {i: each for each in reversed(self.any) for i in self.tokens[each]}
        self._ends: dict[int, list[tuple[int, Quotation]]] = {}
        for number, each in enumerate(self.all):
            for i in {min(self.tokens[each]), max(self.tokens[each])} if self.tokens[each] else ():
                self._ends.setdefault(i, []).append((number, each))

    def at_ends(self, content: frozenset[int]) -> list[Quotation]:
        """The speech of which the first or the last token is one of these, in text order."""
        found = {number: each for i in content for number, each in self._ends.get(i, ())}
        return [found[number] for number in sorted(found)]

    def with_token(self, token: Token) -> Quotation | None:
        """The speech that the token stands in."""
        return self._around.get(token.i)

    def before(self, i: int) -> Quotation | None:
        """The quotation that ends right before token `i`, punctuation apart."""
        tokens = self.parse.tokens
        j = i - 1
        first = max(-1, i - 1 - _MARKS)
        while j > first and (tokens[j].text in _SOFT or self._is_mark(tokens[j])):
            j -= 1
        found = self.with_token(tokens[j]) if j > first else None
        marked = any(self._is_mark(token) for token in tokens[j + 1 : i]) or (
            found is not None and found.span.end <= tokens[i].start
        )
        return found if marked else None

    def after(self, i: int) -> Quotation | None:
        """The quotation that begins at token `i`, a comma, a colon or an opening mark apart."""
        tokens = self.parse.tokens
        j = i
        end = min(len(tokens), i + _MARKS)
        while j < end and (tokens[j].text in (",", ":", ".", "—", "–") or self._is_mark(tokens[j])):
            j += 1
        if j >= end:
            return None
        found = self.with_token(tokens[j])
        begins = found is not None and found.span.start >= tokens[i - 1].end if i else True
        return found if found is not None and begins else None

    def _is_mark(self, token: Token) -> bool:
        return token.text in ("«", "»", "“", "”", '"', "''", "``", "„", "‹", "›", "‘", "’", "'")

    def opens_sentence(self, quotation: Quotation) -> bool:
        """Whether a quotation begins its sentence or stands behind a colon: then it is said whole."""
        first = min(self.tokens[quotation])
        sentence = self.parse.tokens[first].sentence
        before = [token for token in self.parse.tokens[sentence.start : first] if not self._is_mark(token)]
        return not before or before[-1].text in (":", ".", ";", "—", "–")
