"""Whom nothing said speaks against being of the place where things happen: no friend abroad, no body above states."""

from collections.abc import Sequence

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.names import NameSort, demonym_at, name_at
from selon.extract.actors.words import Trait, lexicon
from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.parse.tree import Token

# Sectors of people and bodies that are at home where they act, unless somebody says another state.
_LOCAL = frozenset(
    {
        Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.PTY, Sector.OPP, Sector.REB, Sector.CVL,
        Sector.LAB, Sector.EDU, Sector.REL, Sector.MED, Sector.BUS, Sector.AGR, Sector.HLH, Sector.ELI,
    }
)  # fmt: skip
_STRANGE = (Trait.FOREIGN, Trait.ABROAD, Trait.HOMOLOGUE)
_FIXED = (ActorKind.STATE, ActorKind.PLACE)
# So many words behind « soutenus par » the friend's name begins.
_FRIEND = 6
_TAKING_UP = (Sort.PRONOUN, Sort.POSSESSIVE, Sort.AGAIN)


def is_open(cluster: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Whether an actor of no known country can be given that of the place: a noun of a local sector names it, and what
    it belongs to is of no country either."""
    if cluster.country is not None or cluster.kind in _FIXED or _own_name(cluster) or _of_another(cluster, clusters):
        return False
    told = [mention for mention in cluster.mentions if mention.sort not in _TAKING_UP]
    if cluster.kind is ActorKind.PEOPLE and not any(mention.noun for mention in told):
        return not any(_strange(mention) for mention in told)
    if cluster.person and not cluster.sectors:
        return bool(told) and not any(_strange(mention) for mention in told)
    gang = cluster.sectors[:1] == (Sector.CRM,)
    associations = cluster.sectors[:1] == (Sector.NGO,) and cluster.plural  # those of a state, by no name
    if not cluster.sectors or not (gang or associations or _LOCAL.issuperset(cluster.sectors[:1])):
        return False
    named = [mention for mention in told if mention.noun is not None]
    return bool(named) and not any(_strange(mention) for mention in told)


def _own_name(cluster: Cluster) -> bool:
    """Whether it is an armed group that the text calls by a name: that is at home where it is at home."""
    named = any(mention.form is MentionForm.NAME for mention in cluster.mentions)
    return cluster.kind is ActorKind.ARMED_GROUP and named


def _of_another(cluster: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Whether it belongs to somebody who is at home elsewhere or nowhere: « le chef d'Al-Qaïda », not « les reporters
    d'un site indépendant »."""
    inner = clusters[cluster.inner] if cluster.inner is not None else None
    if inner is None:
        return False
    told = [mention for mention in inner.mentions if mention.noun is not None]
    bare = not inner.sectors and inner.kind is ActorKind.ORGANISATION and cluster.plural
    return not bare and not (told and is_open(inner, clusters))


def _strange(mention: Candidate) -> bool:
    noun = mention.noun
    return (noun is not None and any(noun.has(trait) for trait in _STRANGE)) or beyond(mention) or backed(mention)


def backed(candidate: Candidate) -> bool:
    """« soutenus par la Turquie » behind the phrase, "Turkish-backed": the country named there is that of a friend."""
    phrase = candidate.phrase
    if phrase is None:
        return False
    words, tokens = lexicon(candidate.head.parse.lang), candidate.head.parse.tokens
    joined = [each for each in phrase.before if each.i and tokens[each.i - 1].text == "-"]
    behind = tokens[phrase.end : min(phrase.end + 1, candidate.head.sentence.end)]
    behind = [token for token in behind if token is not candidate.head.head and _names_state(token)]
    return any(words.is_(token, "backed") for token in (*joined, *behind))


def _names_state(token: Token) -> bool:
    """Whether a state, its capital or its adjective follows within a few words."""
    end = min(token.i + _FRIEND, token.sentence.end)
    for i in range(token.i + 1, end):
        name = name_at(token.parse, i, end)
        if demonym_at(token.parse, i, end)[0] or (name is not None and name.sort in (NameSort.STATE, NameSort.SEAT)):
            return True
    return False


def beyond(candidate: Candidate) -> bool:
    """Whether an adjective says that it is of no single country (« la banque centrale régionale »)."""
    phrase = candidate.phrase
    if phrase is None:
        return False
    words, tokens = lexicon(candidate.head.parse.lang), candidate.head.parse.tokens
    unit = range(phrase.unit.start, phrase.unit.end)
    beside = (tokens[i] for i in range(phrase.start, phrase.end) if i not in unit)  # not in "the foreign ministry"
    own = (token for token in beside if token.head is None or token.head.i in unit or token.i == phrase.unit.end)
    return any(words.is_(token, "beyond") for token in own if token.pos in ("ADJ", "NOUN"))
