"""Events of many documents → stories: what several documents say of one event, who says it, where they differ.

What comes in: a connection that answers SQL on the views of `store`. What goes out: rows of the tables `stories`,
`story_events` and `disagreements`. The steps, each a module: block (which pairs may be one event) → compare (scores
with reasons) → decide (verdict; a person's judgement goes before) → cluster → copies (reprints of one dispatch) →
disagree → tell (the rows). A merge changes no event; it can be made again at any time.
"""

from itertools import combinations

from selon.merge.block import Ask, candidates
from selon.merge.claim import Claim, claims
from selon.merge.cluster import cluster
from selon.merge.compare import Comparison, compare
from selon.merge.copies import Text, copies
from selon.merge.decide import Judgements, decide
from selon.merge.disagree import disagreements
from selon.merge.tell import Rows, tell

__all__ = ["Claim", "Comparison", "Rows", "compare", "copies", "disagreements", "merge"]


def merge(ask: Ask) -> Rows:
    """The stories of all events that the connection shows; the same events give the same rows."""
    pairs = candidates(ask)
    wanted = sorted({event for pair in pairs for event in pair})
    known = claims(ask, wanted)
    judged = Judgements.read(ask)
    comparisons = (compare(known[one], known[two]) for one, two in pairs if not _beside(known[one], known[two]))
    links = [each for each in comparisons if decide(each, judged.on(each.one, each.two))]
    sure = [Comparison(one, two, 1.0, ("told twice in one document",)) for one, two in _retold(known)]
    sure += [Comparison(*pair, 1.0, ("a person judged so",)) for pair in judged.same() if known.keys() >= set(pair)]
    groups = cluster([*links, *sure], known, sure=_ends(sure), apart=judged.different())
    documents = sorted({known[event].document_id for group in groups for event in group.events})
    reprints = copies(Text(*row) for row in _texts(ask, documents))
    return tell(groups, known, reprints)


def _beside(one: Claim, two: Claim) -> bool:
    """Whether two events stand in one document: unless one tells the other again, a document tells them as two."""
    return one.document_id == two.document_id


def _retold(known: dict[str, Claim]) -> list[tuple[str, str]]:
    """The pairs of events that tell one deed of one document."""
    tellings: dict[str, list[str]] = {}
    for claim in known.values():
        first = claim
        while first.same_as in known and first.same_as != first.event_id:
            first = known[first.same_as]
        tellings.setdefault(first.event_id, []).append(claim.event_id)
    return [pair for events in tellings.values() for pair in combinations(sorted(events), 2)]


def _ends(links: list[Comparison]) -> set[tuple[str, str]]:
    return {(link.one, link.two) for link in links}


def _texts(ask: Ask, documents: list[str]) -> list[tuple[str, str, str]]:
    sql = """select document_id, coalesce(published_at, ''), text from documents
             where document_id in (select unnest(?)) order by document_id"""
    return [(str(row[0]), str(row[1]), str(row[2])) for row in ask(sql, (documents,))]
