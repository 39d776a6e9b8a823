"""In which order answers come: for each question the names of its orders, the first of which is the usual one."""

from selon.errors import StoreError

_DAY = "coalesce(time_start, published_at)"
SORTS = {
    "events": {
        "date": f"{_DAY} desc nulls last, event_id",
        "oldest": f"{_DAY} nulls last, event_id",
        "confidence": "confidence desc, event_id",
    },
    "stories": {
        "sources": "independent desc, documents desc, first_day, story_id",
        "documents": "documents desc, independent desc, first_day, story_id",
        "denied": "denied desc, independent desc, first_day, story_id",
        "date": "first_day desc nulls last, story_id",
        "oldest": "first_day nulls last, story_id",
    },
    "sources": {
        "claims": "claims desc, source, code, kind",
        "documents": "documents desc, claims desc, source, code, kind",
        "publishers": "publishers desc, claims desc, source, code, kind",
        "denials": "denials desc, claims desc, source, code, kind",
        "name": "source, code, kind",
    },
    "actors": {
        "events": "does + undergoes desc, name, code, kind",
        "does": "does desc, name, code, kind",
        "undergoes": "undergoes desc, name, code, kind",
        "documents": "documents desc, name, code, kind",
        "name": "name, code, kind",
    },
    "gaps": {
        "oldest": "published_at, document_id, char_start",
        "date": "published_at desc nulls last, document_id, char_start",
    },
}


def sorts(question: str) -> list[str]:
    """The names of the orders of a question (events, stories, sources, actors, gaps), the usual one first."""
    return list(SORTS[question])


def order(question: str, sort: str | None) -> str:
    """The SQL order of an answer; a sort that a question has not is a StoreError.

    >>> order("gaps", None)
    'published_at, document_id, char_start'
    """
    known = SORTS[question]
    if sort is None:
        return next(iter(known.values()))
    if sort not in known:
        raise StoreError(f"{question} are not sorted by {sort!r}, but by {', '.join(known)}.")
    return known[sort]
