"""Speakers that are no actor yet: « un déserteur », « le commissaire chargé de l'aide »; each becomes an actor that
only speaks (CODING: a source is an actor too)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.extent import phrase
from selon.extract.attribution.kinds import Who
from selon.extract.attribution.report import Report, Voice
from selon.extract.attribution.source import Source, named_beside, speaker
from selon.extract.attribution.words import Use, lexicon
from selon.model.actor import Actor, Mention
from selon.model.ontology import ActorKind, Form, MentionForm
from selon.model.span import Words
from selon.parse.tree import Token

_PASSING = (".cited_by", ".citing", ".rejects")


@dataclass(slots=True)
class _Known:
    id: str
    lemma: str
    words: list[Words]
    kind: ActorKind
    owner: str | None


class Voices:
    """The speakers of a document that no mention names, in the order in which they speak (s1, s2 …)."""

    def __init__(self) -> None:
        self._known: list[_Known] = []

    @property
    def all(self) -> tuple[Voice, ...]:
        """Each as an actor, of whom the text says no more than its words."""
        return tuple(Voice(_actor(voice), voice.owner) for voice in self._known)

    def of_report(self, report: Report, who: Who) -> Report:
        """The report with an actor for each of its speakers, where one of them is nobody yet."""
        if report.form is Form.HEARSAY or report.rule.endswith(_PASSING) or not report.source:
            return report
        first, alone = report.source[0], len(report.source) == 1
        if (known := _ids(first, who)) and not report.actors:
            return replace(report, actors=known)
        theirs = report.actors and (not _belongs(first, report.actors, who) or _is_paper(first))
        if known or (alone and theirs):
            return report
        words = report.words if len(report.source) == 1 and report.rule.endswith(".headline") else None
        actors = (id for head in report.source for id in _ids(head, who) or self._at(head, report.actors[:1], words))
        return replace(report, actors=tuple(dict.fromkeys(actors)) or report.actors)

    def of_source(self, source: Source, who: Who) -> tuple[str, ...]:
        """The actors of a source, of its first head where that is none yet."""
        if not source.heads or (known := _ids(source.heads[0], who)):
            return source.actors or (known if source.heads else ())
        if source.actors and not _belongs(source.heads[0], source.actors, who):
            return source.actors
        return self._at(source.heads[0], source.actors[:1]) or source.actors

    def _at(self, head: Token, owner: tuple[str, ...], words: Words | None = None) -> tuple[str, ...]:
        head = speaker(head)
        words = (words or phrase([head])) if _speaks(head) else None
        if words is None:
            return ()
        voice = self._again(head, words) or self._new(head, owner)
        if words not in voice.words:
            voice.words.append(words)
        return (voice.id,)

    def _again(self, head: Token, words: Words) -> _Known | None:
        """The voice that the same words, or the same noun behind a « le » or « cette », take up."""
        lemma, first = head.lemma.lower(), words.text.lower().replace("’", "'").split()[0]
        points = first in bounds(head.parse.lang).pointing or first.startswith("l'")
        for voice in reversed(self._known):
            same = any(each.text.lower() == words.text.lower() for each in voice.words)
            if same or (points and voice.lemma == lemma and len(words.text.split()) <= 2):
                return voice
        return None

    def _new(self, head: Token, owner: tuple[str, ...]) -> _Known:
        kind = ActorKind.PERSON if head.pos == "PROPN" else ActorKind.UNNAMED
        voice = _Known(f"s{len(self._known) + 1}", head.lemma.lower(), [], kind, owner[0] if owner else None)
        self._known.append(voice)
        return voice


def _is_paper(head: Token) -> bool:
    """Whether a source is a paper, which speaks for whom it is by ("a statement from the ministry")."""
    return lexicon(head.parse.lang).is_(head, Use.DOCUMENT)


def _ids(head: Token, who: Who) -> tuple[str, ...]:
    return who(speaker(head)) or named_beside(head, who) or _of_last_name(head, who)


def _of_last_name(head: Token, who: Who) -> tuple[str, ...]:
    """The person named in full before, where a speaker has his last name alone (« M. Berger » behind « Laurent Berger
    »)."""
    titled = head.lower in bounds(head.parse.lang).titles
    name = head.parse.tokens[head.i + 1] if titled and head.i + 1 < head.sentence.end else head
    if name.pos != "PROPN" or not name.text[:1].isupper() or (not titled and head.children):
        return ()
    for each in head.parse.tokens[: head.i]:
        whole = each.head if each.base == "flat" and each.head is not None else None
        if whole is not None and each.text == name.text and (found := who(whole)):
            return found
    return ()


def _belongs(head: Token, actors: tuple[str, ...], who: Who) -> bool:
    """Whether actors are named below a head as those to whom it belongs, and not as its own name."""
    below = next((each for each in head.subtree() if each is not head and set(who(each)) & set(actors)), None)
    if below is None:
        return False
    if below is not None and any(each.lower in bounds(head.parse.lang).new for each in head.all("det", "nummod")):
        return head.pos == "NOUN" and below.base in ("compound", "amod", "nmod")
    while below is not None and below is not head:
        possessive = below.is_("Poss", "Yes") or below.rel == "nmod:poss"
        if possessive or (below.base in ("nmod", "obl") and below.first("case") is not None):
            return True
        below = below.head
    return False


def _speaks(head: Token) -> bool:
    """Whether a head is somebody: a noun that is neither a paper nor a word of speech, or a name."""
    words = lexicon(head.parse.lang)
    if any(words.is_(head, use) for use in (Use.DOCUMENT, Use.SPEECH, Use.REPORTS, Use.REPORT_NOUN, Use.TIME)):
        return words.is_(head, Use.PERSON)
    named = head.pos in ("NOUN", "PROPN", "ADJ", "NUM") or words.is_(head, Use.SOMEBODY)
    return named and any(letter.isalpha() for letter in head.text)


def _actor(voice: _Known) -> Actor:
    mentions = tuple(Mention(each.text, each.span, MentionForm.NOMINAL) for each in _in_order(voice.words))
    return Actor(voice.id, voice.words[0].text, voice.kind, None, None, (), (), mentions)


def _in_order(words: Sequence[Words]) -> list[Words]:
    return sorted(words, key=lambda each: each.span)
