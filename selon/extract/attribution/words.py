"""The words that reports are found by: `{fr,en}/reporting.yml`, `sources.yml` and `hearsay.yml`, read once a
language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from selon.extract.attribution.forms import feminines, forms_of
from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml
from selon.parse.tree import Token

Kind = TypeVar("Kind", bound=StrEnum)


class Takes(StrEnum):
    """What a reporting verb can stand with."""

    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    QUESTION = "question"
    OBJECT = "object"
    ABOUT = "about"
    ASIDE = "aside"


class Stance(StrEnum):
    """What the one who speaks does with the content."""

    ASSERT = "assert"
    ANNOUNCE = "announce"
    CLAIM = "claim"
    OPINION = "opinion"
    ACCUSE = "accuse"
    DENY = "deny"
    LEARN = "learn"
    ASK = "ask"


class Use(StrEnum):
    """What a word of `sources.yml` is good for."""

    PREPOSITION = "preposition"
    WEAK_PREPOSITION = "weak_preposition"
    ORIGIN = "origin"
    CITED_BY = "cited_by"
    ASKED_BY = "asked_by"
    CITING = "citing"
    AS = "as"
    DIXIT = "dixit"
    AGENCY = "agency"
    DOCUMENT = "document"
    SPEECH = "speech"
    REPORTS = "reports"
    PERSON = "person"
    NOT_SOURCE = "not_source"
    TIME = "time"
    LEADS_TO_SAYING = "leads_to_saying"
    REPORT_NOUN = "report_noun"
    HEARER = "hearer"
    REJECTS = "rejects"
    DEED_NOUN = "deed_noun"
    DENIAL_NOUN = "denial_noun"
    JUDGES = "judges"
    FALSEHOOD = "falsehood"
    ATTITUDE = "attitude"
    TAKES_UP = "takes_up"
    MOUTH = "mouth"
    WITHHOLDS = "withholds"
    TELLS = "tells"
    ACCOUNT = "account"
    MEDIUM = "medium"
    HEEDS = "heeds"
    PRESENTS = "presents"
    SOMEBODY = "somebody"
    CHANNEL = "channel"
    BETWEEN = "between"
    WHILE = "while"
    OCCASION = "occasion"
    LOOKS_BACK = "looks_back"
    SPOKEN = "spoken"
    CHANT = "chant"
    TITLED = "titled"
    TOLD_IN = "told_in"
    VOICES = "voices"
    AIRS = "airs"
    EVIDENCE = "evidence"
    OWN_WORDS = "own_words"


class Hint(StrEnum):
    """What a word of `hearsay.yml` says about a rumour or a conditional."""

    ADVERB = "adverb"
    ADJECTIVE = "adjective"
    FORMULA = "formula"
    PASSIVE = "passive"
    CONDITION = "condition"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """One entry of `reporting.yml`. A lemma of several words is matched word by word, by lemma or by form."""

    id: str
    lemmas: tuple[str, ...]
    takes: tuple[Takes, ...]
    stance: Stance
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    from_: str
    prepositions: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    needs_that: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class VerbForms:
    """One entry of `verb_forms.yml`: the forms of an irregular verb, finite ones and others."""

    lemma: str
    finite: tuple[str, ...]
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceWords:
    """One entry of `sources.yml`."""

    id: str
    use: Use
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    from_: str


@dataclass(frozen=True, slots=True)
class HearsayWords:
    """One entry of `hearsay.yml`."""

    id: str
    kind: Hint
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    from_: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A way to say a reporting verb: the words after the first, a reflexive or not, and its entries in file order."""

    rest: tuple[str, ...]
    reflexive: bool
    entries: tuple[ReportingVerbs, ...]

    def takes(self, what: Takes) -> ReportingVerbs | None:
        """The first entry that takes it."""
        return next((entry for entry in self.entries if what in entry.takes), None)


Lead = tuple[Use, tuple[str, ...], frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of a language's words of reporting, indexed.

    `leads` are the wordings that lead to a source, each with its parts and what it may begin and end with;
    `wordings` are the adverbs and formulas of hearsay, in the order in which they are looked for.
    """

    verbs: Mapping[str, tuple[Verb, ...]]
    forms: Mapping[str, tuple[str, bool]]
    sources: Mapping[Use, frozenset[str]]
    hearsay: Mapping[Hint, frozenset[str]]
    leads: tuple[Lead, ...] = ()
    wordings: tuple[tuple[Hint, str], ...] = ()

    def is_(self, token: Token, use: Use) -> bool:
        """Whether the token's lemma or form is a word of that use."""
        words = self.sources.get(use, frozenset())
        if token.lemma.lower() in words or token.lower in words:
            return True
        return use is Use.PERSON and "-" in token.text and token.lower.rsplit("-", 1)[1] in words

    def says(self, token: Token) -> bool:
        """Whether a word may be a form of a verb that says something by itself (« affirme », not « porte »)."""
        lemma = self.forms.get(token.lower, (token.lemma.lower(), False))[0]
        return any(not verb.rest for verb in self.verbs.get(lemma, ()))

    def is_verb(self, token: Token, use: Use) -> bool:
        """Whether the token is a form of a verb of that use, whatever the tagger takes it for."""
        return self.is_(token, use) or self.forms.get(token.lower, ("", False))[0] in self.sources.get(use, frozenset())


@kept
def lexicon(lang: str) -> Lexicon:
    """The words of a language; a file with faults is a LexiconError."""
    verbs = _verbs(load_yaml(data_file(lang, "reporting.yml"), ReportingVerbs))
    sources = dict(_by_kind((each.use, each.words) for each in load_yaml(data_file(lang, "sources.yml"), SourceWords)))
    if lang == "fr":
        people = sources[Use.PERSON]
        sources[Use.PERSON] = people | {each for word in people for each in feminines(word)}
    hearsay = _by_kind((entry.kind, entry.words) for entry in load_yaml(data_file(lang, "hearsay.yml"), HearsayWords))
    return Lexicon(
        verbs,
        _forms(
            lang,
            (
                *verbs,
                *(
                    lemma
                    for use in (
                        Use.CITED_BY,
                        Use.CITING,
                        Use.ASKED_BY,
                        Use.REJECTS,
                        Use.JUDGES,
                        Use.ATTITUDE,
                        Use.TELLS,
                        Use.PRESENTS,
                    )
                    for lemma in sources.get(use, ())
                ),
            ),
        ),
        sources,
        hearsay,
        tuple(_leads(sources)),
        tuple((hint, word) for hint in (Hint.ADVERB, Hint.FORMULA) for word in sorted(hearsay.get(hint, ()))),
    )


def _leads(sources: Mapping[Use, frozenset[str]]) -> Iterator[Lead]:
    """The wordings that lead to a source: by use, the longest first."""
    for use in (Use.PREPOSITION, Use.DIXIT, Use.WEAK_PREPOSITION):
        for wording in sorted(sorted(sources.get(use, ())), key=len, reverse=True):
            parts = tuple(wording.replace("'", "' ").split())
            whole = "".join(parts)
            cuts = range(len(whole) + 1)
            yield use, parts, frozenset(whole[:cut] for cut in cuts), frozenset(whole[cut:] for cut in cuts)


def _verbs(entries: tuple[ReportingVerbs, ...]) -> Mapping[str, tuple[Verb, ...]]:
    grouped: dict[tuple[str, tuple[str, ...], bool], list[ReportingVerbs]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            first, rest, reflexive = split_verb(lemma)
            grouped.setdefault((first, rest, reflexive), []).append(entry)
    found: dict[str, list[Verb]] = {}
    for (first, rest, reflexive), its in grouped.items():
        found.setdefault(first, []).append(Verb(rest, reflexive, tuple(its)))
    return {first: tuple(sorted(verbs, key=lambda verb: -len(verb.rest))) for first, verbs in found.items()}


def _forms(lang: str, lemmas: Iterable[str]) -> Mapping[str, tuple[str, bool]]:
    """Forms of the verbs, each with its lemma and whether it is finite; irregular ones override."""
    found: dict[str, tuple[str, bool]] = {}
    irregular = load_yaml(data_file(lang, "verb_forms.yml"), VerbForms)
    kept = {entry.lemma for entry in irregular}
    for lemma in (each for each in dict.fromkeys(lemmas) if each not in kept):
        for form, finite in forms_of(lemma, lang):
            found.setdefault(form, (lemma, finite))
    for entry in irregular:
        found.update(dict.fromkeys(entry.finite, (entry.lemma, True)))
        found.update(dict.fromkeys(entry.other, (entry.lemma, False)))
    return found


def split_verb(lemma: str) -> tuple[str, tuple[str, ...], bool]:
    """The verb of an entry, the words behind it, and whether it is reflexive.

    >>> split_verb("s'attribuer"), split_verb("faire état")
    (('attribuer', (), True), ('faire', ('état',), False))
    """
    reflexive = lemma.startswith(("se ", "s'"))
    words = lemma.removeprefix("se ").removeprefix("s'") if reflexive else lemma
    first, *rest = words.replace("'", "' ").split()
    return first, tuple(rest), reflexive


def _by_kind(pairs: Iterable[tuple[Kind, tuple[str, ...]]]) -> Mapping[Kind, frozenset[str]]:
    found: dict[Kind, set[str]] = {}
    for kind, words in pairs:
        found.setdefault(kind, set()).update(words)
    return {kind: frozenset(words) for kind, words in found.items()}
