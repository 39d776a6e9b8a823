"""Sources that cite or are cited: « cité par X », « citant X », "X quoted Y as saying that …"."""

from collections.abc import Sequence
from dataclasses import replace

from selon.extract.attribution.around import Aside, is_mark, stop
from selon.extract.attribution.content import main_clause, numbers
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, form_of, is_agency, may_be_source
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of, without_lead
from selon.extract.attribution.surface import STOPS, after, is_finite, is_relative
from selon.extract.attribution.words import Lexicon, Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import arguments, clause_words, preposition, spread
from selon.parse.tree import Sentence, Token

# « …, citant X, » stands so many tokens behind the one who cites.
_BESIDE = 4


def find_cited(sentence: Sentence, reports: list[Report], who: Who) -> list[Report]:
    """Adds the sources of « cité par X » (outside the report that it qualifies) and « citant X » (inside it)."""
    lexical = lexicon(sentence.parse.lang)
    for token in sentence.tokens:
        if token.pos == "VERB" and _relative_cites(token, lexical):
            reports = _citing(token, reports, who)
            continue
        if token.pos not in ("VERB", "ADJ", "ADP", "NOUN") or token.is_("VerbForm", "Fin") or token.base == "aux":
            continue
        if not _cites(token, lexical):
            continue
        detached = token.i == sentence.start or sentence.parse.tokens[token.i - 1].text == ","
        if token.base in ("root", "ccomp") and not detached and not _before_verb(token):
            continue
        if any(child.base == "aux" for child in token.children):
            continue
        if lexical.is_verb(token, Use.CITING) and token.lower.endswith(("ant", "ing")):
            reports = [report for report in reports if token not in report.cue]
            reports = _citing(token, reports, who)
        elif lexical.is_verb(token, Use.CITED_BY) or lexical.is_(token, Use.ASKED_BY):
            reports = _cited(token, reports, who)
    return reports


def _relative_cites(token: Token, lexical: Lexicon) -> bool:
    """« RTBF, qui cite des proches du dossier », "the paper, which quoted officials"."""
    lead = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    return lead is not None and is_relative(lead) and lexical.is_verb(token, Use.CITING) and is_finite(token)


def _before_verb(token: Token) -> bool:
    """Whether a finite verb hangs on a bare participle, which a tree takes for the main verb ("Officials cited by the
    Journal say …")."""
    return any(is_finite(child) and child.base in ("xcomp", "ccomp", "conj", "parataxis") for child in token.children)


def _cites(token: Token, lexical: Lexicon) -> bool:
    """Whether a word is one of those by which sources cite or are cited."""
    verb = lexical.is_verb(token, Use.CITING) or lexical.is_verb(token, Use.CITED_BY)
    return verb or lexical.is_(token, Use.ASKED_BY)


def _qualified(token: Token, reports: list[Report]) -> int | None:
    """Which report a participle qualifies: the one whose speaker it hangs on, else the nearest before it in the
    sentence."""
    near = [i for i, report in enumerate(reports) if report.cue and report.cue[0].sentence_i == token.sentence_i]
    for i in near:
        report = reports[i]
        if token.head is not None and (token.head in report.source or token.head in report.cue):
            return i
    beside = [i for i in near if any(0 < token.i - head.i <= _BESIDE for head in reports[i].source)]
    beside = [i for i in beside if reports[i].cue[0].i > token.i]
    if beside:
        return beside[0]
    before = [i for i in near if reports[i].cue[0].i < token.i]
    return before[-1] if before else (near[0] if near else None)


def _citing(token: Token, reports: list[Report], who: Who) -> list[Report]:
    behind = after(token)
    heads = [each for each in arguments(token).objects or ([behind] if behind else []) if may_be_source(each, who)]
    heads = [each for each in heads if _may_be_cited(each, token)]
    if not heads:
        return reports
    source = without_lead(source_of(heads, who), token)
    own = _insert(token, heads)
    at = _qualified(token, reports)
    if at is None:
        return reports
    content = reports[at].content - own
    reports = [*reports]
    reports[at] = replace(reports[at], content=reports[at].content | {token.i})
    rule = f"{token.parse.lang}.sources.citing"
    form = form_of(heads[0], Form.ACCORDING_TO)
    return [
        *reports,
        Report((token,), source.heads, source.actors, source.words, form, Stance.ASSERT, content, rule),
    ]


def _may_be_cited(head: Token, verb: Token) -> bool:
    """Whether what a verb takes up can be cited: a paper or people where it is no verb of citing alone (« reprenant un
    communiqué », not « reprenant la ville »)."""
    words = lexicon(verb.parse.lang)
    plain = verb.lemma.lower() in ("citer", "cite", "quote") or verb.lower in ("citing", "quoting")
    uses = (Use.DOCUMENT, Use.SPEECH, Use.REPORTS, Use.PERSON, Use.AGENCY, Use.MEDIUM)
    return plain or any(words.is_(head, use) for use in uses)


def _cited(token: Token, reports: list[Report], who: Who) -> list[Report]:
    agents = [
        child
        for child in token.children
        if preposition(child) in ("par", "by", "dans", "in") and child.base in ("obl", "nmod")
    ]
    heads = [each for agent in agents for each in spread(agent) if may_be_source(each, who)]
    asked = not lexicon(token.parse.lang).is_verb(token, Use.CITED_BY)
    if not heads or (asked and not any(is_agency(head) for head in heads)):
        return reports
    at = _qualified(token, reports)
    if at is not None and _is_attribute(token, reports[at]):
        return reports
    detached = token.i <= token.sentence.start + 1 or at is None
    if at is None and not detached:
        return reports
    own = _insert(token, heads)
    content = main_clause(token.sentence, own) if detached else frozenset[int]()
    if at is not None:
        inner = reports[at]
        content |= (inner.content | numbers(inner.cue)) - own
        reports = [replace(report, content=report.content - own) for report in reports]
    elif not _speaks_here(token):
        return reports
    source = source_of(heads, who)
    cue = (token, *[case for case in heads[0].all("case") if case.i == token.i + 1])
    rule = f"{token.parse.lang}.sources.cited_by"
    return [
        *reports,
        Report(cue, source.heads, source.actors, source.words, Form.ACCORDING_TO, Stance.ASSERT, content, rule),
    ]


def _is_attribute(token: Token, report: Report) -> bool:
    """Whether a participle only qualifies a noun of what is said ("against the 37 | reported by the media"), not the
    words ("in remarks carried by the media")."""
    noun, lexical = token.head, lexicon(token.parse.lang)
    if noun is None or noun.i not in report.content or token.i not in report.content or noun.pos == "PROPN":
        return False
    spoken = (Use.SPEECH, Use.DOCUMENT, Use.REPORT_NOUN, Use.CHANNEL, Use.SPOKEN, Use.REPORTS, Use.PERSON)
    near = token.parse.tokens[token.i - 1].text != ","
    return near and noun.pos in ("NOUN", "NUM") and not any(lexical.is_(noun, use) for use in spoken)


def behind_quoting(cue: Cue) -> Aside | None:
    """The aside of "…, the agency quoted X as saying" or "…, X was quoted as saying", with X as its speaker; None where
    something is said behind the gerund."""
    quoting, tokens, end = quoting_before(cue), cue.main.parse.tokens, cue.main.sentence.end
    behind = tokens[cue.last.i + 1] if cue.last.i + 1 < end else None
    if quoting is None or (behind is not None and behind.pos not in ("PUNCT", "ADP") and not _is_time(behind)):
        return None
    found = arguments(quoting)
    first = min([quoting.i, *(each.i for head in (*found.subjects, *found.objects) for each in head.subtree())])
    parted = first - 1 > cue.main.sentence.start and is_mark(tokens[first - 1])
    if not found.objects or not parted:
        return None
    return Aside(cue, first, stop(cue), tuple(found.objects))


def _is_time(token: Token) -> bool:
    return lexicon(token.parse.lang).is_(token, Use.TIME)


def quoted_as(cue: Cue, report: Report, who: Who) -> list[Report]:
    """The report, and around it that of who quotes its speaker: "X quoted Y as saying that …", « X cite Y affirmant
    que … »."""
    quoting = quoting_before(cue)
    if quoting is None:
        return [report]
    found = arguments(quoting)
    passive = found.passive or any(
        preposition(agent) in clause_words(cue.main.parse.lang).agent for agent in quoting.all("obl")
    )
    speaker = source_of(found.objects, who)
    outer = source_of(found.subjects, who)
    if passive and not outer.heads:
        agents = [*quoting.all("obl"), *cue.main.all("obl")]
        outer = source_of([each for each in agents if preposition(each) in ("by", "par")], who)
    if not speaker.heads:
        return [report]
    inner = replace(report, source=speaker.heads, actors=speaker.actors, words=speaker.words)
    if not outer.heads:
        return [inner]
    rule = f"{cue.main.parse.lang}.sources.citing"
    content = report.content | numbers(report.cue)
    around = Report((quoting,), outer.heads, outer.actors, outer.words, Form.ACCORDING_TO, Stance.ASSERT, content, rule)
    return [inner, around]


def quoting_before(cue: Cue) -> Token | None:
    """The verb of quoting that a gerund of saying completes; None where another verb stands between."""
    lead = cue.main.parse.tokens[cue.first.i - 1].lower if cue.first.i > cue.main.sentence.start else ""
    if not cue.last.lower.endswith(("ing", "ant")) and lead not in ("having", "ayant"):
        return None
    tokens, words = cue.main.parse.tokens, lexicon(cue.main.parse.lang)
    for token in reversed(tokens[max(cue.first.i - 30, cue.main.sentence.start) : cue.first.i]):
        if words.is_verb(token, Use.CITING) and token.pos in ("VERB", "ADJ"):
            return token
        between = token.base == "acl" and token.is_(
            "VerbForm", "Part"
        )  # "quoted an officer reached by phone as saying"
        if (token.pos == "VERB" and not between) or token.text in (";", ":"):
            return None
    return None


def _insert(token: Token, heads: Sequence[Token]) -> frozenset[int]:
    """The tokens of « cité par X » or « citant X »: from the participle to the mark behind its source."""
    tokens, end = token.parse.tokens, token.sentence.end
    i = max(token.i, *(head.i for head in heads)) + 1
    while i < end and tokens[i].text not in STOPS and not is_finite(tokens[i]):
        i += 1
    return frozenset(range(token.i, i))


def _speaks_here(token: Token) -> bool:
    """Whether a participle alone may carry a source: only one that the sentence begins with (« Cité par la presse,
    … »)."""
    return token.i == token.sentence.start
