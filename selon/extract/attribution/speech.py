"""What stands in marks beside a verb of saying: before an aside, around it, behind a colon."""

from dataclasses import replace

from selon.extract.attribution.around import Aside
from selon.extract.attribution.bounds import AND, THAT
from selon.extract.attribution.content import main_clause
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.surface import is_finite
from selon.model.ontology import Form
from selon.parse.clause import is_verb
from selon.parse.quotes import Quotation, is_clause
from selon.parse.tree import Sentence, Token

# A dateline has at most so many tokens.
_DATELINE = 20


def aside_content(found: Aside, quoted: Quoted) -> tuple[Form, frozenset[int]] | None:
    """What is said beside an aside, and whether in marks, without, or both; None where nothing is."""
    sentence = found.cue.main.sentence
    own = frozenset(range(found.start, found.end))
    around = quoted.with_token(found.cue.main)
    if around is not None and around in quoted.all:
        opens = min(quoted.tokens[around] & frozenset(range(sentence.start, sentence.end))) >= found.start
        return None if opens else (Form.DIRECT, quoted.tokens[around] - own)
    before = quoted.before(found.start)
    if before is not None and (quoted.opens_sentence(before) or found.start == sentence.start):
        return Form.DIRECT, quoted.tokens[before] | _resumed(found, quoted)
    if found.start == sentence.start:
        return None
    after = quoted.after(found.end)
    colon = after is not None and found.end < sentence.end and quoted.parse.tokens[found.end].text == ":"
    if after is not None and colon and _is_bare(sentence.tokens[0]) and after in quoted.all:
        return Form.DIRECT, quoted.tokens[after]
    if after is not None and after in quoted.all and _leads_to(found, quoted, after):
        return Form.DIRECT, quoted.tokens[after]
    content = main_clause(sentence, own)
    start = max(_segment_start(sentence, found.start), _member_start(sentence, found))
    end = _segment_end(sentence, found.end, quoted)
    content = frozenset(i for i in content if start <= i < end)
    if after is not None and colon:
        content |= quoted.tokens[after]
    mixed = any(quoted.tokens[each] & content for each in quoted.parts)
    return (Form.MIXED if mixed else Form.INDIRECT), content


def _leads_to(found: Aside, quoted: Quoted, after: Quotation) -> bool:
    """Whether words before an English speaker tell nothing, and a whole sentence in marks is said behind him ("In his
    statement, the minister stressed, “We …”")."""
    parse, start = quoted.parse, found.cue.main.sentence.start
    comma = any(token.text == "," for token in parse.tokens[found.end - 1 : found.end + 1])
    tells = any(is_finite(token) for token in parse.tokens[start : found.start])
    return parse.lang == "en" and comma and not tells and is_clause(parse, after)


def _is_bare(first: Token) -> bool:
    """Whether a sentence opens with a participle (« Interrogé sur …, X a répondu : « … » »): it is not said."""
    return first.pos == "VERB" and first.first("nsubj") is None


def _segment_start(sentence: Sentence, before: int) -> int:
    """Where the part of the sentence that an aside closes begins: behind the last semicolon, or the dateline."""
    for token in reversed(sentence.tokens[: before - sentence.start]):
        if token.text == ";" or _is_dateline(token):
            return token.i + 1
    return sentence.start


def _member_start(sentence: Sentence, found: Aside) -> int:
    """Where the clause begins that an aside interrupts, if a whole one stands before it (« La trêve tient, mais elle ne
    durera, dit X, que … »)."""
    tokens = sentence.parse.tokens
    if found.end + 2 >= sentence.end or tokens[found.end].text != "," or found.start < sentence.start + 4:
        return sentence.start
    for i in range(found.start - 2, sentence.start + 1, -1):
        if tokens[i].lower in AND and tokens[i - 1].text == ",":
            before = any(is_finite(token) for token in tokens[sentence.start : i])
            own = tokens[found.end + 1]
            goes_on = own.lower in ("que", "qu'", "qui", "who", "de", "d'") or is_finite(own)
            return i + 1 if before and goes_on else sentence.start
    return sentence.start


def _segment_end(sentence: Sentence, behind: int, quoted: Quoted) -> int:
    """Where the part of the sentence that an aside stands in ends: at the next semicolon outside marks."""
    marks = (token for token in sentence.tokens if token.i >= behind and token.text == ";")
    return next((token.i for token in marks if quoted.with_token(token) is None), sentence.end)


def _is_dateline(mark: Token) -> bool:
    """Whether a dash or a colon closes a dateline (« PARIS, 3 mai (AFP) – », « DAKAR: », « Nairobi — »)."""
    before = mark.parse.tokens[mark.sentence.start : mark.i]
    if mark.text not in ("–", "—", "-", "--", "_", ":") or not before or len(before) > _DATELINE:
        return False
    if before[-1].end == mark.start and mark.text != ":":
        return False
    if mark.text != ":" and before[-1].text == ")":
        return True
    names = all(token.pos in ("PROPN", "NUM", "PUNCT", "X", "SYM") or token.text.isupper() for token in before)
    return names and (mark.text != ":" or before[0].text.isupper())


def _resumed(found: Aside, quoted: Quoted) -> frozenset[int]:
    """The quotation that goes on behind the aside (« …, a-t-il dit, « … »)."""
    tokens = quoted.parse.tokens
    opens = found.end < found.cue.main.sentence.end and tokens[found.end].text in ("«", "“", '"')
    opens = opens and tokens[found.end - 1].text != ","
    if opens and any(is_finite(token) for token in tokens[found.cue.last.i + 1 : found.end]):
        return frozenset()  # "warned X, who called it “…”"
    if found.end < found.cue.main.sentence.end and tokens[found.end].text in (",", ":", ";", "«", "“", '"'):
        after = quoted.after(_past_apposition(found.end, tokens))
        if after is not None and after in quoted.all:
            return quoted.tokens[after]
    return frozenset()


def _past_apposition(i: int, tokens: list[Token]) -> int:
    """The comma before the mark that goes on behind nouns beside a speaker (« …, lance X, vingt ans, « … » »); the
    token itself where anything else stands there."""
    at = i
    while at + 1 < tokens[i].sentence.end and tokens[at + 1].pos in (
        "NOUN",
        "PROPN",
        "ADJ",
        "NUM",
        "DET",
        "ADP",
        "PUNCT",
    ):
        if tokens[at].text == "," and tokens[at + 1].text in ("«", "“", '"'):
            return at
        at += 1
    return i


def quoted_behind(cue: Cue, quoted: Quoted) -> Quotation | None:
    """The quotation that a verb introduces, by a colon or at once, without « que »."""
    tokens = cue.main.parse.tokens
    for i in range(cue.last.i + 1, cue.main.sentence.end + 1):
        found = quoted.after(i)
        if found is not None and found in quoted.all:
            between = tokens[cue.last.i + 1 : min(quoted.tokens[found])]
            colon = any(token.text == ":" for token in between)
            straight = not any(token.lower in THAT or is_verb(token) or token.text == "." for token in between)
            colon = colon and not any(token.is_("VerbForm", "Fin") for token in between)
            named = any(token.pos in ("NOUN", "PROPN") for token in between)
            straight = straight and not (named and is_finite(tokens[min(quoted.tokens[found])]))
            return found if colon or (straight and len(between) < 8) else None
        if i >= len(tokens) or tokens[i].lower in THAT or tokens[i].text in (".", ";"):
            return None
    return None


def widened(report: Report, quoted: Quoted) -> Report:
    """A report whose content opens a quotation says all of it, over sentences; words in marks make it mixed."""
    content = report.content
    for each in quoted.at_ends(content):
        tokens = quoted.tokens[each]
        begun = min(tokens) in content or _ends_in(each, report, quoted)
        if begun and not tokens & {token.i for token in report.cue}:
            content |= tokens
    mixed = report.form is Form.INDIRECT and any(quoted.tokens[each] <= content for each in quoted.parts)
    form = Form.MIXED if mixed else report.form
    return replace(report, content=content, form=Form.DIRECT if mixed and _is_whole(content, report, quoted) else form)


def _is_whole(content: frozenset[int], report: Report, quoted: Quoted) -> bool:
    """Whether all that is said is one sentence in marks before the verb (« « La ville tient » : c'est ce qu'a dit X
    »)."""
    if not report.cue or max(content) > report.cue[0].i:
        return False
    words = frozenset(i for i in content if quoted.parse.tokens[i].pos != "PUNCT")
    around = next((each for each in quoted.parts if words <= quoted.tokens[each]), None)
    return around is not None and quoted.opens_sentence(around) and is_clause(quoted.parse, around)


def _ends_in(quotation: Quotation, report: Report, quoted: Quoted) -> bool:
    """Whether a quotation of several sentences ends in the sentence of a report beside it, which so says all of it."""
    tokens = quoted.tokens[quotation]
    spoken = report.form in (Form.INDIRECT, Form.MIXED) or report.rule.endswith(".agency")
    if not spoken or not report.cue or max(tokens) not in report.content:
        return False
    return quoted.parse.tokens[min(tokens)].sentence_i < report.cue[0].sentence_i
