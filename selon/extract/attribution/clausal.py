"""Whether a report gives words or a clause, and so is a quotation."""

from selon.extract.attribution.bounds import THAT, bounds
from selon.extract.attribution.kinds import is_paper, may_speak
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.surface import is_finite, is_relative
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.tree import Token

SPOKEN = (Stance.ASSERT, Stance.ANNOUNCE, Stance.OPINION, Stance.DENY, Stance.ASK, Stance.CLAIM)
# « que » opens a clause of at least so many words, also where the tagger has lost its verb.
_CLAUSE = 4
# Entries of English verbs that govern no noun.
_ABOUT = ("of", "about")
_CLAUSES_ONLY = (".say", ".state", ".tell", ".add", ".believe", ".clausal", ".find", ".make_known", ".agree")


def is_said(report: Report, quoted: Quoted) -> bool:
    """Whether a report gives words or a clause, not only a noun (« a annoncé la mort de X ») or what papers show."""
    if report.form is Form.DIRECT:
        return True
    if report.stance is Stance.LEARN or report.against or not report.source:
        return False
    if _in_relative(report):
        return False
    if ".reporting." not in report.rule and not report.rule.endswith((".report_noun", ".headline")):
        return False
    if in_marks(report, quoted) and not (report.cue and quoted.with_token(report.cue[0])):
        return any(quoted.tokens[each] & report.content for each in quoted.parts)
    head, lexical = report.source[0], lexicon(report.source[0].parse.lang)
    if head.lower in ("those", "ceux", "celles", "celui", "celle", "whoever", "anyone", "quiconque"):
        return False  # "those who say he waited too long"
    if not (report.stance in SPOKEN or _charges(report)) or is_paper(head) or _accuses(report) or _is_nobodys(report):
        return False
    if (report.stance is Stance.DENY and _denies_before(report)) or _is_evidence(report):
        return False
    if lexical.is_(head, Use.REPORTS) and not report.actors:
        return False
    if not _is_clause_said(report):
        return False
    told = [head.parse.tokens[i] for i in report.content]
    only = report.rule.endswith(_CLAUSES_ONLY)  # "said thousands of workers protested", whatever the tree makes of it
    return _opened(report) or any(
        is_finite(token) or (token.pos == "VERB" and (token.first("nsubj") is not None or (only and _is_past(token))))
        for token in told
    )


def _is_past(token: Token) -> bool:
    """Whether an English form may be a past tense that a tree hangs on its subject."""
    return token.parse.lang == "en" and token.base in ("acl", "ccomp", "xcomp") and token.is_("Tense", "Past")


def _in_relative(report: Report) -> bool:
    """Whether a speaker stands right behind a relative pronoun ("the men who, historians say, were killed"): part of a
    clause is no quotation."""
    if not report.cue or report.form is not Form.INDIRECT:
        return False
    tokens, i = report.cue[0].parse.tokens, min(report.cue[0].i, *(head.i for head in report.source))
    while i > report.cue[0].sentence.start and tokens[i - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        i -= 1
    start, cue = report.cue[0].sentence.start, report.cue[-1]
    if i - 2 > start and tokens[i - 1].text == "," and is_relative(tokens[i - 2]):
        return True
    extracts = i - 1 > start and i < cue.i and tokens[i - 1].lower in ("that", "which", "who")
    return extracts and cue.i + 1 < cue.sentence.end and is_finite(tokens[cue.i + 1])


def _is_evidence(report: Report) -> bool:
    """Whether a thing shows something ("its response showed that …", « la chute prouve que … »): nobody says it."""
    if not report.cue or report.form is not Form.INDIRECT:
        return False
    head, lexical = report.source[0], lexicon(report.source[0].parse.lang)
    thing = head.pos == "NOUN" and not may_speak(head) and not head.text[0].isupper()
    return thing and any(lexical.is_verb(each, Use.EVIDENCE) for each in report.cue)


def _charges(report: Report) -> bool:
    """Whether a charge is told in a clause ("charged that soldiers had fired"): that is said, not only done."""
    if report.stance is not Stance.ACCUSE or not report.cue or min(report.content) < report.cue[-1].i:
        return False
    tokens, first = report.cue[0].parse.tokens, min(report.content)
    return any(token.lower in THAT for token in tokens[first - 1 : first + 1])


def _denies_before(report: Report) -> bool:
    """Whether a denial takes up what stands before it, or a noun with what hangs on it ("denied allegations by X")."""
    if not report.cue:
        return False
    tokens, first = report.cue[0].parse.tokens, min(report.content)
    return first < report.cue[0].i or (report.cue[0].parse.lang == "en" and tokens[first].pos == "ADP")


def _accuses(report: Report) -> bool:
    """Whether an indirect report is a speech act (« …, a accusé X »): that is an event, and no quotation."""
    return report.form is Form.INDIRECT and any(each.lemma.lower() in ("accuser", "accuse") for each in report.cue)


def _is_nobodys(report: Report) -> bool:
    """Whether « on » speaks without marks (« dit-on dans son entourage »)."""
    return report.form is Form.INDIRECT and any(each.lower in ("on", "-on", "-t-on") for each in report.cue)


def _opened(report: Report) -> bool:
    """Whether « que » and at least so many words, or a perfect infinitive (« avoir tiré »), tell a clause whatever its
    tags."""
    if not report.cue or min(report.content) < report.cue[0].i:
        return False
    if report.cue[0].parse.lang != "fr":
        opening = [report.cue[0].parse.tokens[i].lower for i in sorted(report.content)[:2]]
        return opening == ["to", "have"]
    tokens, first = report.cue[0].parse.tokens, min(report.content)
    that = any(token.lower in ("que", "qu'") for token in tokens[first - 1 : first + 1])
    return (that and len(report.content) >= _CLAUSE) or _perfect(report) or _infinitive(report)


def _is_object(report: Report) -> bool:
    """Whether English content is a noun that its verb governs ("refuted claims that …"), and no clause."""
    tokens = report.cue[0].parse.tokens
    if report.rule.endswith((".tell", ".speak_of")) and tokens[min(report.content)].lower in _ABOUT:
        return tokens[min(report.content) + 1].lower not in bounds("en").asking
    if report.rule.endswith(_CLAUSES_ONLY):
        return False
    first = next(
        (tokens[i] for i in sorted(report.content) if tokens[i].pos in ("NOUN", "PROPN", "PRON", "VERB")), None
    )
    return first is not None and first.pos == "NOUN" and first.base == "obj" and first.head in report.cue


def _perfect(report: Report) -> bool:
    """Whether content opens with « avoir » or « être », « ne pas » and clitics apart: a deed told as done."""
    rest = _past_clitics(_opening(report))
    return bool(rest) and rest[0].lemma in ("avoir", "être") and rest[0].is_("VerbForm", "Inf")


def _opening(report: Report) -> list[Token]:
    """The first words of the content."""
    tokens = report.cue[0].parse.tokens
    return [tokens[i] for i in sorted(report.content)[:4]]


def _past_clitics(start: list[Token]) -> list[Token]:
    """The words without « de », « ne pas » and clitics."""
    small = (*bounds("fr").before_infinitive, "de", "d'")
    return [token for token in start if token.lower not in small]


def _infinitive(report: Report) -> bool:
    """Whether an infinitive stands right behind the verb (« dit craindre … », « assure vouloir … »), clitics apart."""
    first, start = min(report.content), _opening(report)
    rest = _past_clitics(start)
    near = 0 < first - report.cue[-1].i <= 2
    return near and bool(rest) and rest[0].is_("VerbForm", "Inf") and start[0].lower not in ("de", "d'")


def _is_clause_said(report: Report) -> bool:
    """Whether French content is a clause: before its verb, or opened by « que », « si » or a question word; or a
    perfect infinitive."""
    if not report.cue or min(report.content) < report.cue[0].i:
        return True
    if report.cue[0].parse.lang != "fr":
        return not _is_object(report)
    if (_perfect(report) or _infinitive(report)) and report.stance is not Stance.DENY:
        return True
    tokens, first = report.cue[0].parse.tokens, min(report.content)
    opening = (":", *bounds("fr").opening)
    return any(token.lower in opening for token in tokens[max(first - 1, 0) : first + 2])


def in_marks(report: Report, quoted: Quoted) -> bool:
    """Whether all that is said stands in marks (« dénonce « une honte » »)."""
    said = {i for i in report.content if quoted.parse.tokens[i].pos not in ("PUNCT", "ADP", "DET", "SCONJ")}
    return bool(said) and any(said <= quoted.tokens[each] for each in quoted.any)
