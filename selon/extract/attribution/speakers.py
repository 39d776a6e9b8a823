"""Who speaks: the subject of a verb of saying, by the tree, else by the order of words."""

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.cues import Cue, what_before
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.origin import only_hears, origins, papers
from selon.extract.attribution.source import NOBODY, Source, clipped, source_of
from selon.extract.attribution.surface import after, before, is_finite, is_relative, says_on
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.tree import Token

# A relative clause between a speaker and his verb has its words so near.
_CLOSE = 8
_MARKS = ("«", "“", '"', ":", ";")


def speakers(cue: Cue, who: Who, accused: bool = False) -> Source:
    """Who speaks: the logical subject by the tree, or by the order of words; else the phrase of origin (« de source
    … »)."""
    subjects = (
        _own_subject(cue, who)
        or _behind_what(cue)
        or _behind_noun(cue)
        or _behind_relative(cue)
        or _of_sentence(cue)
        or _of_clause(cue)
        or _of_speaker_before(cue)
        or cue.subjects()
        or _of_leader(cue)
    )
    subjects = _before_relative(cue, subjects) or subjects
    subjects = _of_root(cue, subjects, who) or subjects
    subjects = _behind_participle(cue, subjects) or _before_object(cue, subjects) or subjects
    subjects = _around_relative(cue, subjects, who) or subjects
    noun = cue.main.head if cue.main.base == "acl" and cue.first.is_("VerbForm", "Inf") else None
    subjects = [each for head in subjects or ([noun] if noun is not None else []) for each in _at_pains(head, cue)]
    heads = [head for head in subjects if not (accused and cue.passive and head.base == "nsubj")]
    words = lexicon(cue.main.parse.lang)
    heads = [head for head in heads if not only_hears(head, cue) and not words.is_(head, Use.TIME)]
    heads = [head for head in heads if not _behind_closing_mark(head, cue)]
    heads = _without_apposed(heads, who)
    found = source_of(heads, who)
    learned = origins(cue) if cue.verb.entries[0].stance is Stance.LEARN else []
    if found.heads and not learned:
        return clipped(found, cue.first)
    origin = learned or origins(cue) or (papers(cue) if cue.passive else [])
    if origin:
        return source_of(origin, who)
    beside = None if cue.passive else _beside(cue) or _opening(cue, who)
    if beside is None or only_hears(beside, cue):
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


def _behind_relative(cue: Cue) -> list[Token]:
    """The noun between a relative pronoun and a verb of saying that has no subject by the tree (« l'argent dont
    l'intéressée jure n'avoir rien su »)."""
    tokens, start, i = cue.main.parse.tokens, cue.main.sentence.start, cue.first.i
    if not cue.finite or any(token.first("nsubj") is not None for token in cue.tokens):
        return []
    while i - 1 > start and tokens[i - 1].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        i -= 1
    pronouns = (*bounds(cue.main.parse.lang).relative, *THAT)
    if i == cue.first.i or tokens[i - 1].lower not in pronouns or tokens[i].pos not in ("DET", "PROPN"):
        return []
    return [next((each for each in tokens[i : cue.first.i] if each.pos in ("NOUN", "PROPN")), tokens[cue.first.i - 1])]


def _of_sentence(cue: Cue) -> list[Token]:
    """The subject of the sentence, for a verb of saying behind « et » that has none of its own: a tree that hangs it on
    the clause before (« X rejette l'idée selon laquelle Y a fui et affirme que … ») is not believed."""
    lead = cue.main.parse.tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    if lead is None or lead.lower not in (*AND, "puis") or not cue.finite or cue.main.first("nsubj") is not None:
        return []
    if (beside := _member_before(cue.main)) is not None:
        return logical_subjects(beside)
    roots = cue.main.sentence.roots
    return logical_subjects(roots[0]) if roots and roots[0] is not cue.main else []


def _member_before(verb: Token) -> Token | None:
    """The main clause with a subject of its own that a verb behind « et » goes on with (« …, et X a pris la parole et
    répliqué que … »); None where a tree hangs it below another clause."""
    chain = [verb, *verb.ancestors()]
    if verb.base != "conj" or any(each.base not in ("conj", "parataxis", "root") for each in chain):
        return None
    return next((each for each in chain[1:] if each.first("nsubj") is not None), None)


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
    if any(child.base == "nsubj" and is_relative(child) for child in cue.dependents):
        return []
    participle = subjects[0].head
    if participle is None or not participle.is_("VerbForm", "Part") or participle.first("aux") is not None:
        return []
    between = participle.i < subjects[0].i < cue.first.i
    head = before(participle) if between else None
    return [head] if head is not None else []


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


def _is_finite_form(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(each) for each in verb.all("aux"))


def _beside(cue: Cue) -> Token | None:
    """The phrase before the verb; behind it where a clitic object stands before it (« comme l'a annoncé le palais
    »)."""
    lead = cue.first.parse.tokens[cue.first.i - 1] if cue.first.i else None
    if lead is not None and lead.pos == "PRON" and lead.lower in ("l'", "le", "la", "les"):
        return after(cue.last)
    return before(cue.first) if cue.finite or says_on(cue.first) else None


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
