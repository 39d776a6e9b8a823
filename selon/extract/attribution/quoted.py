"""The quotations of a document by their tokens."""

from selon.extract.attribution.bounds import THAT
from selon.extract.attribution.words import Use, lexicon
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
        self.tokens = {each: frozenset(token.i for token in parse.tokens_in(each.content)) for each in self.any}
        self._around = {i: each for each in reversed(self.any) for i in self.tokens[each]}
        said = [each for each in self.any if not self._is_title(each)]
        self.all = tuple(each for each in said if is_speech(parse, each))
        self.parts = tuple(each for each in said if is_fragment(parse, each))
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

    def _is_title(self, quotation: Quotation) -> bool:
        """Whether words in marks are what a work is called (« un rapport intitulé « … » », « Dans son livre, « … », X
        dit que »)."""
        inside, tokens = self.tokens[quotation], self.parse.tokens
        lead = next((i for i in range(min(inside, default=0) - 1, -1, -1) if not self._is_mark(tokens[i])), None)
        if not inside or lead is None or tokens[lead].sentence_i != tokens[min(inside)].sentence_i:
            return False
        words = lexicon(self.parse.lang)
        if words.is_(tokens[lead], Use.TITLED):
            return True
        work = tokens[lead].text == "," and lead > 0 and words.is_(tokens[lead - 1], Use.DOCUMENT)
        return work and tokens[min(inside)].text[0].isupper() and self._is_set_apart(quotation)

    def _is_set_apart(self, quotation: Quotation) -> bool:
        """Whether a comma ends a quotation and somebody says something else behind it, with « que » or in marks."""
        tokens, last = self.parse.tokens, max(self.tokens[quotation])
        rest = [token for token in tokens[last + 1 : tokens[last].sentence.end] if not self._is_mark(token)]
        if tokens[last].text != ",":
            if not rest or rest[0].text != ",":
                return False
            rest = rest[1:]
        subject = bool(rest) and rest[0].pos in ("DET", "NOUN", "PROPN", "PRON", "X")
        others = any(self.with_token(token) is not None for token in rest)
        return subject and (others or any(token.lower in THAT for token in rest))

    def opens_sentence(self, quotation: Quotation) -> bool:
        """Whether a quotation begins its sentence or stands behind a colon: then it is said whole."""
        first = min(self.tokens[quotation])
        sentence = self.parse.tokens[first].sentence
        before = [token for token in self.parse.tokens[sentence.start : first] if not self._is_mark(token)]
        return not before or before[-1].text in (":", ".", ";", "—", "–")
