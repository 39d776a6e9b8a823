"""Who is who: the mentions of a document in clusters, by sieves from the surest to the least sure.

In the manner of Stanford's multi-pass sieve (Lee et al. 2013): exact names, appositions, names of a person, functions
that a text gives once and takes up again, words for « the country », « both », and last pronouns.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from selon.extract.actors import bodies, lately, nominals, persons
from selon.extract.actors.again import told_body
from selon.extract.actors.ahead import ahead
from selon.extract.actors.apposition import find_appositions
from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.context import Countries, Setting
from selon.extract.actors.described import described, retell
from selon.extract.actors.explained import find_explained
from selon.extract.actors.groups import groups
from selon.extract.actors.known import (
    take_adjective,
    take_country_word,
    take_government,
    take_people,
    take_place,
    take_state,
)
from selon.extract.actors.origin import lent, said
from selon.extract.actors.quoted import sayer
from selon.extract.actors.salience import REACH, Salience
from selon.extract.actors.sectors import belongs_above
from selon.extract.actors.titled import find_titled
from selon.extract.actors.told import Spot
from selon.extract.actors.visited import host, site
from selon.extract.actors.words import Trait
from selon.model.place import Place
from selon.parse.quotes import find_quotations
from selon.parse.tree import Parse

# Where an acronym that nothing explains stands when it acts.
_ARGUMENTS = ("nsubj", "obl:agent", "obj")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The clusters of a document; `hosts` are the clusters (by number) of the states whose capitals are only places,
    `sites` those of all towns and regions that are only places, or of their states."""

    clusters: list[Cluster]
    hosts: Mapping[int, int]
    sites: Mapping[int, int]
    countries: Countries


def resolve(parse: Parse, candidates: Sequence[Candidate], spots: Sequence[Spot], places: Sequence[Place]) -> Resolved:
    """The clusters of a document; each candidate then knows its clusters (`actors`)."""
    persons.by_last_name(candidates)
    resolver = Resolver(Board(parse, candidates, Setting(parse, candidates, spots, places)))
    for candidate in candidates:
        resolver.settle(candidate)
    board = resolver.board
    hosts = {spot.token.i: state.number for spot in spots if (state := host(board, spot)) is not None}
    sites = {spot.token.i: state.number for spot in spots if (state := site(board, spot)) is not None}
    return Resolved(board.clusters, hosts, sites, board.setting.countries)


class Resolver:
    """Settles the candidates of one document in text order."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.salience = Salience(find_quotations(board.parse.text))
        self.appositions = find_appositions(board.candidates)
        self.titled = find_titled(board.candidates)
        self.explained = find_explained(board.candidates, board.words)
        self.settled: set[int] = set()
        self._ways: Mapping[Sort, Callable[[Candidate], None]] = {
            Sort.STATE: partial(take_state, board),
            Sort.ADJECTIVE: partial(take_adjective, board),
            Sort.GOVERNMENT: partial(take_government, board),
            Sort.PEOPLE: partial(take_people, board),
            Sort.BODY: self._body,
            Sort.PLACE: partial(take_place, board),
            Sort.PERSON: self._person,
            Sort.NOMINAL: self._nominal,
            Sort.COUNTRY_WORD: partial(take_country_word, board),
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
        if self._is_explained(candidate):
            return
        self._ways[candidate.sort](candidate)

    def _is_explained(self, candidate: Candidate) -> bool:
        """Whether a mention only says who others beside it are; it is then a mention of theirs."""
        others = self.explained.get(id(candidate), ()) if id(candidate) not in self.appositions else ()
        for other in others:
            self.settle(other)
        numbers = dict.fromkeys(number for other in others for number in other.actors)
        for number in numbers:
            cluster = self.board.clusters[number]
            if cluster.sectors or len(numbers) > 1:
                cluster.join(candidate)
            else:
                cluster.take(candidate, said(self.board, candidate))
        return bool(numbers)

    def _body(self, candidate: Candidate) -> None:
        """A body by its name; an acronym that nothing explains and that does nothing is none."""
        board = self.board
        bodies.choose(board, candidate)
        key = f"body:{candidate.key}"
        if not self._is_body(candidate, key):
            return
        cluster = board.keyed(key, candidate.kind)
        cluster.plural = candidate.plural
        country = None if belongs_above(candidate) and not candidate.countries else said(board, candidate)
        cluster.take(candidate, country or cluster.country or bodies.home(board, candidate))
        bodies.remember_alias(board, candidate, cluster)

    def _is_body(self, candidate: Candidate, key: str) -> bool:
        """Whether the name is a body's; the key then leads to the actor apposed to it, or that it abbreviates."""
        known = self.board.by_key
        bare = candidate.noun is None and not candidate.sectors and key not in known
        apposed = self._apposed(candidate)
        if key not in known and apposed is not None and not apposed.person:
            known[key] = apposed
        elif bare and (told := bodies.abbreviated(self.board, candidate)) is not None:
            known[key] = told
        elif bare and not candidate.head.has_rel(*_ARGUMENTS) and not bodies.has_members(candidate):
            return False
        return True

    def _person(self, candidate: Candidate) -> None:
        """A name: the person apposed to it, called so or by its function before, or a new one."""
        board, country = self.board, said(self.board, candidate)
        cluster = self._apposed(candidate) or persons.by_name(board, candidate.name, country)
        cluster = cluster or persons.by_title(board, candidate, country)
        if cluster is None and not persons.is_person(board, candidate):
            return
        country = self._nation(candidate, cluster, country)
        if candidate.noun is not None and candidate.noun.has(Trait.HOMOLOGUE):
            nominals.like_owner(board, candidate)
        board.join(candidate, cluster, country)

    def _nation(self, candidate: Candidate, cluster: Cluster | None, country: str | None) -> str | None:
        """The country said of a person; who has none yet is known by name, or lent the one of the surroundings."""
        if country is not None or (cluster is not None and cluster.country is not None):
            return country
        return persons.nationality(candidate, cluster) or lent(self.board, candidate)

    def _apposed(self, candidate: Candidate) -> Cluster | None:
        """The actor that an apposition makes the same; settled first."""
        other = self.appositions.get(id(candidate))
        if other is None:
            return None
        self.settle(other)
        return self.board.clusters[other.actors[0]] if other.actors else None

    def _called(self, candidate: Candidate, country: str | None) -> None:
        """A function with its holder's name behind it (« Le président turc, Recep Tayyip Erdogan »)."""
        board = self.board
        cluster = persons.by_name(board, candidate.called, country) or persons.by_title(board, candidate, country)
        board.join(candidate, cluster, self._nation(candidate, cluster, country))

    def _nominal(self, candidate: Candidate) -> None:
        """A noun phrase: of persons beside it, of what it stands for, of a counterpart, of those told of last, or of
        its country."""
        board = self.board
        if self._is_titled(candidate) or nominals.take_whole(board, candidate):
            return
        if candidate.noun is not None and candidate.noun.has(Trait.HOMOLOGUE):
            candidate.countries = candidate.countries or nominals.met(board, candidate)
            nominals.like_owner(board, candidate)
            if not candidate.countries:
                self._place(candidate, None)
                return
        if (other := nominals.neighbour(board, candidate)) is not None:
            board.state(other).join(candidate)
        elif not lately.take_few(board, candidate):
            nominals.lend_sectors(board, candidate)
            self._by_country(candidate)

    def _is_titled(self, candidate: Candidate) -> bool:
        """Whether persons named beside the noun bear it as their title; it is then a mention of them."""
        named = self.titled.get(id(candidate))
        for person in named or ():
            self.settle(person)
            self.board.clusters[person.actors[0]].join(candidate)
        return named is not None

    def _by_country(self, candidate: Candidate) -> None:
        """Puts a noun phrase to one actor, or to one of each country (« les présidents russe et turc »)."""
        if len(candidate.countries) > 1 and candidate.plural:
            for each in candidate.countries:
                self._place(candidate, self.board.setting.one_of((each,)))
        elif candidate.called:
            self._called(candidate, said(self.board, candidate))
        else:
            self._place(candidate, said(self.board, candidate))

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
            other = described(board, candidate, country) if _of_something(candidate, cluster) else None
            (other or cluster).take(candidate, country)
        elif (cluster := persons.holder(board, candidate) or described(board, candidate, country)) is not None:
            retell(candidate, cluster)
        elif (cluster := told_body(board, candidate)) is not None:
            cluster.join(candidate)
        elif country is None and not candidate.countries and (country := lent(board, candidate)) is not None:
            board.join(candidate, nominals.told_before(board, candidate, country), country)
        else:
            board.new(candidate, country)

    def _again(self, candidate: Candidate) -> None:
        if candidate.plural:
            for each in lately.last_bodies(self.board, candidate):
                each.join(candidate)
            return
        cluster = told_body(self.board, candidate)
        if cluster is not None:
            cluster.join(candidate)

    def _sayers(self, candidate: Candidate) -> list[int]:
        """Who says the words that a pronoun stands in: it means somebody else."""
        number = self.salience.quote_of(candidate.head)
        said_by = sayer(self.board, self.salience.quotations[number]) if number is not None else None
        if said_by is None or candidate.plural:
            return []
        self.settle(said_by)
        return said_by.actors

    def _pronoun(self, candidate: Candidate) -> None:
        near = [each for each in self.board.near(candidate, REACH) if each.number not in self._sayers(candidate)]
        found = self.salience.best(candidate, near, groups(self.board, candidate))
        if not found and (later := ahead(self.board, candidate)) is not None:
            self.settle(later)
            found = tuple(later.actors)
        for number in found:
            self.board.clusters[number].join(candidate)
        english = self.board.parse.lang == "en"  # « il » is of a noun, "he" of a man
        if english and len(found) == 1 and (one := self.board.clusters[found[0]]).person:
            one.gender = one.gender or candidate.gender


def _of_something(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether a phrase says what the person leads, and it is not by this function that he was told of (« le président …
    le chef de la junte »)."""
    phrase = candidate.phrase
    told = phrase is not None and (bool(phrase.complements) or len(candidate.unit) > 1)
    return told and candidate.noun not in cluster.nouns
