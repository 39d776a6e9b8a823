"""UD treebanks → sentences as the models see them: labels made alike, contractions merged, numbers cut at spaces."""

import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

# Sub-types that the treebanks of a language agree on and that selon reads; others become the base relation.
KEPT = frozenset(
    """nsubj:pass aux:pass aux:tense aux:caus obl:agent obl:arg obl:mod expl:subj expl:comp expl:pass expl:pv acl:relcl
    flat:name flat:foreign nsubj:caus nmod:poss compound:prt csubj:pass advcl:cleft""".split()
)
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A token: `head` is the index of its governor in the sentence (its own for the root), `tag` its IOB tag.

    The tag is empty where nobody has looked for names.
    """

    text: str
    space: bool
    pos: str
    lemma: str
    morph: str
    head: int
    rel: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class TreeSentence:
    """A treebank sentence (its words as written, not normalised)."""

    id: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence as one string."""
        return "".join(word.text + " " * word.space for word in self.words).strip()

    def starts(self) -> list[int]:
        """Where each word begins in `text`."""
        found, at = [], 0
        for word in self.words:
            found.append(at)
            at += len(word.text) + word.space
        return found


def read_treebank(path: Path, *, merge: bool) -> list[TreeSentence]:
    """The sentences of a .conllu.xz file; `merge` makes one token of a contraction (« du »)."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        return list(read_conllu(stream, merge=merge))


def read_conllu(stream: TextIO, *, merge: bool) -> Iterator[TreeSentence]:
    """The sentences of CoNLL-U text."""
    rows: Rows = []
    name = ""
    for line in [*stream, "\n"]:
        line = line.rstrip("\n")
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield TreeSentence(name, tuple(_words(rows, merge)))
            rows = []


def _words(rows: Rows, merge: bool) -> list[Word]:
    numbered = {int(row[0]): row for row in rows if row[0].isdigit()}
    spans = {int(row[0].split("-")[0]): row for row in rows if "-" in row[0]}
    groups: list[tuple[list[int], list[str] | None]] = []
    glued: set[int] = set()
    covered = 0
    for number in sorted(numbered):
        if number <= covered:
            continue
        span = spans.get(number)
        last = int(span[0].split("-")[1]) if span is not None else number
        if span is not None and merge:
            groups.append((list(range(number, last + 1)), span))
            covered = last
            continue
        if span is not None:
            glued.update(range(number, last))
            if "SpaceAfter=No" in span[9]:
                glued.add(last)
        groups.append(([number], None))
    place = {number: i for i, (numbers, _) in enumerate(groups) for number in numbers}
    found = [_word(numbers, span, numbered, place, i, glued) for i, (numbers, span) in enumerate(groups)]
    return _cut_numbers(found)


def _word(
    numbers: list[int],
    span: list[str] | None,
    rows: Mapping[int, list[str]],
    place: Mapping[int, int],
    i: int,
    glued: set[int],
) -> Word:
    main = _main(numbers, rows, place, i)
    head = int(main[6])
    governor = i if head == 0 else place[head]
    surface = span or main
    return Word(
        text=surface[1],
        space="SpaceAfter=No" not in surface[9] and numbers[-1] not in glued,
        pos=main[3],
        lemma=main[2],
        morph=_morph(main[5], span is not None and main[3] == "ADP"),
        head=governor,
        rel="ROOT" if governor == i else _rel(main[7]),
    )


def _main(numbers: list[int], rows: Mapping[int, list[str]], place: Mapping[int, int], i: int) -> list[str]:
    """The word that a merged token stands for: its adposition, else the one governed from outside."""
    for number in numbers:
        if rows[number][3] == "ADP":
            return rows[number]
    for number in numbers:
        head = int(rows[number][6])
        if head == 0 or place[head] != i:
            return rows[number]
    return rows[numbers[0]]


def _rel(rel: str) -> str:
    return rel if rel in KEPT else rel.partition(":")[0]


def _morph(feats: str, contraction: bool) -> str:
    pairs = [] if feats == "_" else [pair for pair in feats.split("|") if "[" not in pair]
    return "|".join(sorted([*pairs, "Contraction=Yes"] if contraction else pairs)) or "_"


def _cut_numbers(words: Sequence[Word]) -> list[Word]:
    """Words with a space in them (« 10 000 ») as one token a piece, the later ones `flat` to the first."""
    where, at = [], 0
    for word in words:
        where.append(at)
        at += len(word.text.split())
    found: list[Word] = []
    for word in words:
        pieces = word.text.split()
        moved = replace(word, head=where[word.head], text=pieces[0], space=word.space or len(pieces) > 1)
        first = len(found)
        found.append(moved)
        for number, piece in enumerate(pieces[1:], start=2):
            space = word.space if number == len(pieces) else True
            found.append(Word(piece, space, word.pos, piece, word.morph, first, "flat"))
    return found


def tagged(sentence: TreeSentence, names: Sequence[tuple[int, int, str]]) -> TreeSentence:
    """The sentence with IOB tags; a name that does not begin and end with tokens takes the tokens it touches."""
    tags = ["O"] * len(sentence.words)
    starts = sentence.starts()
    for start, end, label in names:
        inside = [i for i, word in enumerate(sentence.words) if starts[i] < end and starts[i] + len(word.text) > start]
        for i in inside:
            tags[i] = ("B-" if i == inside[0] else "I-") + label
    return with_tags(sentence, tags)


def with_tags(sentence: TreeSentence, tags: Sequence[str]) -> TreeSentence:
    """The sentence with the given tags, one a word."""
    words = tuple(replace(word, tag=tag) for word, tag in zip(sentence.words, tags, strict=True))
    return TreeSentence(sentence.id, words)
