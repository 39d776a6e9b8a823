"""The words of a source: how far the phrase of a head reaches, by the tree and by the order of words."""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.kinds import is_agency
from selon.extract.attribution.surface import is_inverted
from selon.extract.attribution.words import Use, lexicon
from selon.model.span import Words
from selon.parse.clause import preposition
from selon.parse.tree import Token

# What belongs to a source's name; relative clauses, datelines and asides do not.
_OUTSIDE = (
    "acl:relcl",
    "acl",
    "parataxis",
    "punct",
    "case",
    "advcl",
    "cop",
    "mark",
    "discourse",
    "orphan",
    "cc:preconj",
)


def phrase(heads: list[Token]) -> Words | None:
    """The words of the phrases from the first to the last, without prepositions, relative clauses and what follows
    them."""
    if not heads:
        return None
    parse = heads[0].parse
    spans = [_extent(head) for head in heads]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if heads[-1].i - heads[0].i > 25:
        start, end = spans[0]
    while start < end - 1 and parse.tokens[start].lower in ("de", "d'", "du", "of", "by"):
        start += 1
    if start > parse.tokens[start].sentence.start and _is_article(parse.tokens[start - 1]):
        start -= 1
    first = parse.tokens[start]
    clitic = is_inverted(first)
    begin = first.end - len(first.text.split("-")[-1]) if clitic else first.start
    return Words.of(parse.text, begin, parse.tokens[end - 1].end)


def _is_article(token: Token) -> bool:
    return token.pos == "DET" and token.lower not in ("de", "d'", "which", "what", "whose")


def _extent(head: Token) -> tuple[int, int]:
    """Token bounds of the head's phrase: what hangs on it and stands next to it without a gap."""
    kept = {head.i} | {token.i for token in _belonging(head)}
    start = end = head.i
    while start - 1 in kept:
        start -= 1
    tokens = head.parse.tokens
    while end + 1 in kept or (
        end + 2 in kept and tokens[end + 1].text in (",", "-", "(", "“", "«", '"') and _names(tokens[end + 2])
    ):
        end += 1
    if tokens[end].text == "(":
        end -= 1
    return start, _grown(head, end) + 1


def _grown(head: Token, end: int) -> int:
    """The last token of the phrase by its surface, where the tree cuts it short (« la Maison | -Blanche »)."""
    tokens, words = head.parse.tokens, lexicon(head.parse.lang)
    links = bounds(head.parse.lang).links
    last, i = end, end + 1
    while i < head.sentence.end:
        token = tokens[i]
        if words.is_(token, Use.TIME) or (
            token.is_("VerbForm", "Fin") and token.pos in ("VERB", "AUX") and token.lower not in links
        ):
            break
        if token.lower in words.forms and (_says(token) or _asked(token)):
            break
        if token.pos in ("NOUN", "PROPN", "X", "NUM") or (token.pos == "ADJ" and head.parse.lang == "fr"):
            last = i
        elif not (
            token.lower in links or token.text in ("-", "’s") or (token.pos == "DET" and tokens[i - 1].lower in links)
        ):
            break
        i += 1
    return last


def _asked(token: Token) -> bool:
    """« contacté par l'AFP », "reached by phone" behind a name."""
    words, behind = lexicon(token.parse.lang), token.parse.tokens[token.i + 1 : token.i + 2]
    told = words.is_verb(token, Use.CITED_BY) or words.is_verb(token, Use.ASKED_BY)
    return told and bool(behind) and behind[0].pos == "ADP"


def _says(token: Token) -> bool:
    """Whether a word of a verb of saying is followed by what is said, and so is no part of a name before it."""
    following = token.parse.tokens[token.i + 1 : token.i + 2]
    return bool(following) and (
        following[0].lower in ("que", "qu'", "that", "avoir", "être", ":") or token.pos == "VERB"
    )


def _names(token: Token) -> bool:
    """Whether the phrase goes on with a name in apposition (« le ministre, Jean Petit »)."""
    return token.pos == "PROPN"


def _belonging(head: Token) -> list[Token]:
    found: list[Token] = []
    for child in head.children:
        if (
            child.rel in _OUTSIDE
            or child.base in _OUTSIDE
            or (child.base in ("nsubj", "aux", "obl") and head.pos in ("NOUN", "PROPN"))
        ):
            continue
        if child.base in ("conj", "cc") or _circumstance(child, head):
            continue
        if lexicon(head.parse.lang).is_(child, Use.TIME) and child.first("case") is None:
            continue
        found.append(child)
        found.extend(child.children if child.base == "case" else _inner(child))
    return found


def _circumstance(child: Token, head: Token) -> bool:
    """Whether a phrase behind a noun tells where or when it was said, and not whose it is (« sur la chaîne X »)."""
    lead = preposition(child).split(" ")[0]
    paper = lead in ("in", "dans") and lexicon(head.parse.lang).is_(child, Use.DOCUMENT)
    told = lead in ("à", "to") and is_agency(child)
    return child.i > head.i and (lead in bounds(head.parse.lang).apart or paper or told)


def _inner(child: Token) -> list[Token]:
    """All below a phrase inside the source, its own prepositions and commas too, relative clauses not."""
    found: list[Token] = []
    for each in child.children:
        if each.rel == "acl:relcl" or each.base == "parataxis" or (each.pos == "PUNCT" and each.text in ",;"):
            continue
        found.append(each)
        found.extend(_inner(each))
    return found
