"""The order in which reports are found; the door of the room."""

from dataclasses import replace

from selon.extract.attribution.around import Aside
from selon.extract.attribution.aside import aside, only_happens
from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cited import find_cited, quoted_as
from selon.extract.attribution.content import main_clause, numbers
from selon.extract.attribution.cues import Cue, find_cues, narrates
from selon.extract.attribution.headline import find_headline
from selon.extract.attribution.kinds import Who, form_of, is_agency, is_medium
from selon.extract.attribution.named import according, find_phrases, place_content
from selon.extract.attribution.nouns import find_nouns
from selon.extract.attribution.origin import origin
from selon.extract.attribution.pronoun import points_back, with_speakers
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.quoting import quotes_of
from selon.extract.attribution.rejected import rejected
from selon.extract.attribution.report import Report, Reports
from selon.extract.attribution.rumour import find_rumours
from selon.extract.attribution.runon import run_on
from selon.extract.attribution.said import resumption, said
from selon.extract.attribution.source import Source, name_bounds, source_of, with_article, within, without_lead
from selon.extract.attribution.speakers import speakers
from selon.extract.attribution.speech import aside_content, quoted_behind, widened
from selon.extract.attribution.surface import after, is_finite, joined, says_on
from selon.extract.attribution.unsaid import is_unsaid
from selon.extract.attribution.unspoken import unspoken
from selon.extract.attribution.voices import Voices
from selon.extract.attribution.words import Stance, Takes, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import preposition
from selon.parse.quotes import is_clause
from selon.parse.tree import Parse, Sentence, Token

# Who speaks of himself.


def find_reports(parse: Parse, who: Who) -> Reports:
    """Every report of a document. `who` gives the actor ids of the mention that a token heads, () for none."""
    quoted = Quoted(parse)
    found: list[Report] = []
    for sentence in parse.sentences:
        found.extend(_in_sentence(sentence, quoted, who))
    found = [widened(report, quoted) for report in (_inside_marks(each, quoted) for each in found) if report.content]
    found.extend(unspoken(quoted, found, who))
    found.extend(run_on(quoted, found, who))
    found.sort(key=_place)
    voices = Voices()
    found = [report if points_back(report) else voices.of_report(report, who) for report in found]
    found = with_speakers(found, who)
    found = [voices.of_report(report, who) if points_back(report) and not report.actors else report for report in found]
    quotes = quotes_of(parse, quoted, found, who, voices)
    return Reports(tuple(found), quotes, voices.all)


def _inside_marks(report: Report, quoted: Quoted) -> Report:
    """A report made within a quotation, which says nothing that stands outside its marks."""
    around = quoted.with_token(report.cue[0]) if report.cue else None
    return report if around is None else replace(report, content=report.content & quoted.tokens[around])


def _place(report: Report) -> tuple[int, int]:
    return (report.cue[0].i if report.cue else min(report.content), len(report.content))


def _in_sentence(sentence: Sentence, quoted: Quoted, who: Who) -> list[Report]:
    found: list[Report] = find_headline(sentence, who)
    cues = list(find_cues(sentence))
    for cue in cues:
        found = said_on(cue, found, list(_by_verb(cue, quoted, who)))
    phrases = list(find_phrases(sentence, who))
    found.extend(according(phrase, phrases, who) for phrase in phrases)
    taken = {token for report in found for token in report.cue if report.source}
    others = [*find_nouns(sentence, who), *(each for each in find_rumours(sentence) if each.cue[-1] not in taken)]
    cues = [cue for cue in cues if any(report.cue == cue.words for report in found)]
    found.extend(_without_further(report, cues) for report in others)
    return rejected(find_cited(sentence, _not_denied(found), who), who)


def _not_denied(reports: list[Report]) -> list[Report]:
    """Without « comme l'affirme X » beside a denial (« Y dément avoir tiré, comme l'affirme X »): X says what Y
    denies."""
    denied = frozenset(i for report in reports if report.stance is Stance.DENY for i in report.content)
    return [
        report
        for report in reports
        if not (report.form is Form.ACCORDING_TO and ".reporting." in report.rule and report.content & denied)
    ]


def said_on(cue: Cue, before: list[Report], new: list[Report]) -> list[Report]:
    """The reports of a sentence with those of its next verb.

    A gerund behind a comma (« ajoutant que ») goes on with the speaker of the report before it; like a second verb of
    saying it is no part of that report's content.
    """
    if not new:
        return before
    if new[0].against:
        rest = frozenset(range(max(new[0].content) + 1, cue.main.sentence.end))
        return [*(replace(report, content=report.content - rest) for report in before), *new]
    start = _goes_on_at(cue)
    if start is None:
        return [*before, *(report for report in new if report.source or not says_on(cue.first))]
    own = frozenset(range(start, max(new[0].content, default=cue.last.i) + 1))
    own_words = [report for report in before if not report.rule.endswith((".agency", ".cited_by"))]
    last = next((report for report in reversed(own_words) if report.source or _tells_on(report)), None)
    if last is not None and start == cue.first.i - 1 and says_on(cue.first):
        new[0] = replace(new[0], source=last.source, actors=last.actors, words=last.words)
    if says_on(cue.first) and not new[0].source and not (last is not None and _tells_on(last)):
        return before
    return [*(replace(report, content=report.content - own) for report in before), *new]


def _tells_on(report: Report) -> bool:
    """Whether somebody goes on who is not named again (« Et d'ajouter : … »)."""
    return bool(report.cue) and not report.source and report.cue[0].is_("VerbForm", "Inf")


def _without_further(report: Report, cues: list[Cue]) -> Report:
    """A report by a noun or a conditional without the part of the sentence that a further verb of saying opens."""
    starts = [start for cue in cues if (start := _goes_on_at(cue)) is not None and start > report.cue[-1].i]
    return replace(report, content=frozenset(i for i in report.content if not starts or i < min(starts)))


def _goes_on_at(cue: Cue) -> int | None:
    """Where the part of a sentence begins that a further verb of saying opens: the comma before a gerund and its own
    subject, if it has one (« …, l'agence Tass rapportant que »), or the « et » before a verb without a subject."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    i = cue.first.i - 1
    if i > start and tokens[i].lower in ("et", "and") and cue.finite and cue.main.first("nsubj") is None:
        return i
    if not says_on(cue.first):
        return None
    while i > start and tokens[i].pos in ("DET", "NOUN", "PROPN", "ADJ", "ADP", "ADV", "NUM"):
        i -= 1
    return i if i > start and tokens[i].text == "," else None


def _by_verb(cue: Cue, quoted: Quoted, who: Who) -> list[Report]:
    """The report of one verb, and around it that of the agency to which it was told."""
    found: list[Report] = []
    if quoted.with_token(cue.main) is not None and _of_oneself(cue):
        return []
    introducer = _introducer(cue)
    beside = None if introducer is not None else aside(cue, who)
    brings = cue.verb.takes(Takes.ASIDE) and _introduces(cue) and (not _learns(cue) or cue.impersonal or cue.passive)
    behind = quoted_behind(cue, quoted) if brings else None
    if behind is not None and not cue.verb.takes(Takes.CLAUSE) and not is_clause(cue.main.parse, behind):
        behind = None
    if introducer is not None:
        found = [_as_said(cue, introducer, who)]
    elif beside is not None and (report := _aside_report(beside, quoted, who)) is not None:
        found = [report]
    elif behind is not None and quoted.with_token(cue.main) is not behind:
        content = quoted.tokens[behind] - numbers(cue.words)
        form = Form.DIRECT if is_clause(cue.main.parse, behind) else Form.MIXED
        found = [_report(cue, speakers(cue, who), form, content)]
    else:
        found = list(said(cue, who)) or _before_colon(cue, who)
        found = [each for report in found for each in quoted_as(cue, report, who)]
    if (resumed := resumption(cue)) is not None:
        found = [replace(each, content=frozenset(i for i in each.content if i < resumed)) for each in found]
    around = [outer for report in found for outer in (_told_to_agency(cue, report, who) or _learner(cue, report, who))]
    return [*found, *around]


def _before_colon(cue: Cue, who: Who) -> list[Report]:
    """« Le ministre l'a redit : personne ne partira »: the clause behind a colon, without marks."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    rest = range(cue.last.i + 1, sentence.end)
    at = next((i for i in rest if tokens[i].text in (":", ";") or is_finite(tokens[i])), None)
    if at is None or tokens[at].text != ":" or not cue.finite or not cue.verb.takes(Takes.CLAUSE) or is_unsaid(cue):
        return []
    own = any(child.base == "obj" and child.pos in ("NOUN", "PROPN") for child in cue.dependents)
    content = frozenset(range(at + 1, sentence.end))
    marked = at + 1 < sentence.end and tokens[at + 1].text in ("«", "“", '"', "'", "‘")
    if own or marked or not any(is_finite(tokens[i]) for i in content) or _learns(cue):
        return []
    source = speakers(cue, who)
    return [_report(cue, source, Form.INDIRECT, content)] if source.heads else []


def _report(cue: Cue, source: Source, form: Form, content: frozenset[int]) -> Report:
    entry = cue.verb.takes(Takes.ASIDE) or cue.verb.entries[0]
    if source.heads and form is Form.INDIRECT:
        form = form_of(source.heads[0], form)
    rule = f"{cue.main.parse.lang}.reporting.{entry.id}"
    return Report(cue.words, source.heads, source.actors, source.words, form, entry.stance, content, rule)


def _aside_report(found: Aside, quoted: Quoted, who: Who) -> Report | None:
    said_beside = aside_content(found, quoted)
    if said_beside is None or not said_beside[1]:
        return None
    form, content = said_beside
    if found.cue.passive:
        source = speakers(found.cue, who)
    else:
        source = within(source_of(_with_conjuncts(found, who), who), found.phrase, who)
    if found.cue.impersonal:
        source = origin(found.cue, who)
    elif not source.heads or _learns(found.cue):
        source = speakers(found.cue, who)
    if found.phrase is None:
        source = with_article(without_lead(source, found.cue.last) if found.cue.last.i < found.end - 1 else source)
    if not source.heads and not source.actors and found.cue.impersonal:
        form = Form.HEARSAY
    if not source.heads and found.cue.passive and not _expletive(found.cue):
        return None
    return _report(found.cue, source, form, content)


def _expletive(cue: Cue) -> bool:
    """Whether "it" or « il » stands before a passive: what is said, is said."""
    return any(child.lower in ("it", "il", "-t-il", "-il") for child in (*cue.dependents, *cue.words))


def _of_oneself(cue: Cue) -> bool:
    """Whether the one quoted tells what he himself says (« « Nous avons promis … », dit X »): no further source."""
    subjects = [child.lower for child in cue.dependents if child.base == "nsubj"]
    lead = cue.main.parse.tokens[cue.first.i - 1].lower if cue.first.i > cue.main.sentence.start else ""
    return any(word in bounds(cue.main.parse.lang).first_person for word in (*subjects, lead))


def _introduces(cue: Cue) -> bool:
    """Whether a verb form can bring words in marks along: a finite one, a gerund, or « Et d'ajouter »."""
    return cue.finite or says_on(cue.first) or narrates(cue)


def _learns(cue: Cue) -> bool:
    return cue.verb.entries[0].stance is Stance.LEARN


def _with_conjuncts(found: Aside, who: Who) -> list[Token]:
    """The speakers with those coordinated inside the aside (« ont indiqué X et Y »)."""
    heads = [each for subject in found.subjects for each in subject.conjuncts()]
    heads = [head for head in heads if found.start <= head.i < found.end] or list(found.subjects)
    further = joined(heads[-1], found.end) if len(heads) == 1 else None
    return heads if further is None or not who(further) else [*heads, further]


def _introducer(cue: Cue) -> Token | None:
    """The « comme », « ainsi que » or "as" before a verb of saying without content of its own (« comme l'a dit X »)."""
    tokens = cue.main.parse.tokens
    if only_happens(cue) or _told_to_do(cue):
        return None
    for i in range(cue.first.i - 1, max(cue.first.i - 12, cue.main.sentence.start) - 1, -1):
        if tokens[i].pos == "PUNCT":
            return None
        if _is_as(tokens, i) and (tokens[i].head is cue.main or cue.first.i - i <= 3) and _opens(tokens[i]):
            taken = any(each.lower in ("l'", "le", "la", "les") for each in tokens[i + 1 : cue.first.i + 1])
            content = ("ccomp", "xcomp") if taken else ("ccomp", "xcomp", "obj")
            own = any(child.base in content and child.i > cue.last.i for child in cue.dependents if child.lower != "it")
            speaks = cue.verb.takes(Takes.CLAUSE) or cue.verb.takes(Takes.ASIDE)
            return tokens[i] if not own and speaks and not _says_something(cue) else None
    return None


def _opens(word: Token) -> bool:
    """Whether an English "as" begins a clause: behind a mark or at the head of a sentence, not in "as Fatima"."""
    if word.parse.lang != "en" or word.i == word.sentence.start or word.lower != "as":
        return True
    before, behind = word.parse.tokens[word.i - 1], word.parse.tokens[word.i + 1]
    return before.pos in ("PUNCT", "CCONJ", "ADV") or behind.lower.endswith("ing")


def _told_to_do(cue: Cue) -> bool:
    """Whether an English verb orders ("as their organisers had told them to")."""
    behind = [token.lower for token in cue.main.parse.tokens[cue.last.i + 1 : cue.last.i + 3]]
    return cue.main.parse.lang == "en" and "to" in behind and cue.tokens[0].lemma.lower() in ("tell", "warn", "advise")


def _says_something(cue: Cue) -> bool:
    """Whether a verb or conjunction follows the verb of saying before the next mark: then it has a content of its
    own."""
    tokens = cue.main.parse.tokens
    for token in tokens[cue.last.i + 1 : cue.main.sentence.end]:
        if token.text in (",", ";", ":", ".", ")", "—", "–"):
            return False
        if token.pos in ("SCONJ", "AUX", "VERB") and not token.is_("VerbForm", "Part"):
            return True
    return False


def _is_as(tokens: list[Token], i: int) -> bool:
    words = lexicon(tokens[i].parse.lang).sources.get(Use.AS, frozenset())
    pair = " ".join(token.lower for token in tokens[i : i + 2])
    if pair in words or pair.removesuffix("'") + "e" in words:
        return True
    return tokens[i].lower in words and tokens[i].pos in ("SCONJ", "ADP", "ADV")


def _as_said(cue: Cue, introducer: Token, who: Who) -> Report:
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    end = cue.last.i + 1
    while end < sentence.end and tokens[end].text not in (",", ".", ";", ":", ")", "!", "?"):
        end += 1
    top = cue.main if cue.main.head is not None and cue.main.base == "advcl" else None
    own = frozenset(range(introducer.i, end))
    content = place_content(introducer.i, end, top) if top is not None else main_clause(sentence, own)
    own_subject = any(child.base == "nsubj" and child.pos != "PRON" for child in cue.dependents)
    english = cue.main.parse.lang == "en" and cue.first.i - introducer.i > 1
    inverted = None if own_subject or english else after(cue.last)
    source = source_of([inverted], who) if inverted is not None else speakers(cue, who)
    return _report(cue, source, Form.ACCORDING_TO, content - own)


def _learner(cue: Cue, inner: Report, who: Who) -> list[Report]:
    """« a appris l'AFP auprès de X », "Reuters has learned from X": the agency is the outer source."""
    if not _learns(cue):
        return []
    heads = [*cue.subjects(), *([behind] if (behind := after(cue.last)) is not None else [])]
    agency = next((head for head in heads if is_agency(head) and head not in inner.source), None)
    if agency is None:
        return []
    source = within(source_of([agency], who), name_bounds(agency), who)
    content = inner.content | numbers(inner.cue)
    rule = f"{cue.main.parse.lang}.sources.agency"
    return [
        Report(cue.words, source.heads, source.actors, source.words, Form.ACCORDING_TO, Stance.ASSERT, content, rule)
    ]


def _told_to_agency(cue: Cue, inner: Report, who: Who) -> list[Report]:
    """« a déclaré à l'AFP », "told Reuters": the agency is the outer source (CODING, case 9)."""
    for child in [*cue.dependents, *(below for head in inner.source for below in head.children if below.i > head.i)]:
        told = (child.base in ("iobj", "obj") and cue.main.parse.lang == "en") or preposition(child) in ("à", "to")
        if told and child.base in ("obl", "iobj", "obj", "nmod") and is_medium(child) and child not in inner.source:
            source = within(source_of([child], who), name_bounds(child), who)
            case = child.first("case")
            content = inner.content | numbers(inner.cue) - ({case.i} if case else set())
            words = (case or cue.main,)
            rule = f"{cue.main.parse.lang}.sources.agency"
            return [
                Report(
                    words, source.heads, source.actors, source.words, Form.ACCORDING_TO, Stance.ASSERT, content, rule
                )
            ]
    return []
