"""The training text of each language: which treebanks, which names, which changes; and what is kept apart to check."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models import augment
from models.names import Names, guessed, read_layer, read_uner
from models.treebank import TreeSentence, read_treebank, tagged, with_tags
from models.world import World, world

LAYERS = Path(__file__).parent / "ner"
# Of the development parts one block of twenty sentences in five is kept apart to check the training.
_BLOCK, _OF = 20, 5


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a language is trained on: `parts` of sentences with their share per epoch, and `check`, never trained on.

    `named` are those of the parts in which people marked the names.
    """

    parts: tuple[tuple[float, tuple[TreeSentence, ...]], ...]
    named: tuple[TreeSentence, ...]
    check: tuple[TreeSentence, ...]
    changes: tuple[tuple[float, augment.Change], ...]

    def epoch(self, rng: random.Random) -> list[TreeSentence]:
        """The sentences of one epoch, changed at random."""
        found: list[TreeSentence] = []
        for share, sentences in self.parts:
            chosen = [each for each in sentences if share >= 1 or rng.random() < share]
            found += augment.augmented(chosen, self.changes, rng)
        return found

    def changed(self, sentences: Sequence[TreeSentence], rng: random.Random) -> list[TreeSentence]:
        """Other sentences, changed at random as those of the treebanks are."""
        return augment.augmented(sentences, self.changes, rng)

    def unmarked(self) -> list[TreeSentence]:
        """The sentences in which nobody marked the names."""
        read = {each.id for each in self.named}
        return [each for _, part in self.parts for each in part if each.id not in read]

    def with_tags(self, tags: Mapping[str, Sequence[str]]) -> "Corpus":
        """The same with these names in the sentences, by id."""
        parts = tuple(
            (share, tuple(with_tags(each, tags[each.id]) if each.id in tags else each for each in part))
            for share, part in self.parts
        )
        return replace(self, parts=parts)

    def names(self, rng: random.Random) -> list[TreeSentence]:
        """The sentences with marked names, changed at random."""
        return self.changed(self.named, rng)


def corpus(lang: str, data: Path) -> Corpus:
    """The training text of a language from the folder of the treebanks (see ../shared/data/README.md)."""
    return french(data) if lang == "fr" else english(data)


def french(data: Path) -> Corpus:
    """Sequoia, medical reports at half their weight, and GSD's development part, with our names; those of questions."""
    names = world("fr")
    layer = read_layer(LAYERS / "fr")
    train = _tagged(read_treebank(data / "ud" / "fr_sequoia-train.conllu.xz", merge=True), layer)
    dev = _tagged(read_treebank(data / "ud" / "fr_sequoia-dev.conllu.xz", merge=True), layer)
    gsd = _tagged(read_treebank(data / "ud" / "fr_gsd-dev.conllu.xz", merge=True), layer)
    gsd = _guessed(gsd, names, train)
    questions = _tagged(read_treebank(data / "ud" / "fr_fqb-all.conllu.xz", merge=True), layer)
    kept, apart = _apart(dev)
    kept_gsd, apart_gsd = _apart(gsd, rarely=2)
    sequoia = [*train, *kept]
    medical = [each for each in sequoia if each.id.startswith("emea")]
    other = [each for each in sequoia if not each.id.startswith("emea")]
    changes = (
        (0.1, augment.plain_quotes), (0.1, augment.french_quotes), (0.08, augment.other_dashes),
        (0.15, augment.bare_capitals), (0.06, augment.no_stop), (0.03, augment.dateline("fr", names.places)),
        (0.5, augment.other_names(names, every=True)), (0.05, augment.shout_names), (0.04, augment.shout),
    )  # fmt: skip
    parts = ((1.0, tuple(other)), (0.5, tuple(medical)), (1.0, tuple(kept_gsd)))
    named = [each for each in (*sequoia, *kept_gsd, *questions) if _is_read(each)]
    return Corpus(parts, tuple(named), (*apart, *apart_gsd), changes)


def english(data: Path) -> Corpus:
    """EWT: the training part with our names, the development part with UNER's."""
    names = world("en")
    dev = read_treebank(data / "ud" / "en_ewt-dev.conllu.xz", merge=False)
    dev = _tagged(dev, read_uner(data / "ner" / "en_uner_ewt-dev.iob2.xz", {each.id: each.text for each in dev}))
    train = _tagged(read_treebank(data / "ud" / "en_ewt-train.conllu.xz", merge=False), read_layer(LAYERS / "en"))
    kept, apart = _apart(dev)
    changes = (
        (0.06, augment.other_dashes), (0.08, augment.no_stop), (0.03, augment.dateline("en", names.places)),
        (0.4, augment.other_names(names, every=False)), (0.05, augment.shout_names), (0.05, augment.title_case),
        (0.03, augment.shout),
    )  # fmt: skip
    return Corpus(((1.0, tuple(train)), (1.0, tuple(kept))), (*train, *kept), tuple(apart), changes)


def _tagged(sentences: Sequence[TreeSentence], layer: Names) -> list[TreeSentence]:
    return [tagged(each, layer[each.id]) if each.id in layer else each for each in sentences]


def _guessed(sentences: Sequence[TreeSentence], names: World, known: Sequence[TreeSentence]) -> list[TreeSentence]:
    """Those that nobody read with the names that lists make sure; given names are also learned from `known` ones."""
    given = {each for group, family in names.cultures if family for each in group}
    for sentence in known:
        pairs = zip(sentence.words, sentence.words[1:], strict=False)
        given.update(one.text for one, two in pairs if one.tag == "B-PER" and two.tag == "I-PER")
    places = frozenset(names.places) - given
    organisations = frozenset(names.organisations)
    return [each if _is_read(each) else guessed(each, places, organisations, given) for each in sentences]


def _is_read(sentence: TreeSentence) -> bool:
    """Whether somebody has marked the names of the sentence."""
    return all(word.tag for word in sentence.words)


def _apart(sentences: Sequence[TreeSentence], *, rarely: int = 1) -> tuple[list[TreeSentence], list[TreeSentence]]:
    """The sentences to train on and those kept apart, in blocks."""
    kept: list[TreeSentence] = []
    apart: list[TreeSentence] = []
    for i, sentence in enumerate(sentences):
        (apart if i // _BLOCK % (_OF * rarely) == _OF - 1 else kept).append(sentence)
    return kept, apart
