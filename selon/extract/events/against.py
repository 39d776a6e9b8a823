"""What speaks against a pattern of the event lexicon: words of `unless` in the deed itself, and an object that a demand
does not have.
"""

from collections.abc import Iterator
from itertools import islice

from selon.extract.events.frames import Act, Frame, Intent, Pattern
from selon.extract.events.line import Line
from selon.model.ontology import EventType
from selon.parse.clause import is_verb, surface_subjects
from selon.parse.tree import Token

_OTHER_CLAUSES = ("acl", "advcl", "ccomp", "parataxis", "csubj", "discourse")
# So many tokens behind a verb a word still speaks against its pattern where the tree does not say so; swept 2-8.
_NEXT = 5
# So many steps above a word stands the verb of the clause beside a deed.
_STEPS = 6


def is_barred(pattern: Pattern, top: Token, tokens: list[Token], word: str, line: Line) -> bool:
    """Whether the words around a match speak against its pattern; `word` heads it, `top` governs it."""
    objectless = _asks(pattern.frame) and word in line.lexicon.classes.get("objectless", frozenset())
    if objectless and _has_object_before(top, tokens, line):
        return True  # "called the raid a crime for …"
    around = [] if pattern.without.isdisjoint(line.vocabulary) else _around(pattern.frame, top, tokens, line)
    return any(_speaks_against(each, pattern, tokens, line) for each in around)


def _asks(frame: Frame | Intent) -> bool:
    """Whether a frame is about a demand."""
    return frame.act is Act.DEMAND if isinstance(frame, Intent) else frame.type is EventType.REQUEST


def _has_object_before(verb: Token, matched: list[Token], line: Line) -> bool:
    """Whether an object that no pattern names stands behind a verb that asks by a preposition."""
    asks = any(token.i > verb.i for token in matched) or verb.first("obl", "nmod") is not None
    behind = [each for each in verb.all("obj") if each.i > verb.i and line.link(each)[0] == ""]
    return asks and any(each not in matched for each in behind)


def _speaks_against(token: Token, pattern: Pattern, matched: list[Token], line: Line) -> bool:
    """Whether a word that a pattern must not have is part of the deed, and not only where or when it happens.

    "Arrested the decline" is no arrest, "arrested ten men in the village" is one; what befalls people (an earthquake),
    games and works of art count wherever they stand.
    """
    words = pattern.without & line.words(token)
    if not words or token.is_("Polarity", "Neg"):  # « n'ont pas exécuté », not « exécuter un pas »
        return False
    classes, link = line.lexicon.classes, line.link(token)[0]
    if token.head in matched and token.base in ("compound", "amod"):
        return True  # "a news conference"
    if (link or token.base == "obl") and words <= classes.get("temporal", frozenset()):
        return False
    deadly = _does_harm(pattern.frame) and not line.vocabulary.isdisjoint(classes.get("deadly", frozenset()))
    wherever = frozenset[str]() if deadly else classes.get("wherever", frozenset())
    return link not in classes.get("locative", frozenset()) or not words.isdisjoint(wherever)


def _around(frame: Frame | Intent, top: Token, tokens: list[Token], line: Line) -> list[Token]:
    """The words that may speak against a pattern: two steps below its words, and the next ones up to another verb.

    Not what stands deeper: "visited Kabul to discuss the war" is a visit, whatever is discussed.
    """
    found = [child for each in (top, *tokens) for child in each.children if is_inside(child)]
    found = [each for each in found if not line.is_outside(each)]
    below = [each for each in found if each.base != "xcomp"]
    found.extend(
        child
        for each in below
        for child in each.children
        if is_inside(child) and (each in tokens or not (_is_when(each, line) or _is_aside(each, frame, line)))
    )
    if top.base in ("acl", "amod") and top.head is not None and top.head.pos != "VERB":
        found.extend((top.head, *top.head.all("compound", "flat")))  # "Cyclone Idai, which flattened the port"
        if top.head.base == "obj" and top.head.head is not None:
            found.extend(top.head.head.all("nsubj"))  # "the earthquake left forty villagers injured"
    if is_verb(top) and top.base in ("conj", "xcomp"):
        found.extend(surface_subjects(top))  # "a fire broke out and destroyed 60 stalls"
    if top.base == "nsubj" and top.head is not None:
        found.append(top.head)  # "rape is grown for its oil"
    if top not in tokens:
        found.append(top)  # « fait savoir »
    behind = [each for each in line.after(top) if each.i <= top.i + _NEXT]
    verb = next((i for i, each in enumerate(behind) if each.pos == "VERB" and each not in tokens), len(behind))
    return [*found, *(each for each in behind[: verb + 1] if not (_tells(each, top) or line.is_outside(each)))]


def _tells(token: Token, top: Token) -> bool:
    """Whether a token is of the clause beside a deed that tells who said it: "…, witnesses told Reuters"."""
    over, beside = islice(top.ancestors(), _STEPS), top.all("parataxis")
    return token in over or token in beside or (bool(beside) and any(each in beside for each in _near_over(token)))


def _near_over(token: Token) -> Iterator[Token]:
    """The words that a token hangs on, a few steps up."""
    return islice(token.ancestors(), _STEPS)


def _does_harm(frame: Frame | Intent) -> bool:
    """Whether a frame is of violence, against which any misfortune speaks that the words around tell of."""
    return isinstance(frame, Frame) and frame.type is EventType.ASSAULT


def _is_aside(phrase: Token, frame: Frame | Intent, line: Line) -> bool:
    """Whether a phrase tells what a deed was about, so that what stands in it does not speak against the deed:
    "summoned the envoy over the burning of a holy book"; not for violence.
    """
    return not _does_harm(frame) and line.link(phrase)[0] in line.lexicon.classes.get("aside", frozenset())


def _is_when(phrase: Token, line: Line) -> bool:
    """Whether a phrase only tells after or before what it was (« après la mort d'un journaliste »)."""
    return line.link(phrase)[0] in line.lexicon.classes.get("when", frozenset())


def is_inside(child: Token) -> bool:
    return child.base not in _OTHER_CLAUSES and not (child.base == "conj" and is_verb(child))
