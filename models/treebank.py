"""UD treebanks → training documents: labels made alike, contractions merged, sentences joined to paragraphs."""

import lzma
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selon.parse.normalise import normalise

# Sub-types that both French treebanks (or the English one) use and that selon reads; others become the base relation.
KEPT = frozenset(
    [
        "nsubj:pass",
        "aux:pass",
        "aux:tense",
        "aux:caus",
        "obl:agent",
        "obl:arg",
        "obl:mod",
        "expl:subj",
        "expl:comp",
        "expl:pass",
        "expl:pv",
        "acl:relcl",
        "flat:name",
        "flat:foreign",
        "nsubj:caus",
        "nmod:poss",
        "compound:prt",
        "csubj:pass",
        "advcl:cleft",
    ]
)
_PARAGRAPH = (1, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Word:
    """A token as the model sees it; `start` counts in the sentence's text."""

    text: str
    start: int
    space: bool
    pos: str
    lemma: str
    morph: str
    head: int
    rel: str


@dataclass(frozen=True, slots=True)
class TreeSentence:
    """A treebank sentence with its id and text (not normalised)."""

    id: str
    text: str
    words: tuple[Word, ...]


def read_treebank(path: Path, *, merge: bool) -> list[TreeSentence]:
    """The sentences of a .conllu.xz file; `merge` makes one token of a contraction (« du »)."""
    found, rows, meta = [], [], dict[str, str]()
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                meta[key.strip()] = value.strip()
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                found.append(_sentence(meta, rows, merge))
                rows, meta = [], {}
    return found


def _sentence(meta: Mapping[str, str], rows: list[list[str]], merge: bool) -> TreeSentence:
    words = {int(row[0]): row for row in rows if row[0].isdigit()}
    groups: list[tuple[list[int], list[str] | None]] = []
    covered = 0
    spans = {int(row[0].split("-")[0]): row for row in rows if "-" in row[0]}
    inside: dict[int, tuple[int, list[str]]] = {}
    for number in sorted(words):
        if number <= covered:
            continue
        span = spans.get(number)
        last = int(span[0].split("-")[1]) if span is not None else number
        if span is not None and merge:
            groups.append((list(range(number, last + 1)), span))
            covered = last
        else:
            if span is not None:
                inside.update(dict.fromkeys(range(number, last + 1), (last, span)))
            groups.append(([number], None))
    place = {number: i for i, (numbers, _) in enumerate(groups) for number in numbers}
    text, at, tokens = meta["text"], 0, []
    for i, (numbers, span) in enumerate(groups):
        main = _main(numbers, words, place, i)
        form = (span or main)[1]
        at = text.index(form, at) if form in text[at:] else at
        end = at + len(form)
        head = int(main[6])
        governor = i if head == 0 else place[head]
        rel = "ROOT" if governor == i else _rel(main[7])
        space = end < len(text) and text[end].isspace()
        tokens.append(
            Word(
                form,
                at,
                space,
                main[3],
                main[2],
                _morph(main[5], span is not None and main[3] == "ADP"),
                governor,
                rel,
            )
        )
        at = end
    return TreeSentence(meta["sent_id"], text, tuple(tokens))


def _main(numbers: list[int], words: Mapping[int, list[str]], place: Mapping[int, int], i: int) -> list[str]:
    """The word that a merged token stands for: its adposition, else the one governed from outside."""
    for number in numbers:
        if words[number][3] == "ADP":
            return words[number]
    for number in numbers:
        head = int(words[number][6])
        if head == 0 or place[head] != i:
            return words[number]
    return words[numbers[0]]


def _rel(rel: str) -> str:
    return rel if rel in KEPT else rel.partition(":")[0]


def _morph(feats: str, contraction: bool) -> str:
    pairs = [] if feats == "_" else [pair for pair in feats.split("|") if "[" not in pair]
    return "|".join(sorted([*pairs, "Contraction=Yes"] if contraction else pairs)) or "_"


def documents(
    sentences: list[TreeSentence],
    vocab: Any,
    *,
    joined: bool,
    seed: int,
    names: Mapping[str, list[tuple[int, int, str]]] | None = None,
) -> Iterator[Any]:
    """spaCy documents: sentences alone, or `joined` to paragraphs of one to six; with entities where `names` has them."""
    rng = random.Random(seed)
    at = 0
    while at < len(sentences):
        size = rng.choice(_PARAGRAPH) if joined else 1
        yield _document(sentences[at : at + size], vocab, names)
        at += size


def _document(sentences: list[TreeSentence], vocab: Any, names: Mapping[str, list[tuple[int, int, str]]] | None) -> Any:
    from spacy.tokens import Doc

    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool] = []
    entities: list[str] = []
    for sentence in sentences:
        offset = len(words)
        words += sentence.words
        heads += [offset + word.head for word in sentence.words]
        starts += [True] + [False] * (len(sentence.words) - 1)
        entities += _tags(sentence, (names or {}).get(sentence.id, []))
    ends = {sum(len(each.words) for each in sentences[: i + 1]) - 1 for i in range(len(sentences))}
    return Doc(
        vocab,
        words=[normalise(word.text).replace(" ", "") or word.text for word in words],
        spaces=[word.space or i in ends for i, word in enumerate(words)],
        pos=[word.pos for word in words],
        lemmas=[word.lemma for word in words],
        morphs=[word.morph for word in words],
        heads=heads,
        deps=[word.rel for word in words],
        sent_starts=starts,
        ents=entities,
    )


def _tags(sentence: TreeSentence, names: list[tuple[int, int, str]]) -> list[str]:
    """IOB tags of the tokens; a name that does not begin and end with tokens takes the tokens it touches."""
    tags = ["O"] * len(sentence.words)
    for start, end, label in names:
        inside = [
            i for i, word in enumerate(sentence.words) if word.start < end and word.start + len(word.text) > start
        ]
        for i in inside:
            tags[i] = ("B-" if i == inside[0] else "I-") + label
    return tags
