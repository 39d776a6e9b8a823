"""Who speaks where the subject of the tree is somebody else: a word of a clause between the speaker and the verb.

In: a `Cue` and the heads that stand for its subject. Out: the heads that speak.
"""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.surface import before, is_finite, is_relative, says_on
from selon.extract.attribution.words import Use, lexicon
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.tree import Token

# A relative clause between a speaker and his verb has its words so near.
_CLOSE = 8
MARKS = ("«", "“", '"', ":", ";")


def corrected(subjects: list[Token], cue: Cue, who: Who) -> list[Token]:
    """The heads that speak, those of the subject where nothing is wrong with it."""
    subjects = _before_relative(cue, subjects) or subjects
    subjects = _of_root(cue, subjects, who) or subjects
    subjects = _behind_phrase(cue, subjects) or subjects
    subjects = _behind_participle(cue, subjects) or _before_object(cue, subjects) or subjects
    subjects = _around_relative(cue, subjects, who) or subjects
    noun = cue.main.head if cue.main.base == "acl" and cue.first.is_("VerbForm", "Inf") else None
    return [each for head in subjects or ([noun] if noun is not None else []) for each in _at_pains(head, cue)]


def _around_relative(cue: Cue, subjects: list[Token], who: Who) -> list[Token]:
    """Who the sentence begins with, where the subject of the tree stands in a relative clause between commas (« le
    parti, dont X est le chef, a déclaré »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    if len(subjects) != 1 or not start < subjects[0].i < cue.first.i or tokens[cue.first.i - 1].text != ",":
        return []
    pronouns = bounds(cue.main.parse.lang).relative
    relative = [
        i
        for i in range(start + 1, max(subjects[0].i, min(subjects[0].i + 4, cue.first.i)))
        if tokens[i].lower in pronouns and "," in (tokens[i - 1].text, tokens[max(i - 3, start)].text)
    ]
    if not relative or not any(is_finite(token) for token in tokens[relative[-1] : cue.first.i]):
        return []
    comma = next(i for i in range(relative[-1], start - 1, -1) if tokens[i].text == "," or i == start)
    opening = tokens[start : max(comma, start + 1)]
    if any(is_finite(token) or token.text in MARKS for token in opening) or opening[0].pos not in (
        "DET",
        "PROPN",
        "NUM",
        "ADJ",
        "NOUN",
    ):
        return []
    head = next((token for token in opening if token.pos in ("NOUN", "PROPN")), None)
    return [head] if head is not None and (who(head) or may_speak(head)) else []


def _of_root(cue: Cue, subjects: list[Token], who: Who) -> list[Token]:
    """The subject of the sentence for a gerund of saying that a tree hangs on what cannot speak (« X a vanté l'accord
    sur l'eau, ajoutant que … »: X); none where the tree is right."""
    lead = cue.first.parse.tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    if lead is None or lead.text != "," or not says_on(cue.first) or cue.main.first("nsubj") is not None:
        return []
    if any(may_speak(head) or who(head) for head in subjects):
        return []
    heads = [head for root in cue.main.sentence.roots for head in logical_subjects(root) if head.i < cue.first.i]
    return [head for head in heads if may_speak(head) or who(head)]


def _before_relative(cue: Cue, subjects: list[Token]) -> list[Token]:
    """Whom a « qui » stands for where the tree hangs its clause on a verb ("names a guard, who said …")."""
    if len(subjects) != 1 or not is_verb(subjects[0]):
        return []
    pronoun = next((child for child in cue.dependents if child.base == "nsubj" and is_relative(child)), None)
    if pronoun is None or pronoun.i == pronoun.sentence.start:
        return []
    lead = pronoun.parse.tokens[pronoun.i - 1]
    near = before(lead if lead.text == "," else pronoun)
    return [near] if near is not None else []


def _at_pains(head: Token, cue: Cue) -> list[Token]:
    """Who "was at pains to point out", where a tree takes the noun for the subject of the infinitive."""
    leads = head.i < cue.first.i and cue.first.is_("VerbForm", "Inf") and head.pos in ("NOUN", "ADJ")
    if not leads or not lexicon(head.parse.lang).is_(head, Use.LEADS_TO_SAYING):
        return [head]
    return head.all("nsubj") or (logical_subjects(head.head) if head.head is not None else [])


def _behind_participle(cue: Cue, subjects: list[Token]) -> list[Token]:
    """Who speaks where a tree takes the agent of a participle between for the subject ("Officials cited by the Journal
    say": officials)."""
    if len(subjects) != 1 or subjects[0].first("case") is None or not cue.finite:
        return []
    if any(child.base == "nsubj" and is_relative(child) for child in cue.dependents):
        return []
    participle = subjects[0].head
    if participle is None or not participle.is_("VerbForm", "Part") or participle.first("aux") is not None:
        return []
    between = participle.i < subjects[0].i < cue.first.i
    head = before(participle) if between else None
    return [head] if head is not None else []


def _behind_phrase(cue: Cue, subjects: list[Token]) -> list[Token]:
    """Who speaks right behind a phrase that an English tree joins to the subject ("After the meeting both ministers
    said": the ministers)."""
    case = subjects[0].first("case") if len(subjects) > 1 and cue.main.parse.lang == "en" else None
    led = case is not None and case.lower in ("after", "before", "during", "at", "in", "on", "since")
    return subjects[1:] if led and subjects[1].i < cue.first.i else []


def _before_object(cue: Cue, subjects: list[Token]) -> list[Token]:
    """Who speaks where a tree takes the object of a relative clause for the subject ("one delegate who backs X said":
    the delegate)."""
    if len(subjects) != 1 or not 0 < cue.first.i - subjects[0].i <= _CLOSE or not cue.finite:
        return []
    tokens, head = cue.main.parse.tokens, subjects[0]
    for i in range(head.i - 1, max(head.i - _CLOSE, cue.main.sentence.start), -1):
        if tokens[i].pos == "PUNCT":
            return []
        if is_relative(tokens[i]):
            led = any(is_finite(each) for each in tokens[i + 1 : head.i])
            noun = before(tokens[i]) if led else None
            return [noun] if noun is not None else []
    return []
