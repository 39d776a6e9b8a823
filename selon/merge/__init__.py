"""Events of many documents → stories: what several documents say of one event, who says it, where they differ.

What comes in: a connection that answers SQL on the views of `store`. What goes out: rows of the tables `stories`,
`story_events` and `disagreements`. The steps, each a module: block (which pairs may be one event) → compare (scores
with reasons) → decide (verdict; a person's judgement goes before) → cluster → copies (reprints of one dispatch) →
disagree → tell (the rows). A merge changes no event; it can be made again at any time.
"""

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
    links = []
    for one, two in pairs:
        comparison = compare(known[one], known[two])
        if decide(comparison, judged.on(one, two)):
            links.append(comparison)
    links += [
        Comparison(one, two, 1.0, ("a person judged so",))
        for one, two in judged.same()
        if one in known and two in known
    ]
    links += [Comparison(one, two, 1.0, ("told twice in one document",)) for one, two in _retold(known)]
    groups = cluster(links, known)
    documents = sorted({known[event].document_id for group in groups for event in group.events})
    reprints = copies(Text(*row) for row in _texts(ask, documents))
    return tell(groups, known, reprints)


def _retold(known: dict[str, Claim]) -> list[tuple[str, str]]:
    return [(claim.event_id, claim.same_as) for claim in known.values() if claim.same_as in known]


def _texts(ask: Ask, documents: list[str]) -> list[tuple[str, str, str]]:
    rows = ask("select document_id, coalesce(published_at, ''), text from documents order by document_id", ())
    wanted = set(documents)
    return [(str(row[0]), str(row[1]), str(row[2])) for row in rows if row[0] in wanted]
