"""Reports by a verb and what it governs: « affirme que … », « affirme avoir … », « a annoncé la mort de … », «
accuse X de … »."""

from collections.abc import Iterator

from selon.extract.attribution.complement import content_clause, contents
from selon.extract.attribution.cues import Cue, narrates, what_before
from selon.extract.attribution.kinds import Who, form_of, is_agency
from selon.extract.attribution.origin import only_hears, origin, origins
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import is_nobody
from selon.extract.attribution.speakers import speakers
from selon.extract.attribution.surface import is_finite, says_on
from selon.extract.attribution.unsaid import is_not, is_unsaid
from selon.extract.attribution.words import ReportingVerbs, Stance, Takes
from selon.model.ontology import Form
from selon.parse.tree import Token


def said(cue: Cue, who: Who) -> Iterator[Report]:
    """The reports that a verb makes with what it governs; none where it is negated or has no content.

    A gerund may be without a source: it is for whoever spoke before it in the sentence.
    """
    if is_unsaid(cue):
        return
    for entry, content, accused in contents(cue):
        source = speakers(cue, who, accused)
        if not source.heads and cue.impersonal:
            source = origin(cue, who)
        if not source.heads and not (_may_be_nobody(cue, entry) or says_on(cue.first) or narrates(cue)):
            continue
        if entry.stance is Stance.ASK and not source.heads and not cue.finite:
            continue
        if entry.stance is Stance.LEARN and not _learned(cue):
            continue
        anonymous = not source.heads
        form = Form.HEARSAY if entry.stance is Stance.ACCUSE and anonymous else Form.INDIRECT
        if source.heads:
            form = form_of(source.heads[0], form)
        rule = f"{cue.main.parse.lang}.reporting.{entry.id}"
        stance = Stance.ASSERT if entry.stance is Stance.DENY and is_not(cue) else entry.stance
        if stance is Stance.DENY:
            content = _without_relative(content, cue)
        if not content:
            continue
        against = content_stands_before(cue, content)
        yield Report(cue.words, source.heads, source.actors, source.words, form, stance, content, rule, against)
        return


def _without_relative(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """What is denied, without the relative and gerund clauses behind commas: these the writer tells (« …, qui a fait
    dix morts », « …, accusant Y »)."""
    tokens = cue.main.parse.tokens
    for i in sorted(content):
        if tokens[i].text == "," and i + 1 in content and _adds(tokens[i + 1]):
            return frozenset(each for each in content if each < i)
    return content


def _adds(token: Token) -> bool:
    """Whether a word behind a comma opens a clause of the writer's own: a relative one, or a gerund."""
    tokens, i = token.parse.tokens, token.i
    while tokens[i].lower in ("tout", "en") and i + 1 < token.sentence.end:
        i += 1
    gerund = tokens[i].pos == "VERB" and tokens[i].lower.endswith(("ant", "ing"))
    gerund = gerund or (tokens[i].pos == "VERB" and tokens[i].is_("VerbForm", "Part") and tokens[i].base == "acl")
    return gerund or token.lower in ("qui", "où", "dont", "which", "who", "where")


def content_stands_before(cue: Cue, content: frozenset[int]) -> bool:
    """Whether a denial takes up what the sentence said before (« …, ce que Rome dément »): another's claim, denied."""
    taken_up = not cue.passive or what_before(cue.first) is not None
    return cue.verb.entries[0].stance is Stance.DENY and max(content) < cue.first.i and taken_up


def resumption(cue: Cue) -> int | None:
    """Where the clause goes on that a gerund of saying between commas interrupts (« X, estimant que Y a fui, a … »)."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    if cue.first.i - 1 <= sentence.start or tokens[cue.first.i - 1].text != "," or not says_on(cue.first):
        return None
    if any(is_finite(token) for token in tokens[sentence.start : cue.first.i]):
        return None
    for i in range(cue.last.i + 1, sentence.end - 1):
        if tokens[i].text == "," and _goes_on(tokens[i + 1 : sentence.end]):
            return i
    return None


def _goes_on(rest: list[Token]) -> bool:
    """Whether a finite verb comes next, over adverbs and clitics."""
    first = next((token for token in rest if token.pos not in ("ADV", "PART", "PRON")), None)
    return first is not None and is_finite(first)


def _may_be_nobody(cue: Cue, entry: ReportingVerbs) -> bool:
    """Whether a report without a source counts: an impersonal clause (« il a été affirmé que »), an accusation
    without accuser."""
    return (
        cue.finite
        and (content_clause(cue) or (entry.stance is Stance.ACCUSE and cue.passive and Takes.ABOUT in entry.takes))
    ) or (entry.stance is Stance.ACCUSE and not cue.finite and cue.main.base in ("acl", "amod"))


def _learned(cue: Cue) -> bool:
    """Whether a verb of learning passes something on: « on apprend que », « il a été appris », "Reuters has
    learned"."""
    impersonal = any(
        is_nobody(child) for child in cue.dependents if child.base in ("nsubj", "expl") and child.pos == "PRON"
    )
    agency = any(is_agency(head) or only_hears(head, cue) for head in cue.subjects())
    return cue.finite and (impersonal or cue.impersonal or agency or cue.passive or bool(origins(cue)))
