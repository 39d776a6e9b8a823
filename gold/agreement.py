"""Prints how far a second annotation agrees with the gold: python gold/agreement.py SECOND.jsonl GOLD.jsonl…"""

import sys
from pathlib import Path

from selon.evaluate.agreement import agreement
from selon.evaluate.goldfile import read_gold

if __name__ == "__main__":
    second, *gold = (Path(name) for name in sys.argv[1:])
    first = [document for path in gold for document in read_gold(path)]
    for figure in agreement(first, read_gold(second)):
        print(f"{figure.name:20} {figure.value:.3f}  of {figure.of}")
