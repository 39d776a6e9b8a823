"""Whom praise, blame or refusal is of where only the thing is named: who did what was told before.

« … La France s'en est félicitée », "… Madrid regretted the decision", « a dénoncé un texte partial ».
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.events import event_lexicon
from selon.model.ontology import EventType
from selon.parse.clause import is_passive
from selon.parse.tree import Token

_REACTIONS = (EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT)
_WORDS = (*_REACTIONS, EventType.THREATEN, EventType.REQUEST)
_THIS = frozenset({"en", "it", "this", "that", "cela", "ceci"})
# What tells of a thing which thing it is: with one of these it may be another than the one told before.
_TELLING = ("nmod", "acl", "appos", "compound", "nummod")


def beside(draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """To whom the same doers address the clause over a participle (« dénonçant un complot, il a sommé Paris de … »)."""
    head, over = draft.head, draft.head.head
    if head.base != "advcl" or not (head.is_("VerbForm", "Part") or head.is_("VerbForm", "Ger")) or over is None:
        return ()
    main = (each for each in drafts if each.head is over and each.type in _WORDS and each.actors == draft.actors)
    return next((each.recipients for each in main), ())


def charged(draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Who does what the accuser says, where the accusation stands behind it (« Bakou a bombardé X, accuse Erevan »)."""
    same = [each for each in drafts if each.sentence == draft.sentence and each.head.i < draft.head.i and each.actors]
    said = [each for each in same if each.attribution and each.attribution[-1].actor in draft.actors]
    return said[-1].actors if said else ()


def done_below(draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Who does the deed that the words of praise or blame take as their object (« face à l'expulsion de X par Y »)."""
    below = [each for each in drafts if each.found.nominal and each.actors and draft.head in each.head.ancestors()]
    return below[0].actors if below else ()


def takes_up(head: Token, cast: Cast) -> bool:
    """Whether what is welcomed or condemned was told before: « s'en est félicité », "condemned the move"."""
    passive = head.all("nsubj") if is_passive(head) else []  # « cette mesure a été dénoncée par Paris »
    things = [each for each in (*head.all("obj", "iobj", "obl"), *passive) if not cast.at(each)]
    if any(each.lower in _THIS and each.pos == "PRON" for each in head.children):
        return True
    if head.base == "acl" and head.head is not None and head.head.base == "appos":  # "a move Washington denounced"
        return True
    return any(_is_known(each) for each in things if each.pos == "NOUN")


def _is_known(noun: Token) -> bool:
    """Whether a noun is one told of before: « cette décision unilatérale », "the move", or a word for what was said
    or decided (« un texte partial »)."""
    pointing = any(each.is_("PronType", "Dem") for each in noun.all("det"))
    definite = any(each.is_("Definite", "Def") for each in noun.all("det"))
    bare = noun.first(*_TELLING) is None
    recalled = event_lexicon(noun.parse.lang).classes.get("recalled", frozenset())
    resumes = not recalled.isdisjoint((noun.lower, noun.lemma.lower()))
    return pointing or (definite and bare and (resumes or noun.first("amod") is None)) or (bare and resumes)


def reacted_to(draft: Draft, ordered: Sequence[Draft]) -> tuple[str, ...]:
    """Who did what was told last before a reaction to it; of another reaction, those to whom it was."""
    near = [each for each in ordered if 0 <= draft.head.sentence_i - each.head.sentence_i <= 1]
    before = [each for each in near if each.head.i < draft.head.i and not set(each.actors) & set(draft.actors)]
    main = [each for each in before if each.head.base != "acl" and not each.found.nominal]
    if not before:
        return ()
    last = (main or before)[-1]
    return last.recipients if last.type in _REACTIONS and last.recipients else last.actors
