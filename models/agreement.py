"""How far two readers of names agree: the F1 of equal spans with equal labels, on the sentences that both have read.

`python -m models.agreement models/ner/fr models/ner/second` prints it, whole and by label.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from models.names import Names, read_layer
from models.score import Counts, Interval, interval

ALL, SPANS = "all", "spans, whatever the label"


def agreement(one: Names, two: Names) -> dict[str, Interval]:
    """The F1 over all names, over their spans alone, and by label."""
    both = [(set(one[name]), set(two[name])) for name in sorted(one.keys() & two.keys())]
    labels = sorted({label for pair in both for names in pair for _, _, label in names})
    found = {ALL: interval([_counts(*pair) for pair in both])}
    found[SPANS] = interval([_counts(_spans(first), _spans(second)) for first, second in both])
    for label in labels:
        found[label] = interval([_counts(_only(first, label), _only(second, label)) for first, second in both])
    return found


def _counts(first: set[tuple[int, int, str]], second: set[tuple[int, int, str]]) -> Counts:
    return len(first & second), len(first), len(second)


def _spans(names: Iterable[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    return {(start, end, "") for start, end, _ in names}


def _only(names: Iterable[tuple[int, int, str]], label: str) -> set[tuple[int, int, str]]:
    return {name for name in names if name[2] == label}


def table(one: Names, two: Names) -> str:
    """The agreement as a Markdown table, with how many names each reader marked."""
    shared = one.keys() & two.keys()
    lines = [f"| {len(shared)} sentences | names of the first, the second | F1 |", "|---|---|---|"]
    for kind, score in agreement(one, two).items():
        first, second = (
            sum(kind in (ALL, SPANS, label) for name in shared for _, _, label in names[name]) for names in (one, two)
        )
        lines.append(f"| {kind} | {first}, {second} | {score} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(*(read_layer(Path(folder)) for folder in sys.argv[1:3])))
