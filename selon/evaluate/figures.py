"""Judgements → figures: per language, with the contested records and without."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selon.evaluate.judge import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name (`sentences.fr.type`), its value, over how many, and whether more is better."""

    name: str
    value: float
    of: int
    more_is_better: bool = True

    @property
    def gated(self) -> bool:
        """Whether it has a floor: shares of what is found do not, because finding more makes them fall."""
        return not self.name.endswith("_of_found")


_SHARES = {
    "type": "type",
    "type_countries": "countries",
    "type_countries_exact": "countries_exact",
    "type_sectors": "sectors",
    "type_chain": "chain",
    "type_factuality": "factuality",
}
_SHARES_OF_ARTICLE = {
    "events": "type",
    "events_with_parties": "parties",
    "events_with_chain": "chain",
    "events_with_factuality": "factuality",
}
# Judged on the events that are found; what is not found is told by `type`.
_OF_FOUND = ("actor_sector", "recipient_sector", "chain", "chain_where_some", "factuality", "mode", "quantities")
_OF_ARTICLE = ("parties", "chain", "form", "factuality", "mode", "time", "place", "background", "quantities")


def figures(judgements: Sequence[Judgement]) -> list[Figure]:
    """All figures, sentences before articles, by language."""
    found: list[Figure] = []
    for lang in sorted({each.gold.lang for each in judgements}, reverse=False):
        ours = [each for each in judgements if each.gold.lang == lang]
        sentences = [each for each in ours if not each.gold.article]
        told = [each for each in sentences if each.verdicts]
        if told:
            found += _sentences(f"sentences.{lang}", told)
        silent = [each for each in sentences if not each.verdicts]
        if silent:
            found.append(_mean(f"prose.{lang}.events_per_sentence", [each.events for each in silent], more=False))
        articles = [each for each in ours if each.gold.article]
        if articles:
            found += _articles(f"articles.{lang}", articles)
        found += _lists(lang, sentences, "sentences") + _lists(lang, articles, "articles")
    return found


def _sentences(name: str, judged: Sequence[Judgement]) -> list[Figure]:
    verdicts = [verdict for each in judged for verdict in each.verdicts if not verdict.gold.optional]
    judged_marks = {
        "sectors": any(v.marks.get("actor_sector") is not None for v in verdicts),
        "chain": any(v.gold.chains is not None for v in verdicts),
        "factuality": any(v.gold.factuality is not None for v in verdicts),
    }
    found = [
        _share(f"{name}.{label}", [v.right(mark) for v in verdicts])
        for label, mark in _SHARES.items()
        if judged_marks.get(mark, True)
    ]
    found.insert(1, Figure(f"{name}.top_type_macro_f1", macro_f1(verdicts), len(verdicts)))
    found.insert(1, _share(f"{name}.top_type", [v.top in v.gold.types for v in verdicts]))
    found += _marks(name, verdicts, _OF_FOUND)
    found.append(_mean(f"{name}.events_per_sentence", [each.events for each in judged], more=False))
    return found


def _articles(name: str, judged: Sequence[Judgement]) -> list[Figure]:
    verdicts = [verdict for each in judged for verdict in each.verdicts if not verdict.gold.optional]
    found = [
        *(_share(f"{name}.{label}", [v.right(mark) for v in verdicts]) for label, mark in _SHARES_OF_ARTICLE.items()),
        _mean(f"{name}.extra_events", [len(each.extra) for each in judged], more=False),
    ]
    return found + _marks(name, verdicts, _OF_ARTICLE)


def _lists(lang: str, judged: Sequence[Judgement], kind: str) -> list[Figure]:
    found = []
    for name in ("quotes", "gaps", "times", "places"):
        counts = [each.lists[name] for each in judged if name in each.lists]
        right, wanted, given = (sum(count[i] for count in counts) for i in range(3))
        if wanted:
            found.append(Figure(f"{kind}.{lang}.{name}_recall", right / wanted, wanted))
        if wanted and given and name != "places":
            found.append(Figure(f"{kind}.{lang}.{name}_precision", min(right, given) / given, given))
    return found


def _marks(name: str, verdicts: Iterable[Verdict], marks: Iterable[str]) -> list[Figure]:
    every = list(verdicts)
    found = []
    for mark in marks:
        judged = [verdict.marks[mark] for verdict in every if verdict.marks.get(mark) is not None]
        if judged:
            found.append(_share(f"{name}.{mark}_of_found", [value is True for value in judged]))
    return found


def _share(name: str, values: Sequence[bool]) -> Figure:
    return Figure(name, sum(values) / len(values), len(values))


def _mean(name: str, values: Sequence[int], *, more: bool) -> Figure:
    return Figure(name, sum(values) / len(values), len(values), more)


def macro_f1(verdicts: Sequence[Verdict]) -> float:
    """The mean of the F1 of the types in the gold, for the most confident event of each sentence."""
    rows = per_type(verdicts)
    return sum(row[3] for row in rows) / len(rows) if rows else 0.0


def per_type(verdicts: Sequence[Verdict]) -> list[tuple[str, int, int, float, float]]:
    """Of each type: how many, how often among the events, F1 of the most confident event, share with its countries."""
    found = []
    for name in sorted({verdict.gold.type for verdict in verdicts}):
        ours = [verdict for verdict in verdicts if verdict.gold.type == name]
        among = sum(verdict.right("type") for verdict in ours)
        countries = sum(verdict.right("countries") for verdict in ours) / len(ours)
        found.append((name, len(ours), among, _f1(name, verdicts), countries))
    return found


def _f1(name: str, verdicts: Sequence[Verdict]) -> float:
    right = _count(verdicts, lambda v: v.top == name == v.gold.type)
    given = _count(verdicts, lambda v: v.top == name)
    wanted = _count(verdicts, lambda v: v.gold.type == name)
    return 2 * right / (given + wanted) if given + wanted else 0.0


def _count(verdicts: Iterable[Verdict], test: Callable[[Verdict], bool]) -> int:
    return sum(test(verdict) for verdict in verdicts)


def confusion(verdicts: Iterable[Verdict]) -> Counter[tuple[str, str]]:
    """How often a type of the gold is which most confident type; « - » for no event."""
    return Counter((verdict.gold.type, verdict.top or "-") for verdict in verdicts)


def worst(judgements: Iterable[Judgement]) -> list[tuple[float, Judgement]]:
    """The documents with something wrong, worst first: a missed event weighs three, wrong countries two, others one."""
    weighed = [(_badness(each), each) for each in judgements]
    return sorted(
        (pair for pair in weighed if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].gold.lang, pair[1].gold.id)
    )


def _badness(judged: Judgement) -> float:
    bad = 0.0
    for verdict in judged.verdicts:
        if verdict.gold.optional:
            continue
        bad += 3 * (not verdict.right("type")) + 2 * (verdict.marks.get("countries") is False)
        bad += sum(
            verdict.marks.get(mark) is False for mark in ("chain", "factuality", "actor_sector", "recipient_sector")
        )
    spare = len(judged.extra) - (0 if judged.gold.article or not judged.verdicts else 1)
    return bad + 0.5 * max(0, spare)
