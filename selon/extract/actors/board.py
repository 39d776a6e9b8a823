"""The board: what is known while the mentions of a document are settled — clusters, their keys, what came before."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import heappop, heappush

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.cluster import Cluster, Shelves, shelf
from selon.extract.actors.context import Setting
from selon.extract.actors.words import Lexicon, Noun, lexicon
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Parse


class Board:
    """The clusters of one document so far, with ways to find them."""

    def __init__(self, parse: Parse, candidates: Sequence[Candidate], setting: Setting) -> None:
        self.parse = parse
        self.words: Lexicon = lexicon(parse.lang)
        self.candidates = candidates
        self.setting = setting
        self.clusters: list[Cluster] = []
        self.shelves = Shelves()
        # The first letters of mentions, by their place in memory: what acronyms are compared with.
        self.initials: dict[int, str] = {}
        self.by_key: dict[str, Cluster] = {}
        self.by_head: dict[int, Candidate] = {candidate.head.i: candidate for candidate in candidates}
        self._places = {id(candidate): place for place, candidate in enumerate(candidates)}

    def keyed(self, key: str, kind: ActorKind) -> Cluster:
        """The cluster with the key; a new one of this kind if there is none."""
        cluster = self.by_key.get(key)
        if cluster is None:
            cluster = Cluster(len(self.clusters), kind, shelves=self.shelves)
            self.clusters.append(cluster)
            self.by_key[key] = cluster
        return cluster

    def state(self, country: str) -> Cluster:
        """The cluster of a state."""
        cluster = self.keyed(f"state:{country}", ActorKind.STATE)
        cluster.country = country
        return cluster

    def new(self, candidate: Candidate, country: str | None) -> Cluster:
        """A cluster that begins with the candidate."""
        cluster = Cluster(len(self.clusters), candidate.kind, plural=candidate.plural, shelves=self.shelves)
        inner = self.inner(candidate)
        cluster.inner = inner[0].number if inner else None
        self.clusters.append(cluster)
        cluster.take(candidate, country)
        return cluster

    def join(self, candidate: Candidate, cluster: Cluster | None, country: str | None) -> None:
        """Adds the candidate to the cluster, or to a new one for None."""
        if cluster is None:
            self.new(candidate, country)
        else:
            cluster.take(candidate, country)

    def inner(self, candidate: Candidate) -> list[Cluster]:
        """The clusters of what the candidate belongs to (« le porte-parole de l'armée »)."""
        return [self.clusters[number] for number in candidate.inner.actors] if candidate.inner is not None else []

    def owners(self, candidate: Candidate) -> list[Cluster]:
        """The clusters that the possessive before the candidate stands for (« son armée »)."""
        owner = self.by_head.get(candidate.owner.i) if candidate.owner is not None else None
        return [self.clusters[number] for number in owner.actors] if owner is not None else []

    def before(self, candidate: Candidate, reach: int) -> Iterator[Candidate]:
        """The candidates that begin before this one, the last first, not further than `reach` sentences back."""
        for place in range(self._places[id(candidate)] - 1, -1, -1):
            other = self.candidates[place]
            if candidate.head.sentence_i - other.head.sentence_i > reach:
                return
            if other.span.start < candidate.span.start:
                yield other

    def near(self, candidate: Candidate, reach: int) -> list[Cluster]:
        """The clusters with a mention not further than `reach` sentences back, in the order of making."""
        numbers: set[int] = set()
        for place in range(self._places[id(candidate)], -1, -1):
            if candidate.head.sentence_i - self.candidates[place].head.sentence_i > reach:
                break
            numbers.update(self.candidates[place].actors)
        return [self.clusters[number] for number in sorted(numbers)]

    def last_before(self, cluster: Cluster, candidate: Candidate) -> Candidate | None:
        """The last mention of the cluster that begins before the candidate."""
        start = candidate.span.start
        for mention in reversed(cluster.mentions):
            if mention.span.start < start:
                return mention
        return None

    def recent(self, candidate: Candidate) -> Iterator[Cluster]:
        """The clusters mentioned before the candidate, the one mentioned last first."""
        seen: set[int] = set()
        waiting: list[tuple[int, int]] = []
        for place in range(self._places[id(candidate)] - 1, -1, -1):
            other = self.candidates[place]
            if other.span.start >= candidate.span.start:
                continue
            while waiting and -waiting[0][0] > other.span.start:
                yield self.clusters[-heappop(waiting)[1]]
            for number in other.actors:
                if number not in seen:
                    seen.add(number)
                    heappush(waiting, (-self._start(self.clusters[number], candidate), -number))
        while waiting:
            yield self.clusters[-heappop(waiting)[1]]

    def recent_of(self, candidate: Candidate, noun: Noun) -> list[Cluster]:
        """The clusters mentioned before the candidate by the noun or one that is like it, the last first."""
        found = [(self._start(each, candidate), each.number) for each in self.called((noun.id,))]
        return [self.clusters[number] for start, number in sorted(found, reverse=True) if start >= 0]

    def _start(self, cluster: Cluster, candidate: Candidate) -> int:
        """Where the mention of the cluster begins that was the last to be settled before the candidate; -1 for none."""
        mention = self.last_before(cluster, candidate)
        return mention.span.start if mention is not None else -1

    def called(self, nouns: Sequence[str]) -> list[Cluster]:
        """The clusters with one of the nouns (by their ids), or one that is like it, in the order of making."""
        numbers = {number for noun in nouns for number in self.shelves.nouns.get(noun, ())}
        return [self.clusters[number] for number in sorted(numbers)]

    def named(self, name: tuple[str, ...]) -> list[Cluster]:
        """The clusters with a name that shares a word with this one, in the order of making."""
        numbers = {number for word in shelf(name) for number in self.shelves.names.get(word, ())}
        return [self.clusters[number] for number in sorted(numbers)]

    def persons_of(self, noun: Noun) -> list[Cluster]:
        """The persons with a function that the noun can mean."""
        return [
            cluster
            for cluster in self.called((noun.id, *noun.like))
            if cluster.person and any(self.words.compatible(noun, each) for each in cluster.nouns)
        ]

    def full_names(self, name: tuple[str, ...]) -> list[Candidate]:
        """The mentions of persons by several words of which one is in this name."""
        places = sorted({place for word in shelf(name) for place in self._full_names.get(word, ())})
        return [each for each in map(self.candidates.__getitem__, places) if each.sort is Sort.PERSON]

    @cached_property
    def _full_names(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, each in enumerate(self.candidates):
            for word in shelf(each.name) if len(each.name) > 1 else ():
                found.setdefault(word, []).append(place)
        return found


def agree(one: str | None, other: str | None) -> bool:
    """Whether two countries do not contradict."""
    return one is None or other is None or one == other


def overlap(one: tuple[Sector, ...] | frozenset[str], other: tuple[Sector, ...] | frozenset[str]) -> bool:
    """Whether two sets of sectors, or of words, do not contradict: one says nothing, or both share one."""
    return not one or not other or not set(one).isdisjoint(other)
