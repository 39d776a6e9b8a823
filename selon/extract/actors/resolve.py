"""Who is who: the mentions of a document in clusters, by sieves from the surest to the least sure.

In the manner of Stanford's multi-pass sieve (Lee et al. 2013): exact names, appositions, names of a person, functions
that a text gives once and takes up again, words for « the country », « both », and last pronouns.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from selon.extract.actors import bodies, lately, nominals, persons
from selon.extract.actors.again import told_body
from selon.extract.actors.ahead import ahead
from selon.extract.actors.apposition import find_appositions
from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.context import Countries, Setting
from selon.extract.actors.origin import lent, said
from selon.extract.actors.salience import REACH, Salience, state_gender
from selon.extract.actors.sectors import belongs_above
from selon.extract.actors.titled import find_titled
from selon.extract.actors.told import Spot
from selon.extract.actors.words import Trait
from selon.lexicon.namesakes import likelier
from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.model.place import Place
from selon.parse.quotes import find_quotations
from selon.parse.tree import Parse, Token

# Where an acronym that nothing explains stands when it acts.
_ARGUMENTS = ("nsubj", "obl:agent", "obj")
_TAKING_UP = (Definite.DEFINITE, Definite.DEMONSTRATIVE, Definite.POSSESSIVE)
_GROUP_REACH = 2
# So many words before a capital stands the noun that it belongs to (« ses ambassadeurs à Washington et à Canberra »).
_BESIDE = 6
# How far above a capital the word of the visit stands (« arrivé à Amman », « en visite officielle à Amman »).
_GOVERNORS = 2


@dataclass(frozen=True, slots=True)
class Resolved:
    """The clusters of a document; `hosts` are the clusters (by number) of the states whose capitals are only places,
    `sites` those of all towns and regions that are only places, or of their states."""

    clusters: list[Cluster]
    hosts: Mapping[int, int]
    sites: Mapping[int, int]
    countries: Countries


def _before(spot: Spot) -> list[Token]:
    """The few words before the phrase of a capital, nearest first."""
    first = max(spot.start - _BESIDE, spot.token.sentence.start)
    return list(reversed(spot.token.parse.tokens[first : spot.start]))


def resolve(parse: Parse, candidates: Sequence[Candidate], spots: Sequence[Spot], places: Sequence[Place]) -> Resolved:
    """The clusters of a document; each candidate then knows its clusters (`actors`)."""
    persons.by_last_name(candidates)
    resolver = Resolver(Board(parse, candidates, Setting(parse, candidates, spots, places)))
    for candidate in candidates:
        resolver.settle(candidate)
    hosts = {spot.token.i: host.number for spot in spots if (host := resolver.host(spot)) is not None}
    sites = {spot.token.i: site.number for spot in spots if (site := resolver.site(spot)) is not None}
    return Resolved(resolver.board.clusters, hosts, sites, resolver.board.setting.countries)


class Resolver:
    """Settles the candidates of one document in text order."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.salience = Salience(find_quotations(board.parse.text))
        self.appositions = find_appositions(board.candidates)
        self.titled = find_titled(board.candidates)
        self.settled: set[int] = set()
        self._ways: Mapping[Sort, Callable[[Candidate], None]] = {
            Sort.STATE: self._state,
            Sort.ADJECTIVE: self._adjective,
            Sort.GOVERNMENT: self._government,
            Sort.PEOPLE: self._people,
            Sort.BODY: self._body,
            Sort.PLACE: self._place_name,
            Sort.PERSON: self._person,
            Sort.NOMINAL: self._nominal,
            Sort.COUNTRY_WORD: self._country_word,
            Sort.AGAIN: self._again,
            Sort.PRONOUN: self._pronoun,
            Sort.POSSESSIVE: self._pronoun,
        }

    def settle(self, candidate: Candidate) -> None:
        """Gives the candidate its clusters; what it belongs to, and a possessive before it, are settled first."""
        if id(candidate) in self.settled:
            return
        self.settled.add(id(candidate))
        if candidate.owner is not None and (owner := self.board.by_head.get(candidate.owner.i)) is not None:
            self.settle(owner)
        if candidate.inner is not None:
            self.settle(candidate.inner)
        self._ways[candidate.sort](candidate)

    def host(self, spot: Spot) -> Cluster | None:
        """The state that receives whoever goes to its capital: one that the text names, or a new one for a visit."""
        board = self.board
        known = board.by_key.get(f"state:{spot.country}") or board.by_key.get(f"government:{spot.country}")
        governors = (governor for _, governor in zip(range(_GOVERNORS), spot.token.ancestors(), strict=False))
        beside = takewhile(lambda each: each.pos not in ("VERB", "PUNCT"), _before(spot))
        if known is not None or not any(board.words.is_(each, "visits") for each in (*beside, *governors)):
            return known
        visited = Candidate(spot.token, (), spot.span, Sort.STATE, MentionForm.NAME, ActorKind.STATE)
        visited.name_span = spot.span
        cluster = board.state(spot.country)
        cluster.join(visited)
        return cluster

    def site(self, spot: Spot) -> Cluster | None:
        """The state in which a place lies if the text names it, else the place itself; None where it has no state."""
        board, country = self.board, self.board.setting.one_of((spot.country,))
        if country is None:
            return None
        if (known := board.by_key.get(f"state:{country}")) is not None and known.mentions:
            return known
        place = Candidate(spot.token, (), spot.span, Sort.PLACE, MentionForm.NAME, ActorKind.PLACE)
        place.name_span, place.countries = spot.span, (country,)
        self._place_name(place)
        return board.by_key[f"place:{spot.span.cut(board.parse.text)} {country}"]

    # names that the lexicons know

    def _state(self, candidate: Candidate) -> None:
        shared = [each for countries in candidate.countries for each in countries.split("|")]
        if len(shared) > 1 and candidate.head.is_("Number", "Plur"):  # « les deux Corées »
            for each in shared:
                self.board.state(each).join(candidate)
            return
        country = self.board.setting.one_of(candidate.countries)
        if country is None and len(candidate.tokens) > 1:  # « la République islamique »
            country = likelier(shared)
        if country is None:
            self.board.new(candidate, None)
            return
        cluster = self.board.state(country)
        cluster.join(candidate)
        if self.board.parse.lang == "fr":
            cluster.gender = cluster.gender or state_gender(candidate.key, country)
            cluster.plural = cluster.plural or candidate.plural

    def _adjective(self, candidate: Candidate) -> None:
        for each in candidate.countries:
            if (country := self.board.setting.one_of((each,))) is not None:
                self.board.state(country).join(candidate)

    def _government(self, candidate: Candidate) -> None:
        if (housed := bodies.housed(self.board, candidate)) is not None:
            self.board.keyed(f"body:{housed.key}", housed.kind).take(candidate, None)
            return
        country = self.board.setting.one_of(candidate.countries)
        self.board.keyed(f"government:{country or candidate.key}", ActorKind.GOVERNMENT).take(candidate, country)

    def _place_name(self, candidate: Candidate) -> None:
        country = self.board.setting.one_of(candidate.countries)
        name = candidate.key or candidate.span.cut(self.board.parse.text)
        self.board.keyed(f"place:{name} {country}", ActorKind.PLACE).take(candidate, country)

    def _people(self, candidate: Candidate) -> None:
        country = self.board.setting.one_of(candidate.countries)
        cluster = self.board.keyed(f"people:{candidate.key} {country or ''}", ActorKind.PEOPLE)
        cluster.plural = True
        cluster.take(candidate, country)

    def _body(self, candidate: Candidate) -> None:
        """A body by its name; an acronym that nothing explains and that does nothing is none."""
        bodies.choose(self.board, candidate)
        key = f"body:{candidate.key}"
        bare = candidate.noun is None and not candidate.sectors and key not in self.board.by_key
        apposed = self._apposed(candidate)
        if key not in self.board.by_key and apposed is not None and not apposed.person:
            self.board.by_key[key] = apposed
        elif bare and (told := bodies.abbreviated(self.board, candidate)) is not None:
            self.board.by_key[key] = told
        elif bare and not candidate.head.has_rel(*_ARGUMENTS) and not bodies.has_members(candidate):
            return
        cluster = self.board.keyed(key, candidate.kind)
        cluster.plural = candidate.plural
        country = None if belongs_above(candidate) and not candidate.countries else said(self.board, candidate)
        cluster.take(candidate, country or cluster.country or bodies.home(self.board, candidate))
        alias = candidate.phrase.alias if candidate.phrase is not None else None
        if alias is not None:
            text = " ".join(token.text for token in self.board.parse.tokens[alias.start : alias.end])
            self.board.by_key.update({f"body:{name}": cluster for name in (text, alias.key) if name})

    # persons

    def _person(self, candidate: Candidate) -> None:
        board, country = self.board, said(self.board, candidate)
        cluster = self._apposed(candidate) or persons.by_name(board, candidate.name, country)
        cluster = cluster or persons.by_title(board, candidate, country)
        if cluster is None and not persons.is_person(board, candidate):
            return
        if country is None and (cluster is None or cluster.country is None):
            country = persons.nationality(candidate, cluster) or lent(board, candidate)
        if candidate.noun is not None and candidate.noun.has(Trait.HOMOLOGUE):
            nominals.like_owner(board, candidate)
        board.join(candidate, cluster, country)

    def _apposed(self, candidate: Candidate) -> Cluster | None:
        other = self.appositions.get(id(candidate))
        if other is None:
            return None
        self.settle(other)
        return self.board.clusters[other.actors[0]] if other.actors else None

    def _called(self, candidate: Candidate, country: str | None) -> None:
        """A function with its holder's name behind it (« Le président turc, Recep Tayyip Erdogan »)."""
        board = self.board
        cluster = persons.by_name(board, candidate.called, country) or persons.by_title(board, candidate, country)
        if country is None and (cluster is None or cluster.country is None):
            country = persons.nationality(candidate, cluster) or lent(board, candidate)
        board.join(candidate, cluster, country)

    # nouns

    def _nominal(self, candidate: Candidate) -> None:
        board = self.board
        if (persons_named := self.titled.get(id(candidate))) is not None:
            for person in persons_named:
                self.settle(person)
                board.clusters[person.actors[0]].join(candidate)
            return
        if candidate.whole and board.inner(candidate):
            for cluster in board.inner(candidate):
                cluster.take(candidate, None)
            return
        if candidate.noun is not None and candidate.noun.has(Trait.HOMOLOGUE):
            candidate.countries = candidate.countries or nominals.met(board, candidate)
            nominals.like_owner(board, candidate)
            if not candidate.countries:
                self._place(candidate, None)
                return
        if (other := nominals.neighbour(board, candidate)) is not None:
            board.state(other).join(candidate)
            return
        if self._few(candidate):
            return
        if candidate.plural and candidate.sectors == (Sector.CVL,):
            nominals.like_commander(board, candidate)
        if candidate.sectors == (Sector.MIL,) and candidate.owner is not None:
            nominals.of_rebels(board, candidate)
        if candidate.owner is not None or candidate.inner is not None:
            nominals.like_speaker(board, candidate)
        if len(candidate.countries) > 1 and candidate.plural:
            for each in candidate.countries:
                self._place(candidate, board.setting.one_of((each,)))
        elif candidate.called:
            self._called(candidate, said(board, candidate))
        else:
            self._place(candidate, said(board, candidate))

    def _few(self, candidate: Candidate) -> bool:
        found = lately.last_few(self.board, candidate)
        if not found and candidate.noun is not None and Sector.MIL in candidate.sectors:
            return False  # « les deux marines »: which ones is left open, but not what they are
        for cluster in found or ():
            cluster.join(candidate)
        return found is not None

    def _place(self, candidate: Candidate, country: str | None) -> None:
        """Puts a noun phrase of one country to an actor told of, or to a new one."""
        board = self.board
        if (apposed := self._apposed(candidate)) is not None:
            apposed.take(candidate, country)
            return
        if country is None and candidate.noun is not None and candidate.noun.has(Trait.UNIQUE):
            told = nominals.told_before(board, candidate, None) if candidate.definite is Definite.DEFINITE else None
            country = told.country if told is not None and told.country else lent(board, candidate)
        if (key := nominals.unique_key(candidate, country)) is not None:
            board.keyed(key, candidate.kind).take(candidate, country)
            return
        if (cluster := nominals.told_before(board, candidate, country)) is not None:
            cluster.take(candidate, country)
        elif (cluster := told_body(board, candidate)) is not None:
            cluster.join(candidate)
        elif candidate.former and (person := persons.holder(board, candidate)) is not None:
            person.join(candidate)
        elif country is None and not candidate.countries and (country := lent(board, candidate)) is not None:
            board.join(candidate, nominals.told_before(board, candidate, country), country)
        else:
            board.new(candidate, country)

    def _country_word(self, candidate: Candidate) -> None:
        """« le pays », « ce pays », « les deux pays »: states told of; « des pays membres » is an actor of its own."""
        if candidate.noun is not None and candidate.noun.has(Trait.COLONIAL):
            ruler = said(self.board, candidate) or lately.last_ruler(self.board, candidate)
            if ruler is not None:
                self.board.state(ruler).join(candidate)
            return
        if self._few(candidate):
            return
        if candidate.plural or candidate.definite not in _TAKING_UP:
            if candidate.sectors or candidate.countries:
                self.board.new(candidate, None)
            return
        country = said(self.board, candidate) or lately.last_state(self.board, candidate)
        if country is not None:
            self.board.state(country).join(candidate)

    def _again(self, candidate: Candidate) -> None:
        cluster = told_body(self.board, candidate)
        if cluster is not None:
            cluster.join(candidate)

    # pronouns

    def _pronoun(self, candidate: Candidate) -> None:
        found = self.salience.best(candidate, self.board.near(candidate, REACH), self._groups(candidate))
        if not found and (later := ahead(self.board, candidate)) is not None:
            self.settle(later)
            found = tuple(later.actors)
        for number in found:
            self.board.clusters[number].join(candidate)

    def _groups(self, candidate: Candidate) -> dict[int, tuple[int, ...]]:
        """For a plural: coordinations near it, as the head of the first conjunct → the clusters of all."""
        found: dict[int, tuple[int, ...]] = {}
        for other in self.board.before(candidate, _GROUP_REACH) if candidate.plural else ():
            if other.head.base == "conj":
                continue
            members = [member for token in other.head.conjuncts() if (member := self.board.by_head.get(token.i))]
            numbers = tuple(dict.fromkeys(number for member in members for number in member.actors))
            if len(numbers) > 1:
                found[other.head.i] = numbers
        return found
