"""Deeds that stand near an intent and are not governed by it: its occasion, its time, what others said.

A deed and the match of an intent come in, a verdict goes out. Reads the classes `apart`, `aside` and `barred`.
"""

from selon.extract.events.found import FoundEvent
from selon.extract.events.frames import Act, Intent, Need
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.parse.clause import is_passive, is_verb
from selon.parse.tree import Token

# Acts by which somebody is willing to do something.
_WILLING = (Act.PROMISE, Act.APPROVE, Act.PLAN)
_WITH = ("with", "avec")


def is_beside(event: FoundEvent, match: Match, scene: Scene) -> bool:
    """Whether a deed stands near an intent and is not what is promised, asked for, begun or ended."""
    if Need.SOURCE in event.needs and is_cause(match):
        return True  # « Donnez-nous des chars », a lancé X: what is said is not begun
    head, top = event.head, match.top
    if not event.nominal:
        return head.rel == "amod" or _is_aside(head, top, scene)  # "prepared to swap captured officers"
    return (
        (is_cause(match) and _is_circumstance(head, top, scene))
        or is_agreed_with(head, match, scene)
        or _is_beside_complement(head, match, scene)
        or _is_ending(head, match)
    )


def is_cause(match: Match) -> bool:
    """Whether the intent only tells that a deed begins, goes on or is tried."""
    frame = match.pattern.frame
    return isinstance(frame, Intent) and frame.act is Act.CAUSE


def is_agreed_with(deed: Token, match: Match, scene: Scene) -> bool:
    """Whether somebody only shares the view of a deed: "agreed with police warnings" promises none."""
    frame = match.pattern.frame
    return isinstance(frame, Intent) and frame.act in _WILLING and scene.line.link(deed)[0] in _WITH


def _is_beside_complement(deed: Token, match: Match, scene: Scene) -> bool:
    """Whether a deed is only the occasion of a promise whose own deed stands in an infinitive or a clause.

    « S'est engagé à fournir des radars, face aux incursions répétées ».
    """
    frame, top = match.pattern.frame, match.top
    if not isinstance(frame, Intent) or frame.act not in _WILLING or top.first("xcomp", "ccomp") is None:
        return False
    near = deed.head is top or deed.head in top.all("xcomp")  # « devait y atterrir après une visite à Rome »
    return deed.base == "obl" and near and _is_circumstance(deed, top, scene)


def _is_circumstance(deed: Token, top: Token, scene: Scene) -> bool:
    """Whether a modifier that is no argument lies between a deed and what governs it (« en cas d'attaque », « a
    commencé après l'attaque »)."""
    barred = scene.line.lexicon.classes.get("barred", frozenset())
    aside = scene.line.lexicon.classes.get("aside", frozenset())
    for token in [deed, *deed.ancestors()]:
        if token is top:
            return False
        link = scene.line.link(token)[0]
        if (
            token.rel == "obl:mod"
            or (token.base == "obl" and link in barred)
            or (token.base == "nmod" and link in aside)
        ):
            return True
    return False


def _is_aside(deed: Token, top: Token, scene: Scene) -> bool:
    """Whether a deed stands in a clause of time or cause beside what an intent governs ("agreed to form a panel months
    after villagers protested"), or in a clause before it (« en imposant des sanctions, X a décidé de … »)."""
    aside = scene.line.lexicon.classes.get("aside", frozenset())
    apart = scene.line.lexicon.classes.get("apart", frozenset())
    for token in [deed, *deed.ancestors()]:
        if token is top:
            return False
        if token.base == "advcl" and token.i < top.i:
            return True
        leads = [*token.all("mark", "case"), *(each for noun in token.all("nsubj") for each in noun.all("case"))]
        if token.base in ("advcl", "acl", "ccomp") and any(each.lower in aside for each in leads):
            return True
        if token.base == "advcl" and any(each.lower in apart for each in leads):
            return True
    return False


def _is_ending(deed: Token, match: Match) -> bool:
    """Whether a deed is what ends something else: « la réconciliation tourne une page », « l'accord met fin à … »."""
    frame, top = match.pattern.frame, match.top
    halts = isinstance(frame, Intent) and frame.act is Act.HALT and is_verb(top) and not is_passive(top)
    return halts and deed.base == "nsubj" and deed.head is top and top.first("obj", "iobj") is not None
