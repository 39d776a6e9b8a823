"""Where the clause begins that a verb of saying governs: its « que », by the tree or by the order of words."""

from selon.extract.attribution.bounds import THAT, bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import is_agency
from selon.extract.attribution.segments import takes_up
from selon.extract.attribution.surface import is_finite, says_on
from selon.extract.attribution.words import Takes, Use, lexicon
from selon.parse.tree import Token

# « que » stands at most so many tokens behind its verb (« a déclaré mardi lors de sa visite à Rome que … »).
REACH = 25
# « de » or « à » with an infinitive stands at most so many tokens behind the verb (« reproche au patron d'avoir … »).
NEAR = 9
_SUBJECT = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")


def behind_insert(cue: Cue, clause: Token) -> Token | None:
    """The « que » of the clause behind an insert between commas ("said, quoting X, that …")."""
    marks = [mark for mark in clause.all("mark") if mark.lower in THAT and not _other_clause(mark)]
    return next((mark for mark in marks if mark.parse.tokens[mark.i - 1].text == "," and mark.i > cue.last.i), None)


def behind_the_told(cue: Cue, clause: Token) -> Token | None:
    """English: the "that" behind the one told, where the tree takes him for the subject of the clause ("told lawmakers
    that talks would resume")."""
    told = has_the_told(cue)
    for token in cue.main.parse.tokens[cue.last.i + 1 : clause.i] if told else ():
        if token.lower == "that" and token.i > cue.last.i + 1:
            return token
        if token.pos not in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "ADP", "NUM") or is_finite(token):
            return None
    return None


def by_tree(cue: Cue) -> Token | None:
    """The head of the content clause behind the verb, by its relation."""
    for child in cue.dependents:
        clausal = child.base in ("ccomp", "csubj") or (child.base in ("advcl", "xcomp") and has_that(child))
        told = clausal and not is_bare_noun(child) and not is_infinitive(child)
        if told and child.i > cue.last.i and not _quoted_after_colon(cue, child) and not _is_taken_up(child):
            return child
    return None


def _is_taken_up(clause: Token) -> bool:
    """Whether the « que » of a clause stands behind a noun that takes up the sentence (« …, une information que Y
    dément »)."""
    that = next((mark for mark in clause.children if mark.lower in THAT and mark.i < clause.i), None)
    if that is None:
        return False
    tokens, i = that.parse.tokens, that.i - 1
    while i > that.sentence.start and tokens[i].pos in ("DET", "NOUN", "ADJ"):
        i -= 1
    return tokens[i].text == "," and i < that.i - 1 and takes_up(tokens, i + 1)


def is_bare_noun(clause: Token) -> bool:
    """Whether what the tree makes a clause is a noun without a copula: the tree has lost the verb, order decides."""
    return clause.pos in ("NOUN", "PROPN") and clause.first("cop", "nsubj", "aux") is None


def has_that(clause: Token) -> bool:
    return any(mark.lower in THAT and not _other_clause(mark) for mark in clause.all("mark"))


def _quoted_after_colon(cue: Cue, child: Token) -> bool:
    tokens = cue.main.parse.tokens[cue.last.i + 1 : child.i]
    return any(token.text == ":" for token in tokens)


def that_of(cue: Cue) -> Token | None:
    """The « que », or after a verb of asking the « si », that opens the content: the first in reach, no finite verb
    between."""
    tokens, asks = cue.main.parse.tokens, cue.verb.takes(Takes.QUESTION) is not None
    if (parted := _behind_commas(cue) or _behind_cleft(cue)) is not None:
        return parted
    for token in tokens[cue.last.i + 1 : min(cue.last.i + REACH, cue.main.sentence.end)]:
        if token.text in (";", ":", "(", "»", "”") or is_finite(token) or _gerund(token) or _other_clause(token):
            return None
        if token.text == "," and takes_up(tokens, token.i + 1):  # « a annoncé X, une information que Y dément »
            return None
        if token.lower in ("ne", "n'") and _only_restricts(token):
            return None
        if asks and token.lower in ("si", "s'", "whether", "if") and token.pos == "SCONJ":
            return token if token.i - cue.last.i < NEAR else None
        if token.lower in THAT and _opens_content(token, cue):
            return token
    return None


def _behind_commas(cue: Cue) -> Token | None:
    """The « que » behind an insert between commas, of whatever verbs ("said, citing officials, that …")."""
    tokens, end, time = cue.main.parse.tokens, cue.main.sentence.end, lexicon(cue.main.parse.lang).is_
    at = _past_hearer(cue.last.i + 1, end, tokens)
    while at < end and (time(tokens[at], Use.TIME) or tokens[at].pos in ("ADV", "ADP")):
        at += 1
    if at >= end or tokens[at].text != "," or not cue.finite:
        return None
    for i in range(at + 1, min(at + REACH, end - 1)):
        if tokens[i].text in (";", ":", ".", "»", "”"):
            return None
        if tokens[i].text == "," and tokens[i + 1].lower in THAT and not _other_clause(tokens[i + 1]):
            return tokens[i + 1]
    return None


def _past_hearer(i: int, end: int, tokens: list[Token]) -> int:
    """Behind « aux enquêteurs » or "to investigators", where a comma follows."""
    at = i
    if at < end and tokens[at].lower in ("à", "au", "aux", "devant", "to", "before"):
        at += 1
        while at < end and tokens[at].pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP"):
            at += 1
    return at if at < end and tokens[at].text == "," else i


def _behind_cleft(cue: Cue) -> Token | None:
    """The « que » of « ce que X affirme, c'est que … », "what X says is that …"."""
    tokens, start, end = cue.main.parse.tokens, cue.main.sentence.start, cue.main.sentence.end
    lead = [token.lower for token in tokens[start : min(start + 2, cue.first.i)]]
    if lead[:1] != ["what"] and lead not in (["ce", "que"], ["ce", "qu'"]):
        return None
    i = cue.last.i + 1
    while i < end and tokens[i].lower in (",", "c'"):
        i += 1
    copula = i + 1 < end and tokens[i].lemma in ("être", "be")
    return tokens[i + 1] if copula and tokens[i + 1].lower in THAT else None


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
    those = bool(phrase) and all(each.pos in (*_SUBJECT, "PART") for each in phrase)
    subject = token.head is not None and token.head.first("nsubj") not in (None, token)
    whom = those and subject and phrase[-1].pos in ("NOUN", "PROPN", "PRON", "ADJ")
    if token.i == cue.last.i + 1 or (told and (token.base == "mark" or whom)):
        return True
    return _behind_whom(token, cue) or _behind_circumstances(token, cue)


def _behind_whom(token: Token, cue: Cue) -> bool:
    """Whether a « que » taken for a relative one stands behind nothing but the one told (« a raconté aux juges que le
    conseiller avait remis … »)."""
    between = token.parse.tokens[cue.last.i + 1 : token.i]
    led = token.lower != "that" and between and between[0].lower in ("à", "au", "aux", "devant")
    nouns = [each for each in between if each.pos in ("NOUN", "PROPN")]
    return bool(led) and len(nouns) == 1 and nouns[0].i == token.i - 1


def _behind_circumstances(token: Token, cue: Cue) -> bool:
    """Whether a « que » taken for a relative one stands behind phrases of place and time alone, so that the verb has no
    other object (« a rappelé lors des échanges qu'il … », "said in an interview with X that Y …")."""
    tokens, end = token.parse.tokens, token.sentence.end
    between = tokens[cue.last.i + 1 : token.i]
    time = lexicon(token.parse.lang).is_
    lead = next((each for each in between if each.pos != "ADV" and not time(each, Use.TIME)), None)
    if lead is None or lead.pos != "ADP" or cue.verb.takes(Takes.CLAUSE) is None or not cue.finite:
        return False
    articles = (each for each in between if each.pos == "DET" and each.i > cue.last.i + 1)
    if any(tokens[each.i - 1].pos in ("NOUN", "PROPN") for each in articles):
        return False
    return token.i + 1 < end and not is_finite(tokens[token.i + 1]) and any(map(is_finite, tokens[token.i + 2 : end]))


def _other_clause(token: Token) -> bool:
    """Whether a « que » belongs to another conjunction (« alors que », « après que », « plus que »)."""
    tokens = token.parse.tokens
    before = tokens[token.i - 1].lower if token.i > token.sentence.start else ""
    if before == "fait" and tokens[token.i - 2].lower == "le" and tokens[token.i - 3].lower != "par":
        return False
    return token.lower in THAT and before in bounds(token.parse.lang).conjunctions


def without_that(cue: Cue) -> int | None:
    """English: where a clause without "that" begins behind the verb, times and the one told left aside; None for
    none."""
    if cue.main.parse.lang != "en" or not (cue.finite or says_on(cue.first)):
        return None
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    words, none = lexicon("en"), bounds("en").negations
    start = cue.last.i + 1
    while (
        start < end and tokens[start].lower not in none and (tokens[start].pos == "ADV" or _is_when(tokens, start, end))
    ):
        start += 1
    start = _past_told(start, end, tokens) if has_the_told(cue) else start
    subject = start < end and (tokens[start].pos in _SUBJECT or tokens[start].lower in none)
    subject = subject and tokens[start].lower not in ("me", "him", "us", "them")
    finite = _predicate(start, cue) if subject else None
    clause = finite is not None and tokens[finite - 1].lower not in ("who", "which", "and", "or", "but")
    opens = range(start, finite or start)
    that = any(tokens[i].lower == "that" and (tokens[i].pos == "SCONJ" or i > start) for i in opens)
    that = that or (not cue.finite and start < end and tokens[start].lower == "what")
    that = that or any(_asks_to_do(tokens[i], cue) for i in opens)
    return start if clause and not that and not words.is_(tokens[start], Use.AS) else None


def _predicate(start: int, cue: Cue) -> int | None:
    """The verb of the clause that begins at a token: the first finite one before a mark, an insert between commas
    passed over."""
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    stop = _mark(start, end, tokens)
    if (found := next((i for i in range(start + 1, stop) if _heads_clause(tokens[i], cue)), None)) is not None:
        return found
    insert = _mark(stop + 1, end, tokens)
    if stop >= end or tokens[stop].text != "," or insert >= end:
        return None
    relative = tokens[stop + 1].lower in ("who", "which", "whose", "where")
    if not relative and any(is_finite(each) for each in tokens[stop:insert]):
        return None
    return next((i for i in range(insert + 1, min(insert + 3, end)) if is_finite(tokens[i])), None)


def _mark(start: int, end: int, tokens: list[Token]) -> int:
    return next((i for i in range(start, end) if tokens[i].text in (",", ";", ":", "—", "–")), end)


def _heads_clause(token: Token, cue: Cue) -> bool:
    """Whether a word is the verb of a clause: finite, or a past form that a tree hangs as a participle on the noun
    behind a verb that has no object ("said thousands of workers protested")."""
    if is_finite(token):
        return True
    noun = token.head
    if noun is cue.main and token.base in ("ccomp", "xcomp"):  # "saying police dispersed students"
        noun = next((child for child in cue.main.all("obj") if child.i < token.i), None)
    bare = (
        token.base in ("acl", "ccomp", "xcomp")
        and token.is_("Tense", "Past")
        and token.first("obl:agent", "aux") is None
    )
    said = cue.verb.takes(Takes.OBJECT) is None and cue.verb.takes(Takes.CLAUSE) is not None
    return bare and said and noun is not None and noun.base == "obj" and noun.head is cue.main and noun.i < token.i


def _asks_to_do(token: Token, cue: Cue) -> bool:
    """Whether a "to" leads what somebody is told or asked to do ("asked Rome to leave the town that it took")."""
    return token.lower == "to" and token.head is not None and token.head.base == "xcomp" and token.head.head is cue.main


def has_the_told(cue: Cue) -> bool:
    """Whether an English verb has the one told as its object ("told reporters", "warned the north")."""
    return any(entry.id == "tell" for entry in cue.verb.entries)


def _past_told(start: int, end: int, tokens: list[Token]) -> int:
    """Behind the one told, where another phrase begins after him ("told the Dawn newspaper | his group had …", "told
    Reuters | troops had left", "told reporters in Dakar | troops had left")."""
    named, i = False, start
    while i < end and tokens[i].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        if named and (tokens[i].pos == "DET" or _is_told_alone(tokens[i - 1])):
            return i
        named = named or tokens[i].pos in ("NOUN", "PROPN")
        i += 1
    if not named or i >= end:
        return start
    if tokens[i].pos == "PRON":
        return i
    return _past_place(i, end, tokens) if tokens[i].lower in ("in", "at") else start


def _is_told_alone(token: Token) -> bool:
    """Whether a word is told by itself, so that another noun behind it is the subject of what is said."""
    return token.lower in ("reporters", "journalists", "lawmakers", "parliament") or (
        token.pos == "PROPN" and token.text[:1].isupper() and is_agency(token)
    )


def _past_place(i: int, end: int, tokens: list[Token]) -> int:
    """Behind "in Dakar": the phrase of a preposition that leads a name alone."""
    i += 1
    while i < end and (tokens[i].pos == "PROPN" or (tokens[i].pos == "DET" and tokens[i - 1].pos == "ADP")):
        i += 1
    return i


def _is_when(tokens: list[Token], i: int, end: int) -> bool:
    time = lexicon("en").is_
    return time(tokens[i], Use.TIME) or (
        tokens[i].lower in ("on", "late", "in") and i + 1 < end and time(tokens[i + 1], Use.TIME)
    )


def is_infinitive(token: Token) -> bool:
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
