"""Where the patterns of the event lexicon stand in a sentence: in its tree, or where the tree fails, in its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.extract.events.against import is_barred
from selon.extract.events.companions import companion
from selon.extract.events.frames import Frame, Pattern
from selon.extract.events.line import Line
from selon.extract.events.reach import further_words
from selon.parse.clause import is_modal, is_reflexive
from selon.parse.tree import Token

# So many tokens behind a verb a preposition still belongs to it where the tree does not say so; swept 2-11.
_WITHIN = 5


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: its tokens, `top` the one that governs the others and whose arguments count."""

    pattern: Pattern
    top: Token
    tokens: tuple[Token, ...]

    @property
    def nouns(self) -> list[Token]:
        """The matched nouns below the top, whose own dependents are arguments too, and pronouns that stand for one."""
        return [token for token in self.tokens if token is not self.top and _is_nominal(token)]


def _is_nominal(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "ADJ") or (token.pos == "PRON" and token.base == "nsubj")


def find_matches(line: Line) -> Iterator[Match]:
    """Every pattern that stands in the sentence, in text order of the pattern's head; overlaps included."""
    for token in line.tokens:
        if token.pos in ("PUNCT", "DET", "ADP", "CCONJ", "PRON"):
            continue
        for word in line.heads(token):
            for pattern in line.patterns(word):
                match = _match(pattern, token, word, line)
                if match is not None:
                    yield match


def _match(pattern: Pattern, token: Token, word: str, line: Line) -> Match | None:
    if not _fits(pattern, token, line):
        return None
    tokens = [token]
    for i, element in enumerate((pattern.head, *pattern.others)):
        found = (
            further_words(element.words[word], token, tokens, line)
            if i == 0
            else companion(element, token, tokens, line, pattern)
        )
        if found is None:
            return None
        tokens.extend(found)
    top = _top(token)
    if not all(_governs(top, token, name, line) for name in pattern.with_):
        return None
    if is_barred(pattern, top, tokens, word, line):
        return None
    return Match(pattern, top, tuple(sorted(set(tokens), key=lambda each: each.i)))


def _fits(pattern: Pattern, token: Token, line: Line) -> bool:
    if "AUX" not in pattern.pos:
        return token.pos in pattern.pos or (token.pos == "ADJ" and token.first("det") is not None)
    if token.base == "aux" and token.rel not in ("aux:caus", "aux:pass") and not is_modal(token):
        return False
    participle = token.pos == "ADJ" and token.is_("VerbForm", "Part")
    if token.pos not in pattern.pos and not participle and not line.disguised(token):
        return False
    if token.first("det", "nummod") is not None and token.first("aux", "obj") is None:
        return False  # "let 300 wounded through"
    if token.lower in line.lexicon.classes.get("leading", frozenset()) and token.first("nsubj", "aux") is None:
        return False  # "193 people including three opposition leaders"
    if isinstance(pattern.frame, Frame) and _is_recent_past(token):
        return False
    return pattern.reflexive == _reflexive(token, line) if token.parse.lang == "fr" else True


def _is_recent_past(verb: Token) -> bool:
    """Whether a verb only tells that a deed was done just now: « vient d'imposer des sanctions au Pérou »."""
    behind = verb.parse.tokens[verb.i + 1 : verb.i + 3] if verb.lemma == "venir" else ()
    return len(behind) == 2 and behind[0].lemma == "de" and (behind[1].pos in ("VERB", "AUX", "PRON", "ADV"))


def _reflexive(token: Token, line: Line) -> bool:
    """Whether the verb has a reflexive pronoun, in the tree or before it but for auxiliaries and adverbs.

    Not where that belongs to the causative above it (« s'est fait arrêter »).
    """
    if any(child.rel == "aux:caus" for child in token.children):
        return False
    if is_reflexive(token):
        return True
    for each in line.before(token):
        if each.lower in ("se", "s'"):
            return True
        if each.pos not in ("AUX", "ADV", "PRON") or each.lower == "a":
            return False
    return False


def _top(head: Token) -> Token:
    """The token that governs the pattern: the predicate of a copula, the verb of a causative or modal, or the head."""
    if (head.rel in ("cop", "aux:caus", "aux:pass") or is_modal(head)) and head.head is not None:
        return head.head
    return head


def _governs(top: Token, head: Token, name: str, line: Line) -> bool:
    """Whether a dependent of the predicate carries the preposition, conjunction or particle,
    or it follows in the clause.
    """
    for token in (top, head):
        for child in token.children:
            if child.base in ("compound", "advmod", "mark") and child.lower == name:
                return True
            if _is_led(child, name) and not line.is_outside(child):
                return True
    objects = [each for child in top.all("obj") for each in child.conjuncts()]
    if any(_is_led(each, name) for noun in objects for each in (noun, *noun.all("nmod", "acl"))):
        return True  # "charged a governor and his aides with theft"
    behind = (each for each in line.after(head) if each.i <= head.i + _WITHIN)
    return any(name in (each.lower, each.lemma.lower()) and not _leads_outside(each, line) for each in behind)


def _leads_outside(mark: Token, line: Line) -> bool:
    """Whether a preposition leads a phrase outside the deed: "came under fire near Gao over the weekend"."""
    return mark.base == "case" and mark.head is not None and line.is_outside(mark.head)


def _is_led(phrase: Token, name: str) -> bool:
    """Whether a phrase carries the preposition or conjunction."""
    return any(name in (each.lemma.lower(), each.lower) for each in phrase.all("case", "mark"))
