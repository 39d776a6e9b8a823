"""What a verb of saying governs: a clause, an infinitive, a noun; by the tree, else by the order of words."""

from collections.abc import Iterator

from selon.extract.attribution.content import clause_content, numbers
from selon.extract.attribution.cues import Cue, what_before
from selon.extract.attribution.kinds import is_agency, may_speak
from selon.extract.attribution.reach import reach, without_next
from selon.extract.attribution.surface import STOPS, after, clause_end, is_finite, says_on
from selon.extract.attribution.words import ReportingVerbs, Stance, Takes, Use, lexicon
from selon.parse.clause import arguments, is_verb, preposition
from selon.parse.tree import Token

_THAT = ("que", "qu'", "that")
_CONJUNCTIONS = frozenset(
    "tandis alors ainsi plus moins so après avant pour sans depuis dès bien afin pendant tant parce puis jusqu'à "
    "autant lors aussi autre même now cependant sauf outre excepté sitôt aussitôt moins motif prétexte condition fait "
    "sorte mesure".split()
)
_ASKING = (*_THAT, "si", "s'", "whether", "if")
# « que » stands at most so many tokens behind its verb (« a déclaré mardi lors de sa visite à Rome que … »).
_REACH = 25
# What leads an infinitive that is not what is said.
_AIMS = ("pour", "afin", "sans", "avant", "après")
# « c'est du moins » before « ce que » has at most so many tokens.
_LEAD = 7
# « de » or « à » with an infinitive stands at most so many tokens behind the verb (« reproche au patron d'avoir … »).
_NEAR = 9


def contents(cue: Cue) -> Iterator[tuple[ReportingVerbs, frozenset[int], bool]]:
    """The content by the kinds of complement, clauses first; with whether its surface subject is the accused."""
    entry = cue.verb.takes(Takes.CLAUSE) or cue.verb.takes(Takes.QUESTION)
    if entry and not _opens_perfect(cue) and (content := reach(_clause(cue, entry), cue)):
        yield entry, content, False
    entry = cue.verb.takes(Takes.INFINITIVE) or cue.verb.takes(Takes.GERUND)
    if entry and (content := reach(_infinitive(cue, entry), cue)):
        yield entry, content, False
    if entry := cue.verb.takes(Takes.ABOUT):
        about = _about(cue, entry)
        content = numbers(about.subtree()) if about is not None else _past_infinitive(cue)
        content = without_next(content, cue)
        if content:
            yield entry, content, entry.stance is Stance.ACCUSE
    if entry := cue.verb.takes(Takes.OBJECT):
        objects = [each for each in arguments(cue.main).objects if each.pos in ("NOUN", "PROPN")]
        objects = [each for each in objects if each.lemma.lower() not in entry.without]
        if _denies_before(cue) and (behind := _what_before(cue)):
            yield entry, behind, False
        elif objects and not is_agency(objects[0]) and _has_with(cue, entry):
            yield entry, _object_content(cue, objects), False
        elif behind := _what_before(cue) or _noun_behind(cue, entry):
            yield entry, behind, False
    elif (entry := cue.verb.takes(Takes.CLAUSE)) and (behind := _what_before(cue)):
        yield entry, behind, False


def _opens_perfect(cue: Cue) -> bool:
    """Whether a perfect infinitive stands right behind a French verb that takes one (« dit avoir vu X partir »)."""
    behind = cue.main.parse.tokens[cue.last.i + 1 : min(cue.last.i + 3, cue.main.sentence.end)]
    perfect = len(behind) == 2 and behind[0].lemma in ("avoir", "être") and behind[0].is_("VerbForm", "Inf")
    return perfect and cue.main.parse.lang == "fr" and cue.verb.takes(Takes.INFINITIVE) is not None


def content_clause(cue: Cue) -> bool:
    """Whether a clause behind the verb is said with « que », "that" or a question word."""
    word = _that(cue)
    clause = _by_tree(cue)
    return word is not None or (clause is not None and any(mark.lower in _ASKING for mark in clause.all("mark")))


def _clause(cue: Cue, entry: ReportingVerbs) -> frozenset[int]:
    word, clause = _that(cue), _by_tree(cue)
    if entry.needs_that and word is None and (clause is None or not _has_that(clause)):
        return frozenset()
    if clause is not None and word is None:
        word = _behind_the_told(cue, clause) or _behind_insert(cue, clause)
    if clause is not None and (word is None or clause.i > word.i):
        content = clause_content(clause, cue.main)
        if word is None:
            start = _without_that(cue)
            told = {child.i for child in cue.dependents if child.base in ("iobj", "obj")} if _tells(cue) else set()
            if start in told and any(is_finite(cue.main.parse.tokens[i]) for i in content):
                return content
            lost = start is not None and start < min(content) and min(content) - start < _REACH
            return content | frozenset(range(start, min(content))) if lost and start is not None else content
        return frozenset(i for i in content if i >= word.i) | frozenset(range(word.i + 1, clause.i))
    if word is None:
        start = _without_that(cue)
        return frozenset(range(start, clause_end(start, cue.last))) if start is not None else frozenset()
    head = word.head
    clausal = head is not None and head.base in ("ccomp", "acl", "csubj", "xcomp") and not _is_bare_noun(head)
    if head is not None and head.i > word.i and clausal:
        content = clause_content(head, cue.main) | frozenset(range(word.i + 1, head.i))
        return frozenset(i for i in content if i >= word.i)
    return frozenset(range(word.i + 1, clause_end(word.i + 1, cue.last)))


def _behind_insert(cue: Cue, clause: Token) -> Token | None:
    """The « que » of the clause behind an insert between commas ("said, quoting X, that …")."""
    marks = [mark for mark in clause.all("mark") if mark.lower in _THAT and not _other_clause(mark)]
    return next((mark for mark in marks if mark.parse.tokens[mark.i - 1].text == "," and mark.i > cue.last.i), None)


def _behind_the_told(cue: Cue, clause: Token) -> Token | None:
    """English: the "that" behind the one told, where the tree takes him for the subject of the clause ("told lawmakers
    that talks would resume")."""
    told = _tells(cue)
    for token in cue.main.parse.tokens[cue.last.i + 1 : clause.i] if told else ():
        if token.lower == "that" and token.i > cue.last.i + 1:
            return token
        if token.pos not in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "ADP", "NUM") or is_finite(token):
            return None
    return None


def _by_tree(cue: Cue) -> Token | None:
    """The head of the content clause behind the verb, by its relation."""
    for child in cue.dependents:
        clausal = child.base in ("ccomp", "csubj") or (child.base in ("advcl", "xcomp") and _has_that(child))
        told = clausal and not _is_bare_noun(child) and not _is_infinitive(child)
        if told and child.i > cue.last.i and not _quoted_after_colon(cue, child):
            return child
    return None


def _is_bare_noun(clause: Token) -> bool:
    """Whether what the tree makes a clause is a noun without a copula: the tree has lost the verb, order decides."""
    return clause.pos in ("NOUN", "PROPN") and clause.first("cop", "nsubj", "aux") is None


def _has_that(clause: Token) -> bool:
    return any(mark.lower in _THAT and not _other_clause(mark) for mark in clause.all("mark"))


def _quoted_after_colon(cue: Cue, child: Token) -> bool:
    tokens = cue.main.parse.tokens[cue.last.i + 1 : child.i]
    return any(token.text == ":" for token in tokens)


def _that(cue: Cue) -> Token | None:
    """The « que », or after a verb of asking the « si », that opens the content: the first in reach, no finite verb
    between."""
    tokens, asks = cue.main.parse.tokens, cue.verb.takes(Takes.QUESTION) is not None
    if (parted := _behind_commas(cue)) is not None:
        return parted
    for token in tokens[cue.last.i + 1 : min(cue.last.i + _REACH, cue.main.sentence.end)]:
        if token.text in (";", ":", "(", "»", "”") or is_finite(token) or _gerund(token) or _other_clause(token):
            return None
        if token.lower in ("ne", "n'") and _only_restricts(token):
            return None
        if asks and token.lower in ("si", "s'", "whether", "if") and token.pos == "SCONJ":
            return token if token.i - cue.last.i < _NEAR else None
        if token.lower in _THAT and _opens_content(token, cue):
            return token
    return None


def _behind_commas(cue: Cue) -> Token | None:
    """The « que » behind an insert between commas, of whatever verbs ("said, citing officials, that …")."""
    tokens, end, time = cue.main.parse.tokens, cue.main.sentence.end, lexicon(cue.main.parse.lang).is_
    at = cue.last.i + 1
    while at < end and (time(tokens[at], Use.TIME) or tokens[at].pos in ("ADV", "ADP")):
        at += 1
    if at >= end or tokens[at].text != "," or not cue.finite:
        return None
    for i in range(at + 1, min(at + _REACH, end - 1)):
        if tokens[i].text in (";", ":", ".", "»", "”"):
            return None
        if tokens[i].text == "," and tokens[i + 1].lower in _THAT and not _other_clause(tokens[i + 1]):
            return tokens[i + 1]
    return None


def _only_restricts(ne: Token) -> bool:
    """Whether a « ne » right behind a verb of saying opens an infinitive (« dit n'avoir visé que des dépôts »)."""
    following = ne.parse.tokens[ne.i + 1 : min(ne.i + 4, ne.sentence.end)]
    return any(each.is_("VerbForm", "Inf") for each in following)


def _gerund(token: Token) -> bool:
    """Whether a gerund begins behind a comma (« …, signifiant que »): what follows is its own."""
    behind_comma = token.i > 0 and token.parse.tokens[token.i - 1].text == ","
    return says_on(token) or (behind_comma and token.pos == "VERB" and token.lower.endswith(("ant", "ing")))


def _opens_content(token: Token, cue: Cue) -> bool:
    """Whether a « que » is no relative pronoun: by its tag, or because it stands right behind the verb or the one
    told."""
    if token.pos == "SCONJ":
        return not _other_clause(token)
    told = any(entry.id in ("tell", "informer") for entry in cue.verb.entries)
    phrase = cue.main.parse.tokens[cue.last.i + 1 : token.i]
    those = bool(phrase) and all(each.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON") for each in phrase)
    subject = token.head is not None and token.head.first("nsubj") not in (None, token)
    whom = those and subject and phrase[-1].pos in ("NOUN", "PROPN", "PRON", "ADJ")
    return token.i == cue.last.i + 1 or (told and (token.base == "mark" or whom)) or _behind_whom(token, cue)


def _behind_whom(token: Token, cue: Cue) -> bool:
    """Whether a « que » taken for a relative one stands behind nothing but the one told (« a raconté aux juges que le
    conseiller avait remis … »)."""
    between = token.parse.tokens[cue.last.i + 1 : token.i]
    led = token.lower != "that" and between and between[0].lower in ("à", "au", "aux", "devant")
    nouns = [each for each in between if each.pos in ("NOUN", "PROPN")]
    return bool(led) and len(nouns) == 1 and nouns[0].i == token.i - 1


def _other_clause(token: Token) -> bool:
    """Whether a « que » belongs to another conjunction (« alors que », « après que », « plus que »)."""
    tokens = token.parse.tokens
    before = tokens[token.i - 1].lower if token.i > token.sentence.start else ""
    if before == "fait" and tokens[token.i - 2].lower == "le" and tokens[token.i - 3].lower != "par":
        return False
    return token.lower in _THAT and before in _CONJUNCTIONS


def _without_that(cue: Cue) -> int | None:
    """English: where a clause without "that" begins behind the verb, times and the one told left aside; None for
    none."""
    if cue.main.parse.lang != "en" or not cue.finite:
        return None
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    words = lexicon("en")
    start = cue.last.i + 1
    while start < end and (tokens[start].pos == "ADV" or _is_when(tokens, start, end)):
        start += 1
    start = _past_told(start, end, tokens) if _tells(cue) else start
    stop = next((i for i in range(start, end) if tokens[i].text in (",", ";", ":", "—", "–")), end)
    subject = start < end and tokens[start].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
    subject = subject and tokens[start].lower not in ("me", "him", "us", "them")
    insert = next((i for i in range(stop + 1, end) if tokens[i].text in (",", ";", ":", "—", "–")), end)
    if stop < end and tokens[stop].text == "," and not any(is_finite(each) for each in tokens[start:insert]):
        stop = min(insert + 3, end)
    finite = next((i for i in range(start + 1, stop) if is_finite(tokens[i])), None)
    clause = finite is not None and tokens[finite - 1].lower not in ("who", "which", "and", "or", "but")
    that = any(tokens[i].lower == "that" and tokens[i].pos == "SCONJ" for i in range(start, finite or start))
    return start if subject and clause and not that and not words.is_(tokens[start], Use.AS) else None


def _tells(cue: Cue) -> bool:
    """Whether an English verb has the one told as its object ("told reporters", "warned the north")."""
    return any(entry.id == "tell" for entry in cue.verb.entries)


def _past_told(start: int, end: int, tokens: list[Token]) -> int:
    """Behind the one told, where another phrase begins after him ("told the Dawn newspaper | his group had …")."""
    named, i = False, start
    while i < end and tokens[i].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        if named and tokens[i].pos == "DET":
            return i
        named = named or tokens[i].pos in ("NOUN", "PROPN")
        i += 1
    return i if named and i < end and tokens[i].pos == "PRON" else start


def _is_when(tokens: list[Token], i: int, end: int) -> bool:
    time = lexicon("en").is_
    return time(tokens[i], Use.TIME) or (
        tokens[i].lower in ("on", "late", "in") and i + 1 < end and time(tokens[i + 1], Use.TIME)
    )


def _infinitive(cue: Cue, entry: ReportingVerbs) -> frozenset[int]:
    for child in cue.dependents:
        governed = child.base in ("xcomp", "ccomp", "advcl", "obj") and not _aims(child)
        if governed and child.i > cue.last.i and _is_infinitive(child):
            return frozenset(i for i in clause_content(child, cue.main) if i > cue.last.i)
    start = cue.last.i + 1
    tokens = cue.main.parse.tokens
    start = _past_insert(cue, start)
    while start < cue.main.sentence.end and _leads_infinitive(tokens[start]):
        start += 1
    if start >= cue.main.sentence.end or not _begins_infinitive(tokens[start], entry):
        return _past_infinitive(cue) if entry.stance in (Stance.ACCUSE, Stance.CLAIM, Stance.DENY) else frozenset()
    return _short(_negated_from(start, cue), cue)


def _negated_from(start: int, cue: Cue) -> int:
    """Where the « ne pas » and the clitics before an infinitive begin."""
    tokens = cue.main.parse.tokens
    while start - 1 > cue.last.i and tokens[start - 1].pos != "PUNCT" and _leads_infinitive(tokens[start - 1]):
        start -= 1
    return start


def _past_insert(cue: Cue, start: int) -> int:
    """Behind a time and an insert between commas (« a dit mercredi, par la voix de X, avoir … »)."""
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    at, time = start, lexicon(cue.main.parse.lang).is_
    while at < end and (time(tokens[at], Use.TIME) or tokens[at].pos == "ADV"):
        at += 1
    if at >= end or tokens[at].text != "," or cue.main.parse.lang != "fr":
        return start
    stop = next((i for i in range(at + 1, min(at + _REACH, end)) if tokens[i].text == ","), None)
    if stop is None or any(is_finite(each) for each in tokens[at:stop]):
        return start
    return stop + 1


def _leads_infinitive(token: Token) -> bool:
    """Whether a word stands between a verb of saying and its infinitive: an adverb, or « ne pas » and clitics."""
    negates = token.lower in ("ne", "n'", "pas", "plus", "jamais", "y", "en", "l'", "les", "se", "s'")
    return token.pos == "ADV" or (token.parse.lang == "fr" and negates)


def _aims(child: Token) -> bool:
    """Whether an infinitive tells why or when somebody speaks, not what he says (« insiste pour partir »)."""
    return any(lead.lower in _AIMS for lead in child.all("mark", "case"))


def _begins_infinitive(token: Token, entry: ReportingVerbs) -> bool:
    if token.parse.lang == "fr":
        return token.is_("VerbForm", "Inf")
    following = token.parse.tokens[token.i + 1 : token.i + 2]
    to = token.lower == "to" and bool(following) and following[0].pos in ("VERB", "AUX")
    gerund = Takes.GERUND in entry.takes and token.lower.endswith("ing") and bool(following)
    return to or (gerund and following[0].pos in ("DET", "NOUN", "PROPN", "ADJ", "ADP", "PRON", "NUM"))


def _past_infinitive(cue: Cue) -> frozenset[int]:
    """« … d'avoir tué trois policiers » behind the verb, whatever the tree hangs it on."""
    tokens = cue.main.parse.tokens
    for token in tokens[cue.last.i + 1 : min(cue.last.i + _NEAR, cue.main.sentence.end - 1)]:
        if token.text in (";", ":") or is_finite(token):
            break
        behind = tokens[token.i + 1]
        if token.lower in ("de", "d'") and behind.lemma in ("avoir", "être") and behind.is_("VerbForm", "Inf"):
            return _short(token.i + 1, cue)
    return frozenset()


def _short(start: int, cue: Cue) -> frozenset[int]:
    """An infinitive from its first word to the next mark or finite verb."""
    tokens = cue.main.parse.tokens
    stop = clause_end(start, cue.last)
    for i in range(start, stop):
        closes = tokens[i].text in ("»", "”") and not any(each.text in ("«", "“") for each in tokens[start:i])
        if is_finite(tokens[i]) or closes or tokens[i].text in (",", "."):
            return frozenset(range(start, i))
    return frozenset(range(start, stop))


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
    for target in arguments(cue.main).objects if Takes.OBJECT not in entry.takes else ():
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
    below = [each for child in cue.dependents if child.base == "obj" for each in child.all("nmod")]
    found = {preposition(child) for child in (*cue.dependents, *below)}
    found |= {child.lemma.lower() for child in cue.dependents}
    return not entry.with_ or any(word in found for word in entry.with_)


def _object_content(cue: Cue, objects: list[Token]) -> frozenset[int]:
    content: frozenset[int] = frozenset()
    if cue.passive and cue.finite and objects[0].i < cue.first.i:
        tokens = cue.main.parse.tokens
        start, helped = objects[0].i, {each.i for each in cue.main.all("aux")}
        while start > cue.main.sentence.start and not (
            tokens[start - 1].text in (",", ";", ":") or tokens[start - 1].is_("VerbForm", "Fin")
        ):
            start -= 1
        content |= frozenset(range(start, cue.first.i)) - helped
    for each in objects:
        content |= numbers(token for token in each.subtree() if not _inside(token, cue.main, each))
    return content - numbers(cue.words)


def _inside(token: Token, below: Token, top: Token) -> bool:
    """Whether the token hangs under the reporting verb that itself hangs under the object (« un attentat revendiqué
    par X »)."""
    while token is not top:
        if token is below:
            return True
        if token.head is None:
            return False
        token = token.head
    return False


def _noun_behind(cue: Cue, entry: ReportingVerbs) -> frozenset[int]:
    """The noun that is denied or confirmed, by the order of words, where a tree hangs it elsewhere ("denied on Monday
    the arrest of X")."""
    told = entry.stance is Stance.DENY or entry.id in ("confirmer", "confirm")
    head = after(cue.last) if told and cue.finite and not cue.passive and _that(cue) is None else None
    if head is None or head.pos != "NOUN" or may_speak(head) or head.lemma.lower() in entry.without:
        return frozenset()
    tokens, stop = cue.main.parse.tokens, head.i + 1
    while stop < cue.main.sentence.end and tokens[stop].text not in STOPS and not is_finite(tokens[stop]):
        stop += 1
    return frozenset(range(head.i, stop))


def _denies_before(cue: Cue) -> bool:
    return cue.verb.entries[0].stance is Stance.DENY and what_before(cue.first) is not None


def _what_before(cue: Cue) -> frozenset[int]:
    """« …, ce que Rome a démenti », « …, c'est ce qu'a dit Rome »: what stands before, where the verb denies or
    confirms it."""
    what, start = what_before(cue.first), cue.main.sentence.start
    if what is None or what.i == start or cue.verb.entries[0].stance not in (Stance.DENY, Stance.ASSERT):
        return frozenset()
    tokens, end = cue.main.parse.tokens, what.i
    comma = next((i for i in range(end - 1, max(end - _LEAD, start), -1) if tokens[i].text == ","), end)
    presents = any(each.lower in ("c'", "voilà") for each in tokens[comma:end])
    return frozenset(range(start, comma if presents else end))
