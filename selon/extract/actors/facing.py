"""Countries that an actor deals with in its own clause: whom it addresses or fights, where it goes, what it carries.

Such a country is no hint to where the actor is from (« Le premier ministre a appelé Israël à … »: not Israel's).
"""

from collections.abc import Iterable

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.context import ALL, Setting
from selon.extract.actors.told import Told
from selon.extract.actors.words import Lexicon, Trait, lexicon
from selon.parse.tree import Token

_SUBJECTS = ("nsubj", "csubj")
_TO = ("à", "au", "aux", "to")


def faces(setting: Setting, candidate: Candidate, country: str) -> bool:
    """Whether the sentence names the country as one that the candidate acts on, goes to or wears the signs of."""
    words = lexicon(candidate.head.parse.lang)
    near = [told for told in setting.told(candidate.head.sentence_i) if told.country == country]
    return any(_carried(told, candidate) or _acted_on(told, candidate, words) for told in near)


def deals_with(candidate: Candidate, others: Iterable[Candidate], country: str) -> bool:
    """Whether what rulers or police do is done to an envoy of the country (« a expulsé l'attaché militaire français »),
    or to people who are told by being from there ("police arrested two Iranians")."""
    verb = _verb_of(candidate.head)
    return verb is not None and any(
        (other.sort is Sort.PEOPLE or (other.noun is not None and other.noun.has(Trait.ABROAD)))
        and country in other.countries
        and _is_below(other.head, verb)
        for other in others
    )


def _is_below(head: Token, verb: Token) -> bool:
    """Whether a mention is the object of a verb or of what stands below it."""
    return head.has_rel("obj", "iobj", "obl") and verb in head.ancestors()


def _carried(told: Told, candidate: Candidate) -> bool:
    """« des manifestants munis de drapeaux palestiniens »: the adjective of a thing inside the phrase or behind it."""
    thing = told.token.head
    if told.sort is not Sort.ADJECTIVE or thing is None or thing is candidate.head:
        return False
    return thing.pos == "NOUN" and candidate.head in thing.ancestors()


def _acted_on(told: Told, candidate: Candidate, words: Lexicon) -> bool:
    """Whether the candidate is the subject of the clause that has the country as object, addressee or destination."""
    verb = _verb_of(candidate.head)
    if verb is None or told.sort is Sort.ADJECTIVE:
        return False
    path = [told.token]
    for governor in told.token.ancestors():
        if governor is verb:
            break
        path.append(governor)
    else:
        return False
    if any(token.has_rel(*_SUBJECTS) for token in path):
        return False
    return _faced(told, [*path[1:], verb], words)


def _verb_of(head: Token) -> Token | None:
    """The verb that a mention, or the first of its coordination, is the subject of."""
    while head.base in ("conj", "flat", "appos") and head.head is not None:
        head = head.head
    return head.head if head.has_rel(*_SUBJECTS) else None


def _before(told: Told) -> str:
    """The word before the country and what says that it is all of it (« dans toute la Tunisie »); '' for none."""
    tokens, i = told.token.parse.tokens, told.start - 1
    while i > told.token.sentence.start and tokens[i].lower in ALL:
        i -= 1
    return tokens[i].lower if i >= told.token.sentence.start else ""


def _towards(told: Told, words: Lexicon) -> bool:
    """Whether « auprès », « à l'égard » stand before the preposition."""
    i = told.start - 2
    return i >= told.token.sentence.start and told.token.parse.tokens[i].lower in words.sets["agentive"]


def _faced(told: Told, governors: list[Token], words: Lexicon) -> bool:
    """Objects and addressees; a place only as a destination; « de » as such says nothing (« l’économie du Gabon »)."""
    token = told.token
    before = _before(told)
    if any(words.is_(governor, "goes") for governor in governors):
        return True
    if before in words.sets["of"] and _towards(told, words):
        return True
    if before in words.sets["of"]:
        return any(words.is_(governor, "takes_of") for governor in governors[:1])
    if before in words.sets["locative"]:
        return before in _TO and any(words.is_(governor, "address") for governor in governors[:1])
    return token.base in ("obj", "iobj", "obl", "nmod", "conj")
