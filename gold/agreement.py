"""Prints how far a second annotation agrees with the gold: python gold/agreement.py SECOND.jsonl GOLD.jsonl…

As judged: second types, optional events and alternative chains are right, as in `selon eval`. Strictly: they are not.
"""

import sys
from pathlib import Path

from selon.evaluate.agreement import agreement, strictly
from selon.evaluate.goldfile import read_gold

if __name__ == "__main__":
    second, *gold = (Path(name) for name in sys.argv[1:])
    first = [document for path in gold for document in read_gold(path)]
    other = read_gold(second)
    strict = {each.name: each for each in agreement(map(strictly, first), map(strictly, other))}
    print(f"{'':20} {'as judged':>14} {'strictly':>14}")
    for each in agreement(first, other):
        bare = strict[each.name]
        print(f"{each.name:20} {each.value:6.3f} of {each.of:4} {bare.value:6.3f} of {bare.of:4}")
