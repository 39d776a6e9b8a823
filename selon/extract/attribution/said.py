"""Reports by a verb and what it governs: « affirme que … », « affirme avoir … », « a annoncé la mort de … », « accuse X de … »."""

from collections.abc import Iterator

from selon.extract.attribution.content import clause_content, numbers
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import NOBODY, Source, Who, form_of, is_agency, is_nobody, source_of
from selon.extract.attribution.words import ReportingVerbs, Stance, Takes, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import arguments, is_verb, preposition, spread
from selon.parse.tree import Token

_THAT = ("que", "qu'", "that")
_NOT = ("ne", "n'", "not", "n't", "never", "jamais")
# « que » stands at most so many tokens behind its verb (« a déclaré mardi lors de sa visite à Rome que … »).
_REACH = 25


def said(cue: Cue, who: Who) -> Iterator[Report]:
    """The reports that a verb makes with what it governs; none where it is negated or has no content."""
    if is_unsaid(cue):
        return
    for entry, content, accused in _contents(cue):
        source = speakers(cue, who, accused)
        if not source.heads and not _may_be_nobody(cue, entry):
            continue
        if entry.stance is Stance.LEARN and not _learned(cue):
            continue
        anonymous = not source.heads
        form = Form.HEARSAY if entry.stance is Stance.ACCUSE and anonymous else Form.INDIRECT
        if source.heads:
            form = form_of(source.heads[0], form)
        rule = f"{cue.main.parse.lang}.reporting.{entry.id}"
        yield Report(cue.words, source.heads, source.actors, source.words, form, entry.stance, content, rule)
        return


def is_unsaid(cue: Cue) -> bool:
    """Whether the verb is negated (« n'a pas confirmé », « sans préciser »): then nothing is said."""
    denies = any(entry.stance is Stance.DENY for entry in cue.verb.entries)
    for token in cue.words:
        for child in token.children:
            if child.is_("Polarity", "Neg") and child.lower in _NOT and not denies:
                return True
            if child.base == "mark" and child.lower in ("sans", "without"):
                return True
            if child.base == "nsubj" and child.lower in ("personne", "aucun", "nul", "nobody", "none"):
                return True
    return _only_meant(cue)


def _only_meant(cue: Cue) -> bool:
    """Whether an infinitive only intends to say (« venu pour dire que »), or is about saying (« il faut dire que »)."""
    first = cue.first
    if cue.finite or not first.is_("VerbForm", "Inf"):
        return False
    lexical = lexicon(first.parse.lang)
    leads = [
        cue.main.head,
        *cue.main.all("mark", "case"),
        *(cue.main.head.all("fixed", "obj") if cue.main.head else []),
    ]
    return not any(lexical.is_(lead, Use.LEADS_TO_SAYING) for lead in leads if lead is not None)


def speakers(cue: Cue, who: Who, accused: bool = False) -> Source:
    """Who speaks: the logical subject, or where there is none the phrase of origin (« de source policière »)."""
    heads = [head for head in cue.subjects() if not (accused and cue.passive and head.base == "nsubj")]
    found = source_of(heads, who)
    if found.heads:
        return found
    origin = _origins(cue) or (_papers(cue) if cue.passive else [])
    return source_of(origin, who) if origin else NOBODY


def _papers(cue: Cue) -> list[Token]:
    """Who wrote the paper that a passive names instead of its agent (« revendiqué dans un communiqué diffusé par X »)."""
    words = lexicon(cue.main.parse.lang)
    for child in cue.dependents:
        if child.base == "obl" and child.i > cue.last.i and words.is_(child, Use.DOCUMENT):
            writers = [
                each
                for each in child.subtree()
                if each.i > child.i and preposition(each) in ("par", "de", "by", "from", "of")
            ]
            return [each for each in writers if each.pos in ("NOUN", "PROPN")][:1] or [child]
    return []


def _origins(cue: Cue) -> list[Token]:
    """The phrase of origin behind the verb, by its wording: « auprès de la police », « de source proche », "from an aide"."""
    words, tokens = lexicon(cue.main.parse.lang), cue.main.parse.tokens
    for i in range(cue.last.i + 1, cue.main.sentence.end - 1):
        if tokens[i].text in (",", ";", ".", ":") or tokens[i].pos == "SCONJ":
            return []
        lead = tokens[i].lemma.lower() if tokens[i].pos == "ADP" or tokens[i].pos == "DET" else tokens[i].lower
        if lead not in words.sources.get(Use.ORIGIN, frozenset()):
            continue
        head = next((each for each in tokens[i + 1 : i + 6] if each.pos in ("NOUN", "PROPN")), None)
        if head is None or words.is_(head, Use.TIME) or (lead == "de" and not words.is_(head, Use.PERSON)):
            continue
        return spread(head)
    return []


def _may_be_nobody(cue: Cue, entry: ReportingVerbs) -> bool:
    """Whether a report without a source counts: an impersonal clause (« il a été affirmé que »), an accusation without accuser."""
    return cue.finite and (
        content_clause(cue) is not None
        or (entry.stance is Stance.ACCUSE and cue.passive and Takes.ABOUT in entry.takes)
    )


def _learned(cue: Cue) -> bool:
    """Whether a verb of learning passes something on: « on apprend que », « il a été appris », "Reuters has learned"."""
    impersonal = any(
        is_nobody(child) for child in cue.dependents if child.base in ("nsubj", "expl") and child.pos == "PRON"
    )
    agency = any(is_agency(head) for head in cue.subjects())
    return cue.finite and (impersonal or agency or cue.passive or bool(_origins(cue)))


def _contents(cue: Cue) -> Iterator[tuple[ReportingVerbs, frozenset[int], bool]]:
    """The content by the kinds of complement, clauses first; with whether its surface subject is the accused."""
    asked = cue.verb.takes(Takes.QUESTION)
    if entry := cue.verb.takes(Takes.CLAUSE) or asked:
        clause = content_clause(cue)
        if clause is not None and (not entry.needs_that or _has_that(clause)):
            yield entry, clause_content(clause, cue.main), False
    if entry := cue.verb.takes(Takes.INFINITIVE) or cue.verb.takes(Takes.GERUND):
        for child in cue.dependents:
            if child.base in ("xcomp", "ccomp", "advcl", "obj") and child.i > cue.last.i and _is_infinitive(child):
                yield entry, numbers(child.subtree()), False
    if entry := cue.verb.takes(Takes.ABOUT):
        about = _about(cue, entry)
        if about is not None:
            yield entry, numbers(about.subtree()), entry.stance is Stance.ACCUSE
    if entry := cue.verb.takes(Takes.OBJECT):
        objects = [each for each in arguments(cue.main).objects if each.pos in ("NOUN", "PROPN")]
        objects = [each for each in objects if each.lemma.lower() not in entry.without]
        if objects and not is_agency(objects[0]) and _has_with(cue, entry):
            yield entry, _object_content(cue, objects), False
        elif behind := _what_before(cue):
            yield entry, behind, False


def content_clause(cue: Cue) -> Token | None:
    """The head of the content clause behind the verb: by its relation, else by the first « que » that is in reach."""
    for child in cue.dependents:
        clausal = child.base in ("ccomp", "csubj") or (child.base in ("advcl", "xcomp") and _has_that(child))
        if clausal and child.i > cue.last.i and not _is_infinitive(child) and not _quoted_after_colon(cue, child):
            return child
    return _clause_by_word(cue)


def _has_that(clause: Token) -> bool:
    return any(mark.lower in _THAT for mark in clause.all("mark"))


def _quoted_after_colon(cue: Cue, child: Token) -> bool:
    tokens = cue.main.parse.tokens[cue.last.i + 1 : child.i]
    return any(token.text == ":" for token in tokens)


def _clause_by_word(cue: Cue) -> Token | None:
    """Where the tree has no content clause: the clause of a « que » behind the verb, with no other verb between."""
    tokens = cue.main.parse.tokens
    for token in tokens[cue.last.i + 1 : min(cue.last.i + _REACH, cue.main.sentence.end)]:
        if token.pos == "VERB" and token.is_("VerbForm", "Fin"):
            return None
        if token.lower in _THAT and token.pos == "SCONJ":
            head = token.head
            return head if head is not None and head.i > token.i and head.base != "advcl" else None
        if token.text in (";", ":"):
            return None
    return None


def _is_infinitive(token: Token) -> bool:
    if token.is_("VerbForm", "Inf"):
        return finite_aux(token) is None
    return (
        token.is_("VerbForm", "Ger")
        or any(each.is_("VerbForm", "Inf") for each in token.all("aux", "cop") if finite_aux(token) is None)
        or (token.parse.lang == "en" and any(mark.lower == "to" for mark in token.all("mark")))
    )


def finite_aux(token: Token) -> Token | None:
    """The finite auxiliary of a verb form, if it has one."""
    return next(
        (each for each in token.all("aux", "cop") if each.is_("VerbForm", "Fin") or "Mood" in each.morph),
        None,
    )


def _about(cue: Cue, entry: ReportingVerbs) -> Token | None:
    """The noun or infinitive under one of the entry's prepositions, on the verb or on its object."""
    direct = [child for child in cue.dependents if child.i > cue.last.i and _under(child, entry)]
    clausal = [child for child in direct if is_verb(child)]
    if clausal or direct:
        return (clausal or direct)[-1]
    for target in arguments(cue.main).objects:
        below = [
            child for child in target.children if child.i > target.i and _under(child, entry) and child.pos != "PROPN"
        ]
        if below:
            return below[-1]
    return None


def _under(child: Token, entry: ReportingVerbs) -> bool:
    if child.base in ("obl", "nmod") and preposition(child) in entry.prepositions:
        return child.pos in ("NOUN", "PROPN") and not lexicon(child.parse.lang).is_(child, Use.TIME)
    marks = [mark.lemma.lower() for mark in child.all("mark", "case")]
    return child.base in ("xcomp", "ccomp", "advcl", "acl") and any(mark in entry.prepositions for mark in marks)


def _has_with(cue: Cue, entry: ReportingVerbs) -> bool:
    """Whether the prepositions or clitics that the entry asks for are there (« imputer … à »)."""
    found = {preposition(child) for child in cue.dependents} | {child.lemma.lower() for child in cue.dependents}
    return not entry.with_ or any(word in found for word in entry.with_)


def _object_content(cue: Cue, objects: list[Token]) -> frozenset[int]:
    content: frozenset[int] = frozenset()
    if cue.passive and cue.finite and objects[0].i < cue.first.i:
        tokens = cue.main.parse.tokens
        start = objects[0].i
        while start > cue.main.sentence.start and not (
            tokens[start - 1].text in (",", ";", ":") or tokens[start - 1].is_("VerbForm", "Fin")
        ):
            start -= 1
        content |= frozenset(range(start, cue.first.i))
    for each in objects:
        content |= numbers(token for token in each.subtree() if not _inside(token, cue.main, each))
    return content - numbers(cue.words)


def _inside(token: Token, below: Token, top: Token) -> bool:
    """Whether the token hangs under the reporting verb that itself hangs under the object (« un attentat revendiqué par X »)."""
    while token is not top:
        if token is below:
            return True
        if token.head is None:
            return False
        token = token.head
    return False


def _what_before(cue: Cue) -> frozenset[int]:
    """« …, ce que Rome a démenti »: what stands before, where the verb denies or confirms it."""
    sentence = cue.main.sentence
    for token in sentence.tokens[: cue.first.i - sentence.start]:
        after = cue.main.parse.tokens[token.i + 1 : token.i + 2]
        stands_for_all = (
            token.lower in ("ce", "which") and after and (after[0].lower in ("que", "qu'") or token.lower == "which")
        )
        if stands_for_all and cue.first.i - token.i < 12 and token.i > sentence.start:
            if cue.verb.entries[0].stance in (Stance.DENY, Stance.ASSERT) and cue.verb.takes(Takes.OBJECT):
                return frozenset(range(sentence.start, token.i))
    return frozenset()
