"""Reports by a verb and what it governs: « affirme que … », « affirme avoir … », « a annoncé la mort de … », «
accuse X de … »."""

from collections.abc import Iterator

from selon.extract.attribution.complement import content_clause, contents
from selon.extract.attribution.cues import Cue, narrates, what_before
from selon.extract.attribution.kinds import Who, form_of, is_agency, may_speak
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import NOBODY, Source, clipped, is_nobody, source_of
from selon.extract.attribution.surface import after, before, is_finite, is_relative, says_on
from selon.extract.attribution.words import ReportingVerbs, Stance, Takes, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import is_verb, logical_subjects, preposition, spread
from selon.parse.tree import Token

# Where « on » speaks, and how far behind the verb that stands.
_WHERE = ("à", "au", "aux", "dans", "chez", "côté", "in", "parmi")
_CLOSE = 8
_RELATIVE = ("dont", "que", "qu'", "où", "whose", "which", "where", "whom", "lesquels", "lesquelles")
_MARKS = ("«", "“", '"', ":", ";")
_NOT = ("ne", "n'", "not", "n't", "never", "jamais")


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
        stance = Stance.ASSERT if entry.stance is Stance.DENY and _is_not(cue) else entry.stance
        if stance is Stance.DENY:
            content = _without_relative(content, cue)
        against = content_stands_before(cue, content)
        yield Report(cue.words, source.heads, source.actors, source.words, form, stance, content, rule, against)
        return


def is_unsaid(cue: Cue) -> bool:
    """Whether the verb is negated (« n'a pas confirmé », « sans préciser »): then nothing is said."""
    negated = [entry.negated for entry in cue.verb.entries]
    if any(negated):
        return all(negated) and not _is_not(cue)
    denies = any(entry.stance is Stance.DENY for entry in cue.verb.entries)
    for token in cue.words:
        for child in token.children:
            if child.is_("Polarity", "Neg") and child.lower in _NOT and not denies:
                return True
            if child.base == "mark" and child.lower in ("sans", "without"):
                return not _not_without(child)
            if child.base == "nsubj" and _is_none(child):
                return True
    if _neither(cue) and not denies:
        return True
    return _only_meant(cue)


def _neither(cue: Cue) -> bool:
    """« n'a été confirmé ni par X », "would neither confirm nor deny", "has been confirmed neither by X"."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    beside = tokens[max(cue.first.i - 1, sentence.start) : cue.first.i] + tokens[cue.last.i + 1 : cue.last.i + 2]
    return any(each.lower in ("neither", "nor", "ni") and each.i < sentence.end for each in beside)


def _not_without(mark: Token) -> bool:
    """« non sans prévenir que »: it is said."""
    return mark.i > mark.sentence.start and mark.parse.tokens[mark.i - 1].lower in ("non", "not")


def _is_none(subject: Token) -> bool:
    """« personne », "nobody", "no group"."""
    if subject.lower in ("personne", "aucun", "nul", "nobody", "none"):
        return True
    return any(each.lower in ("no", "aucun", "aucune", "nul") for each in subject.all("det"))


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


def _is_not(cue: Cue) -> bool:
    return any(child.is_("Polarity", "Neg") and child.lower in _NOT for token in cue.words for child in token.children)


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
    if any(_not_without(lead) for lead in cue.main.all("mark")):
        return False
    return not any(lexical.is_(lead, Use.LEADS_TO_SAYING) for lead in leads if lead is not None)


def speakers(cue: Cue, who: Who, accused: bool = False) -> Source:
    """Who speaks: the logical subject by the tree, or by the order of words; else the phrase of origin (« de source
    … »)."""
    subjects = (
        _own_subject(cue, who)
        or _behind_what(cue)
        or _behind_noun(cue)
        or _of_sentence(cue)
        or _of_clause(cue)
        or _of_speaker_before(cue)
        or cue.subjects()
        or _of_leader(cue)
    )
    subjects = _before_relative(cue, subjects) or subjects
    subjects = _of_root(cue, subjects, who) or subjects
    subjects = _behind_participle(cue, subjects) or subjects
    subjects = _around_relative(cue, subjects, who) or subjects
    noun = cue.main.head if cue.main.base == "acl" and cue.first.is_("VerbForm", "Inf") else None
    subjects = [each for head in subjects or ([noun] if noun is not None else []) for each in _at_pains(head, cue)]
    heads = [head for head in subjects if not (accused and cue.passive and head.base == "nsubj")]
    words = lexicon(cue.main.parse.lang)
    heads = [head for head in heads if not _only_hears(head, cue) and not words.is_(head, Use.TIME)]
    heads = [head for head in heads if not _behind_closing_mark(head, cue)]
    heads = _without_apposed(heads, who)
    found = source_of(heads, who)
    learned = _origins(cue) if cue.verb.entries[0].stance is Stance.LEARN else []
    if found.heads and not learned:
        return clipped(found, cue.first)
    origin = learned or _origins(cue) or (_papers(cue) if cue.passive else [])
    if origin:
        return source_of(origin, who)
    beside = None if cue.passive else _beside(cue) or _opening(cue, who)
    if beside is None or _only_hears(beside, cue):
        return NOBODY
    return source_of([beside], who)


def _own_subject(cue: Cue, who: Who) -> list[Token]:
    """The subject right before a gerund and behind a comma, wherever a tree hangs it (« …, l'agence Irna précisant que
    … »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    i = cue.first.i
    if not says_on(cue.first) or i <= start or tokens[i - 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return []
    while i > start and tokens[i - 1].pos in ("DET", "NOUN", "PROPN", "ADJ"):
        i -= 1
    if i <= start + 1 or tokens[i - 1].text != ",":
        return []
    head = next((each for each in tokens[i : cue.first.i] if each.pos in ("NOUN", "PROPN")), None)
    return [head] if head is not None and (who(head) or may_speak(head)) else []


def _behind_what(cue: Cue) -> list[Token]:
    """The subject between « ce que » (or "a charge") and a verb that takes up what stands before."""
    what = what_before(cue.first)
    near = before(cue.first) if what is not None else None
    return [near] if near is not None and what is not None and near.i > what.i else []


def _behind_noun(cue: Cue) -> list[Token]:
    """The paper or claim right before a gerund of saying (« les informations faisant état de … »)."""
    tokens, i = cue.main.parse.tokens, cue.first.i - 1
    if not cue.first.lower.endswith(("ant", "ing")) or i < cue.main.sentence.start:
        return []
    if tokens[i].pos == "ADJ" and i > cue.main.sentence.start:
        i -= 1
    words = lexicon(cue.main.parse.lang)
    claims = any(words.is_(tokens[i], use) for use in (Use.REPORTS, Use.REPORT_NOUN, Use.DOCUMENT))
    return [tokens[i]] if tokens[i].pos == "NOUN" and claims else []


def _of_sentence(cue: Cue) -> list[Token]:
    """The subject of the sentence, for a verb of saying behind « et » that has none of its own: a tree that hangs it on
    the clause before (« X rejette l'idée selon laquelle Y a fui et affirme que … ») is not believed."""
    lead = cue.main.parse.tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    if (
        lead is None
        or lead.lower not in ("et", "and", "mais", "but", "puis")
        or not cue.finite
        or cue.main.first("nsubj") is not None
    ):
        return []
    roots = cue.main.sentence.roots
    return logical_subjects(roots[0]) if roots and roots[0] is not cue.main else []


def _of_clause(cue: Cue) -> list[Token]:
    """The subject of the finite clause before a gerund of saying behind a comma, wherever a tree hangs it (« X a appelé
    Y à partir, estimant que … »: X)."""
    lead = cue.first.parse.tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    if lead is None or lead.text != "," or not says_on(cue.first) or cue.main.first("nsubj") is not None:
        return []
    verb = next((above for above in cue.main.ancestors() if is_verb(above) and _is_finite_form(above)), None)
    return logical_subjects(verb) if verb is not None and verb is not cue.main.head and verb.i < cue.first.i else []


def _of_speaker_before(cue: Cue) -> list[Token]:
    """The subject of the sentence for a verb of saying behind « , avant de » or ", before": it goes on, whatever clause
    a tree hangs it on."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    lead = cue.first.i - 1
    while lead > start and tokens[lead].lower in ("de", "d'", "to"):
        lead -= 1
    if cue.finite or tokens[lead].lower not in ("avant", "before") or tokens[lead - 1].text != ",":
        return []
    root = next(iter(cue.main.sentence.roots), None)
    return logical_subjects(root) if root is not None and root.i < lead else []


def _of_leader(cue: Cue) -> list[Token]:
    """The subject of what stands over an infinitive of saying ("was quick to say", « n'a de cesse de répéter »)."""
    above = cue.main.head
    if cue.finite or not cue.first.is_("VerbForm", "Inf") or above is None or above.i > cue.first.i:
        return []
    if not lexicon(above.parse.lang).is_(above, Use.LEADS_TO_SAYING):
        return []
    return above.all("nsubj") or logical_subjects(above)


def _around_relative(cue: Cue, subjects: list[Token], who: Who) -> list[Token]:
    """Who the sentence begins with, where the subject of the tree stands in a relative clause between commas (« le
    parti, dont X est le chef, a déclaré »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    if len(subjects) != 1 or not start < subjects[0].i < cue.first.i or tokens[cue.first.i - 1].text != ",":
        return []
    relative = [
        i
        for i in range(start + 1, max(subjects[0].i, min(subjects[0].i + 4, cue.first.i)))
        if tokens[i].lower in _RELATIVE and "," in (tokens[i - 1].text, tokens[max(i - 3, start)].text)
    ]
    if not relative or not any(is_finite(token) for token in tokens[relative[-1] : cue.first.i]):
        return []
    comma = next(i for i in range(relative[-1], start - 1, -1) if tokens[i].text == "," or i == start)
    opening = tokens[start : max(comma, start + 1)]
    if any(is_finite(token) or token.text in _MARKS for token in opening) or opening[0].pos not in (
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


def _without_apposed(heads: list[Token], who: Who) -> list[Token]:
    """The last of two heads that a comma parts and no « et » joins, where it alone is somebody (« lors de la visite, la
    première depuis dix ans, Raïssi a dit »)."""
    if len(heads) != 2 or who(heads[0]) or not who(heads[1]):
        return heads
    between = heads[0].parse.tokens[heads[0].i : heads[1].i]
    joined = any(each.pos == "CCONJ" for each in between)
    return heads if joined or not any(each.text == "," for each in between) else heads[1:]


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
    participle = subjects[0].head
    if participle is None or not participle.is_("VerbForm", "Part") or participle.first("aux") is not None:
        return []
    between = participle.i < subjects[0].i < cue.first.i
    head = before(participle) if between else None
    return [head] if head is not None else []


def _is_finite_form(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(each) for each in verb.all("aux"))


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


def _only_hears(head: Token, cue: Cue) -> bool:
    """Whether a court or an inquiry hears what somebody tells it."""
    return cue.verb.entries[0].stance is Stance.LEARN and lexicon(head.parse.lang).is_(head, Use.HEARER)


def _beside(cue: Cue) -> Token | None:
    """The phrase before the verb; behind it where a clitic object stands before it (« comme l'a annoncé le palais
    »)."""
    lead = cue.first.parse.tokens[cue.first.i - 1] if cue.first.i else None
    if lead is not None and lead.pos == "PRON" and lead.lower in ("l'", "le", "la", "les"):
        return after(cue.last)
    return before(cue.first) if cue.finite or says_on(cue.first) else None


def origin(cue: Cue, who: Who) -> Source:
    """Where « on » has it from: the phrase of origin, or the place that speaks (« affirme-t-on à Kiev »)."""
    heads = _origins(cue)
    if not heads:
        tokens = _up_to_mark(cue)
        leads = [i for i, token in enumerate(tokens[:-1]) if token.lower in _WHERE]
        nouns = [next((each for each in tokens[i + 1 :] if each.pos in ("NOUN", "PROPN")), None) for i in leads]
        heads = [each for each in nouns if each is not None and (who(each) or _houses(each))][:1]
    return source_of(heads, who) if heads else NOBODY


def _up_to_mark(cue: Cue) -> list[Token]:
    """The few words behind a verb, up to a mark, a conjunction or another verb."""
    tokens = cue.main.parse.tokens[cue.last.i + 1 : min(cue.last.i + _CLOSE, cue.main.sentence.end)]
    stops = (i for i, each in enumerate(tokens) if each.pos in ("VERB", "SCONJ", "AUX") or each.pos == "PUNCT")
    return tokens[: next(stops, len(tokens))]


def _houses(noun: Token) -> bool:
    """Whether people speak in a place or a paper (« dit-on dans son entourage », « lit-on dans le rapport »)."""
    words = lexicon(noun.parse.lang)
    return any(words.is_(noun, use) for use in (Use.PERSON, Use.DOCUMENT, Use.SPEECH))


def _papers(cue: Cue) -> list[Token]:
    """Who wrote the paper that a passive names instead of its agent (« revendiqué dans un communiqué diffusé par X
    »)."""
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


def _behind_closing_mark(head: Token, cue: Cue) -> bool:
    """Whether a quotation ends between a word and a verb of saying behind it: then the word is part of it."""
    depth = 0
    for token in head.parse.tokens[head.i + 1 : cue.first.i]:
        depth += (token.text in ("«", "“")) - (token.text in ("»", "”"))
        if depth < 0:
            return True
    return False


def _opening(cue: Cue, who: Who) -> Token | None:
    """Who the sentence begins with, where nothing but phrases between commas parts him from an active verb."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    run = tokens[start : cue.first.i]
    told = any(is_finite(token) or token.pos in ("SCONJ", "CCONJ") or token.text in _MARKS for token in run)
    if not cue.finite or told or not run or run[0].pos not in ("DET", "PROPN", "NOUN"):
        return None
    head = next((token for token in run if token.pos in ("NOUN", "PROPN")), None)
    return head if head is not None and (who(head) or may_speak(head)) else None


def _origins(cue: Cue) -> list[Token]:
    """The phrase of origin behind the verb, by its wording: « auprès de la police », « de source proche », "from an
    aide"."""
    words, tokens = lexicon(cue.main.parse.lang), cue.main.parse.tokens
    origins = words.sources.get(Use.ORIGIN, frozenset())
    nominal = False
    for i in range(cue.last.i + 1, cue.main.sentence.end - 1):
        if tokens[i].text in (",", ";", ".", ":") or tokens[i].pos == "SCONJ" or is_finite(tokens[i]):
            return []
        before = tokens[i - 1]
        if words.is_(tokens[i], Use.MOUTH):
            continue
        between = (
            not words.is_(before, Use.MOUTH)
            and before.pos in ("NOUN", "PROPN")
            and not words.is_(before, Use.TIME)
            and not is_agency(before)
        )
        nominal = nominal or between
        lead = next((each for each in (tokens[i].lemma.lower(), tokens[i].lower.strip("'")) if each in origins), None)
        if lead is None:
            continue
        if tokens[i + 1].pos in ("AUX", "VERB"):
            continue
        if any(words.is_(each, Use.MOUTH) for each in tokens[i + 1 : i + 3]):
            continue
        head = next((each for each in tokens[i + 1 : i + 6] if each.pos in ("NOUN", "PROPN")), None)
        if head is None or words.is_(head, Use.TIME) or (lead in ("de", "dans", "in") and not _may_tell(head, lead)):
            continue
        if lead == "de" and nominal:
            continue
        return spread(head)
    return []


def _may_tell(head: Token, lead: str) -> bool:
    words = lexicon(head.parse.lang)
    return words.is_(head, Use.DOCUMENT) or (lead == "de" and words.is_(head, Use.PERSON))


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
    agency = any(is_agency(head) or _only_hears(head, cue) for head in cue.subjects())
    return cue.finite and (impersonal or cue.impersonal or agency or cue.passive or bool(_origins(cue)))
