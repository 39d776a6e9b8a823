"""The cast: the actors of a document, and which of them a token stands for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.context import Countries
from selon.extract.actors.local import is_open
from selon.extract.actors.names import state_name
from selon.extract.actors.resolve import Resolved
from selon.model.actor import Actor, Mention, Role, actor_code
from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.model.span import Span
from selon.parse.clause import antecedent
from selon.parse.tree import Parse, Token


class Voice(Protocol):
    """A speaker whom no mention names: an actor, and the id of the one he belongs to by his words."""

    @property
    def actor(self) -> Actor: ...

    @property
    def owner(self) -> str | None: ...


class Cast:
    """The actors of a document in order of first mention (a1, a2 …)."""

    def __init__(
        self,
        actors: tuple[Actor, ...],
        by_token: Mapping[int, tuple[str, ...]],
        hosts: Mapping[int, str],
        open_: frozenset[str] = frozenset(),
        sites: Mapping[int, str] | None = None,
        countries: Countries | None = None,
        called: Mapping[int, frozenset[str]] | None = None,
        named: frozenset[int] = frozenset(),
    ) -> None:
        """`named` are the tokens inside the names of bodies, but for their first."""
        self.named = named
        self.actors = actors
        self.countries = countries or Countries()
        self._by_id = {actor.id: actor for actor in actors}
        self._by_token = by_token
        self._hosts = hosts
        self._open = open_
        self._sites = sites or {}
        self._called = called or {}

    def actor(self, id: str) -> Actor:
        """The actor with the id; an unknown one is a KeyError."""
        return self._by_id[id]

    def with_civilians(self, ids: Collection[str]) -> "Cast":
        """The cast with those of the ids that are persons of whom nothing is known as civilians."""
        unknown = {id for id in ids if self._by_id[id].kind is ActorKind.PERSON and self._by_id[id].code is None}
        actors = tuple(
            replace(each, sectors=(Sector.CVL,), code=actor_code(None, (Sector.CVL,))) if each.id in unknown else each
            for each in self.actors
        )
        return self._with(actors)

    def with_countries(self, countries: Mapping[str, str]) -> "Cast":
        """The cast with the countries of those ids that had none."""
        actors = tuple(
            replace(each, country=countries[each.id], code=actor_code(countries[each.id], each.sectors))
            if each.id in countries and each.country is None
            else each
            for each in self.actors
        )
        return self._with(actors)

    def is_open(self, id: str) -> bool:
        """Whether the actor has no country, and can be of the place where something happens to it."""
        return id in self._open and self._by_id[id].country is None

    def _with(self, actors: tuple[Actor, ...]) -> "Cast":
        known = (self._hosts, self._open, self._sites, self.countries, self._called, self.named)
        return Cast(actors, self._by_token, *known)

    def with_voices(self, voices: Iterable[Voice]) -> "Cast":
        """The cast with those who only speak, of the country and sectors of whom they belong to; no token stands for
        them."""
        found = tuple(self._spoken(each) for each in voices)
        return self._with((*self.actors, *found)) if found else self

    def with_unknown(self, actors: tuple[Actor, ...]) -> "Cast":
        """The cast with actors of whom nothing is known; no token stands for them."""
        return self._with((*self.actors, *actors)) if actors else self

    def _spoken(self, voice: Voice) -> Actor:
        owner = self._by_id.get(voice.owner or "")
        if owner is None:
            return voice.actor
        return replace(voice.actor, code=owner.code, country=owner.country, sectors=owner.sectors)

    def at(self, token: Token) -> tuple[str, ...]:
        """The ids of the actors that the mention with this token stands for, in text order; () if it is no mention.

        Several for « les deux pays », « responsables hongrois et roumains » or « irano-syrien ».
        """
        found = self._by_token.get(token.i)
        if found is not None:
            return found
        meant = antecedent(token)
        return self._by_token.get(meant.i, ()) if meant is not token else ()

    def host(self, token: Token) -> tuple[str, ...]:
        """The state whose capital the token names as a place (« arrivé à Amman »: Jordan); () for any other token."""
        found = self._hosts.get(token.i)
        return (found,) if found is not None else ()

    def site(self, token: Token) -> tuple[str, ...]:
        """The state in which the town or region lies that the token names as a place, or the place; () otherwise."""
        found = self._sites.get(token.i)
        return (found,) if found is not None else ()

    def called(self, token: Token) -> frozenset[str]:
        """The noun, in small letters, by which the text told before of those for whom a pronoun stands."""
        return self._called.get(token.i, frozenset())

    @property
    def own_state(self) -> str | None:
        """The id of the state that the text is about; None where no country stands out or its state is not named."""
        own = self.countries.own
        states = (each for each in self.actors if each.kind is ActorKind.STATE and each.country == own)
        return next((each.id for each in states), None) if own is not None else None


def make_cast(parse: Parse, candidates: Sequence[Candidate], resolved: Resolved) -> Cast:
    """The cast of resolved mentions."""
    kept = sorted((cluster for cluster in resolved.clusters if cluster.mentions), key=_first)
    ids = {cluster.number: f"a{place}" for place, cluster in enumerate(kept, start=1)}
    actors = tuple(_actor(parse, cluster, ids[cluster.number]) for cluster in kept)
    by_token: dict[int, tuple[str, ...]] = {}
    for candidate in candidates:
        numbers = dict.fromkeys(candidate.actors)
        for token in candidate.tokens if numbers else ():
            by_token.setdefault(token.i, tuple(ids[number] for number in numbers))
    hosts = {i: ids[number] for i, number in resolved.hosts.items()}
    sites = {i: ids[number] for i, number in resolved.sites.items()}
    open_ = frozenset(ids[cluster.number] for cluster in kept if is_open(cluster, resolved.clusters))
    called = {each.head.i: _called(each, resolved.clusters) for each in candidates if each.sort is Sort.PRONOUN}
    bodies = [each.name_span for each in candidates if each.sort is Sort.BODY and each.name_span is not None]
    named = frozenset(token.i for span in bodies for token in parse.tokens_in(span)[1:])
    return Cast(actors, by_token, hosts, open_, sites, resolved.countries, called, named)


def _called(pronoun: Candidate, clusters: Sequence[Cluster]) -> frozenset[str]:
    """The nouns of the last mentions before a pronoun of those for whom it stands."""
    found: list[Token] = []
    for number in pronoun.actors:
        before = (each for each in reversed(clusters[number].mentions) if each.span.start < pronoun.span.start)
        nouns = (each.head for each in before if each.sort not in (Sort.PRONOUN, Sort.POSSESSIVE))
        found.extend(islice(nouns, 1))
    return frozenset(word for noun in found for word in (noun.lower, noun.lemma.lower()))


def _first(cluster: Cluster) -> tuple[int, int, int]:
    span = min(mention.span for mention in cluster.mentions)
    return span.start, -span.end, cluster.number


def _actor(parse: Parse, cluster: Cluster, id: str) -> Actor:
    forms: dict[Span, MentionForm] = {}
    for mention in sorted(cluster.mentions, key=lambda each: each.span):
        forms.setdefault(mention.span, mention.form)
    roles: dict[str, Span] = {}
    for span in sorted(cluster.roles):
        roles.setdefault(span.cut(parse.text).lower(), span)
    return Actor(
        id=id,
        name=_name(parse, cluster),
        kind=cluster.kind,
        code=actor_code(cluster.country, cluster.sectors),
        country=cluster.country,
        sectors=cluster.sectors,
        roles=tuple(Role(span.cut(parse.text), span) for span in roles.values()),
        mentions=tuple(Mention(span.cut(parse.text), span, form) for span, form in forms.items()),
    )


def _name(parse: Parse, cluster: Cluster) -> str:
    """The fullest name as written, else the longest noun phrase; the usual name of a state known only by adjectives."""
    named = [mention.name_span for mention in cluster.mentions if mention.name_span is not None]
    if named:
        longest = cluster.kind is not ActorKind.STATE
        return min(named, key=lambda span: (span.start - span.end if longest else 0, span)).cut(parse.text)
    if cluster.kind is ActorKind.STATE and cluster.country:
        return state_name(cluster.country, parse.lang)
    nominal = [mention.span for mention in cluster.mentions if mention.sort not in (Sort.PRONOUN, Sort.POSSESSIVE)]
    return min(nominal or [mention.span for mention in cluster.mentions]).cut(parse.text)
