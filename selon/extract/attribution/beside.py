"""Reports whose verb stands beside what is said: asides, and « comme l'a dit X »."""

from selon.extract.attribution.around import Aside
from selon.extract.attribution.aside import only_happens
from selon.extract.attribution.bearing import place_content
from selon.extract.attribution.cited import quoting_before
from selon.extract.attribution.content import main_clause
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, form_of
from selon.extract.attribution.origin import origin
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import Source, source_of, with_article, within, without_lead
from selon.extract.attribution.speakers import speakers
from selon.extract.attribution.speech import aside_content
from selon.extract.attribution.surface import after, before, joined
from selon.extract.attribution.words import Takes, Use, lexicon
from selon.model.ontology import Form
from selon.parse.tree import Token

_CORRELATIVE = ("as", "so")


def report_of(cue: Cue, source: Source, form: Form, content: frozenset[int]) -> Report:
    """The report of a verb with its source and content."""
    entry = cue.verb.takes(Takes.ASIDE) or cue.verb.entries[0]
    if source.heads and form is Form.INDIRECT:
        form = form_of(source.heads[0], form)
    rule = f"{cue.main.parse.lang}.reporting.{entry.id}"
    return Report(cue.words, source.heads, source.actors, source.words, form, entry.stance, content, rule)


def aside_report(found: Aside, quoted: Quoted, who: Who) -> Report | None:
    """The report of an aside; None where nothing is said around it."""
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
    elif not source.heads or found.cue.learns:
        source = speakers(found.cue, who)
    if found.phrase is None:
        source = with_article(without_lead(source, found.cue.last) if found.cue.last.i < found.end - 1 else source)
    if not source.heads and not source.actors and found.cue.impersonal:
        form = Form.HEARSAY
    if not source.heads and found.cue.passive and not _expletive(found.cue):
        return None
    return report_of(found.cue, source, form, content)


def _expletive(cue: Cue) -> bool:
    """Whether "it" or « il » stands before a passive: what is said, is said."""
    return any(child.lower in ("it", "il", "-t-il", "-il") for child in (*cue.dependents, *cue.words))


def _with_conjuncts(found: Aside, who: Who) -> list[Token]:
    """The speakers with those coordinated inside the aside (« ont indiqué X et Y »)."""
    heads = [each for subject in found.subjects for each in subject.conjuncts()]
    heads = [head for head in heads if found.start <= head.i < found.end] or list(found.subjects)
    further = joined(heads[-1], found.end) if len(heads) == 1 else None
    return heads if further is None or not who(further) else [*heads, further]


def introducer_of(cue: Cue) -> Token | None:
    """The « comme », « ainsi que » or "as" before a verb of saying without content of its own (« comme l'a dit X »)."""
    tokens = cue.main.parse.tokens
    if only_happens(cue) or _told_to_do(cue) or quoting_before(cue) is not None:
        return None
    for i in range(cue.first.i - 1, max(cue.first.i - 12, cue.main.sentence.start) - 1, -1):
        if tokens[i].pos == "PUNCT":
            return None
        if _is_as(tokens, i) and (_leads(tokens[i], cue) or cue.first.i - i <= 3) and _opens(tokens[i]):
            taken = any(each.lower in ("l'", "le", "la", "les") for each in tokens[i + 1 : cue.first.i + 1])
            content = ("ccomp", "xcomp") if taken else ("ccomp", "xcomp", "obj")
            own = any(child.base in content and child.i > cue.last.i for child in cue.dependents if child.lower != "it")
            speaks = cue.verb.takes(Takes.CLAUSE) or cue.verb.takes(Takes.ASIDE)
            return tokens[i] if not own and speaks and not _says_something(cue) else None
    return None


def _leads(word: Token, cue: Cue) -> bool:
    """Whether a conjunction opens the clause of the verb, by the tree or behind a comma with its subject between ("…,
    as the spokesman for the army confirmed")."""
    if word.head is cue.main:
        return True
    parted = word.parse.lang == "en" and word.i > word.sentence.start and word.parse.tokens[word.i - 1].text == ","
    return parted and cue.main.head is word.head and cue.main.base in ("acl", "advcl", "conj")


def _opens(word: Token) -> bool:
    """Whether an English "as" begins a clause: behind a mark or at the head of a sentence, not in "as Fatima"."""
    if word.parse.lang != "en" or word.i == word.sentence.start or word.lower != "as":
        return True
    lead, behind = word.parse.tokens[word.i - 1], word.parse.tokens[word.i + 1]
    if word.parse.tokens[word.i - 2].lower in _CORRELATIVE:  # "as long as"
        return False
    return lead.pos in ("PUNCT", "CCONJ", "ADV") or behind.lower.endswith("ing")


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


def as_said(cue: Cue, introducer: Token, who: Who) -> Report:
    """The report of « comme l'a dit X », which bears on what its place tells."""
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
    if not source.heads and english and (near := before(cue.first)) is not None and near.i > introducer.i:
        source = source_of([near], who)
    return report_of(cue, source, Form.ACCORDING_TO, content - own)
