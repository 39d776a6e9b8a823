"""The lists of lemmas that go beside the weights: forms of the treebanks, infinitives of the raw text's vocabulary."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from models.treebank import TreeSentence, read_treebank
from selon.parse.normalise import normalise

# The treebanks by trust: a later one only adds forms that the earlier ones do not have.
_TREEBANKS = {
    "fr": (("fr_sequoia-train", "fr_sequoia-dev", "fr_gsd-dev"), ("fr_fqb-all",)),
    "en": (("en_ewt-train", "en_ewt-dev"),),
}
_LEFT_OUT = frozenset(["PROPN", "NUM", "PUNCT", "X", "SYM", "_"])
# A lemma that fewer of the form's uses have is in doubt: the trained lemmatizer, which sees the context, decides.
_SURE = 0.9
_FIRST_SIGNS = ("é", "ait", "ant", "èrent", "ée", "ent", "era")
_SECOND_SIGNS = ("issent", "issant", "issait", "ira", "ies")
_SIGNS = 2


def lemma_table(lang: str, data: Path) -> dict[tuple[str, str], str]:
    """The lemma of each (form in lower case, part of speech) of the training treebanks that has but one."""
    found: dict[tuple[str, str], str] = {}
    for names in _TREEBANKS[lang]:
        paths = [data / "ud" / f"{name}.conllu.xz" for name in names]
        sentences = [each for path in paths for each in read_treebank(path, merge=lang == "fr")]
        for key, lemma in sure_lemmas(sentences):
            found.setdefault(key, lemma)
    return found


def sure_lemmas(sentences: Iterable[TreeSentence]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each form and part of speech that nearly always has the same lemma, with it."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.pos not in _LEFT_OUT and word.rel not in ("goeswith", "flat:foreign"):
                counts[normalise(word.text).lower(), word.pos][word.lemma] += 1
    for key, lemmas in counts.items():
        lemma, uses = lemmas.most_common(1)[0]
        if uses >= _SURE * lemmas.total() and lemma != "_":
            yield key, lemma


def infinitives(vocabulary: Set[str]) -> list[str]:
    """The words of a vocabulary that are French infinitives, to judge by their other forms in it.

    >>> infinitives({"hier", "frapper", "frappé", "frappant"})
    ['frapper']
    """
    return sorted(word for word in vocabulary if _is_infinitive(word, vocabulary))


def _is_infinitive(word: str, vocabulary: Set[str]) -> bool:
    if not word.isalpha() or len(word) < 5 or word[-2:] not in ("er", "ir"):
        return False
    signs = _FIRST_SIGNS if word.endswith("er") else _SECOND_SIGNS
    stem = word[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    return sum(stem + sign in vocabulary or soft + sign in vocabulary for sign in signs) >= _SIGNS
