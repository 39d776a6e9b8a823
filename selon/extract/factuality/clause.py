"""What a clause itself says of its factuality: tense, mood, modal auxiliaries, adverbs, conjunctions."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from selon.extract.factuality.words import NegationKind, Over, lexicon
from selon.model.ontology import Factuality
from selon.parse.clause import is_verb
from selon.parse.tense import Conditional, auxiliaries, conditional, finite
from selon.parse.tree import Sentence, Token

_CONDITIONALS = {
    Conditional.PROSPECTIVE: Factuality.FUTURE,
    Conditional.CONDITION: Factuality.CONDITIONAL,
    Conditional.MODAL: Factuality.HYPOTHETICAL,
}
# Words behind which a condition no longer bears: « a dit qu'il viendrait », « qui … ».
_BREAKS = ("que", "qu'", "qui", "that", "who", "which", "mais", "but")
_LIGHT = ("DET", "ADJ", "NUM", "AUX", "ADV", "PART")
_CLITIC = ("le", "la", "les", "l'", "se", "s'", "y", "en", "lui", "leur", "to")
_TIMES = ("obl", "nmod", "advmod", "amod")


def own_mode(token: Token, negated: bool) -> Factuality | None:
    """The mode that tense, mood and modal auxiliaries give a predicate; None for a plain one or a noun.

    A future or modal that hangs on a condition (« …, si … ») is conditional.
    """
    if not is_verb(token) and not token.all("cop", "aux"):
        return None
    if _yet_to(token):
        return Factuality.NEGATED
    mode = _modal(token, negated) or _tense(token) or _due(token)
    if mode in (Factuality.FUTURE, Factuality.HYPOTHETICAL) and has_condition(token):
        return Factuality.CONDITIONAL
    if mode is None and _question(token):
        return Factuality.POSSIBLE
    return mode


def _yet_to(token: Token) -> bool:
    """English "has yet to bring": it is not done."""
    tokens, to = token.parse.tokens, next((mark for mark in token.all("mark") if mark.lower == "to"), None)
    return to is not None and to.i > token.sentence.start and tokens[to.i - 1].lower in ("yet", "still")


def _due(token: Token) -> Factuality | None:
    """The future of what "is due in Rome" by itself."""
    if token.pos != "ADJ" or token.lower not in ("due", "attendu", "attendue", "attendus", "attendues"):
        return None
    past = any(each.is_("Tense", "Past") for each in token.all("cop"))
    return None if past or any(child.is_("VerbForm", "Inf") for child in token.children) else Factuality.FUTURE


def _modal(token: Token, negated: bool) -> Factuality | None:
    """The mode of a modal auxiliary (English, and a French « aller » or « devoir » that the tree makes one)."""
    words = lexicon(token.parse.lang)
    helpers = auxiliaries(token)
    perfect = any(each.lemma in ("have", "avoir") for each in helpers)
    for helper in helpers:
        if helper.lower in ("would", "'d") and token.parse.lang == "en":
            return _would(token, negated)
        for lemma in (helper.lower, helper.lemma.lower()):
            entry = words.entry(lemma, Over.AUXILIARY, negated) or (
                words.entry(lemma, Over.INFINITIVE, negated)
                if token.parse.lang == "fr" and lemma not in ("avoir", "être")
                else None
            )
            if entry is not None:
                value = entry.value(negated)
                return Factuality.POSSIBLE if value is Factuality.HYPOTHETICAL and perfect else value
    return None


def _would(token: Token, negated: bool) -> Factuality:
    if has_condition(token):
        return Factuality.CONDITIONAL
    if negated:
        return Factuality.NEGATED
    top = token
    while top.base == "conj" and top.head is not None:
        top = top.head
    told = top.base == "ccomp" or any(is_verb(child) for child in top.all("parataxis")) or top.base == "parataxis"
    return Factuality.FUTURE if told else Factuality.HYPOTHETICAL


def _tense(token: Token) -> Factuality | None:
    form = finite(token)
    if token.parse.lang == "en" and _is_to(token):
        return Factuality.FUTURE
    if form is None:
        return None
    if token.parse.lang == "fr" and _is_order(form, token):
        return Factuality.HYPOTHETICAL
    if form.is_("Tense", "Fut"):
        return Factuality.FUTURE
    use = conditional(token)
    if use is not None:
        return _CONDITIONALS.get(use)
    if (
        form.is_("Tense", "Pres")
        and (form is token or (form.lemma == "be" and token.lower.endswith("ing")))
        and _to_come(token)
    ):
        return Factuality.FUTURE
    return None


def _is_order(form: Token, token: Token) -> bool:
    """Whether a French form orders: an imperative, or a form in -ez without its « vous »."""
    if token.first("nsubj") is not None:
        return False
    return (form.is_("Mood", "Imp") and token.head is None) or (form is token and form.lower.endswith("ez"))


def _is_to(token: Token) -> bool:
    """English "is to meet": a form of be with an infinitive."""
    to = any(mark.lower == "to" for mark in token.all("mark"))
    return to and any(each.lemma == "be" and each.is_("VerbForm", "Fin") for each in auxiliaries(token))


def _to_come(token: Token) -> bool:
    words = lexicon(token.parse.lang)
    for child in token.children:
        if child.base == "obj" and child.i > token.i and _to_come(child):
            return True
        if child.base in _TIMES:
            near = [child, *[each for each in child.children if each.base == "amod"]]
            if any(words.entry(each.lemma.lower(), Over.TIME, False) for each in near):
                return True
    return False


def _question(token: Token) -> bool:
    """Whether the clause is asked: « … ? », « demander si … »; not a relative or adverbial clause of a question."""
    if token.base in ("acl", "advcl"):
        return False
    if token.base in ("ccomp", "obj"):
        return any(mark.lower in ("si", "s'", "whether", "if") for mark in token.all("mark"))
    return token.head is None and token.sentence.tokens[-1].text == "?"


def has_condition(token: Token) -> bool:
    """Whether a clause of condition hangs on the predicate, or on what it is coordinated with or completes; or, by the
    order of words, opens or closes its sentence."""
    words = lexicon(token.parse.lang)
    at: Token | None = token
    while at is not None:
        for child in at.children:
            if child.base == "advcl" and _marked(child, words.wordings.get(Over.MARKED, ())):
                return True
            if child.base in ("obl", "advmod") and _begins(child, words.wordings.get(Over.PREPOSITION, ())):
                return True
        at = at.head if at.base in ("conj", "xcomp") else None
    return any(token.i not in stretch for stretch in conditions(token.sentence) if _side_by_side(token, stretch))


@lru_cache(maxsize=64)
def conditions(sentence: Sentence) -> tuple[range, ...]:
    """The stretches of a sentence that a word of condition opens, from that word to the next mark."""
    tokens, wordings = sentence.parse.tokens, _openers(sentence.parse.lang)
    found: list[range] = []
    for i in range(sentence.start, sentence.end):
        if tokens[i].lower.strip("'") not in wordings:
            continue
        if tokens[i].lower in ("si", "s'", "if") and not _may_be_if(tokens[i]):
            continue
        row = _spaced(" ".join(each.lower for each in tokens[i : min(i + 4, sentence.end)]))
        if row.startswith(wordings[tokens[i].lower.strip("'")]):
            stop = (j for j in range(i + 1, sentence.end) if tokens[j].text in (",", ";", ":", "»", "”", "—", "–"))
            found.append(range(i, next(stop, sentence.end)))
    return tuple(found)


@cache
def _openers(lang: str) -> Mapping[str, tuple[str, ...]]:
    """The wordings of condition by their first word, elisions stripped."""
    found: dict[str, tuple[str, ...]] = {}
    for wording, _ in lexicon(lang).wordings.get(Over.MARKED, ()):
        first = wording.split()[0].strip("'")
        found[first] = (*found.get(first, ()), _spaced(wording))
    return found


def _may_be_if(mark: Token) -> bool:
    """Whether a « si » or "if" is a conjunction of condition: no degree, no question, and « s' » only before « il »."""
    if mark.lower == "s'" and mark.parse.tokens[mark.i + 1].lower not in ("il", "ils"):
        return False
    return mark.pos in ("SCONJ", "ADP") and not is_asked(mark)


def _side_by_side(token: Token, stretch: range) -> bool:
    """Whether a predicate stands in the clause before a condition, or in the one behind it, with no mark in between but
    the comma that parts them."""
    tokens = token.parse.tokens
    between = tokens[token.i : stretch.start] if token.i < stretch.start else tokens[stretch.stop + 1 : token.i]
    return not any(each.text in (";", ":", "»", "«", "“", "”", "—", "–") or each.lower in _BREAKS for each in between)


def is_asked(mark: Token) -> bool:
    """Whether a « si » or "if" asks (« a demandé si … »): it stands right behind a verb of asking or knowing."""
    words = lexicon(mark.parse.lang)
    before = mark.parse.tokens[mark.i - 1] if mark.i > mark.sentence.start else None
    if before is None:
        return False
    return any(words.entry(lemma, Over.ASKED, False) is not None for lemma in (before.lemma.lower(), before.lower))


def _start(token: Token) -> str:
    """The first words of a phrase or clause up to its head, lower case."""
    words = [each.lower for each in token.subtree() if each.i <= token.i and each.pos != "PUNCT"]
    return (" ".join(words[:6]) + " ").replace("' ", "'").replace("'", "' ") if words else ""


def _begins(token: Token, wordings: tuple[tuple[str, object], ...]) -> bool:
    start = _start(token)
    return any(start.startswith(_spaced(wording)) for wording, _ in wordings)


def _spaced(wording: str) -> str:
    """The wording with a space behind each word, elided ones too."""
    return wording.replace("'", "' ").strip() + " "


def _marked(token: Token, wordings: tuple[tuple[str, object], ...]) -> bool:
    """Whether the clause's conjunction is one of the wordings."""
    marks = [
        each.lower for each in token.children if each.base == "mark" or (each.base == "advmod" and each.pos == "SCONJ")
    ]
    return any(wording in marks for wording, _ in wordings) or _begins(token, wordings)


def purpose_or_condition(token: Token) -> Factuality | None:
    """What the conjunction or preposition before the token makes of it: « si … », « en cas de … », « pour +
    infinitive »."""
    words = lexicon(token.parse.lang)
    predicate = is_verb(token) or token.first("cop") is not None or token.base in ("advcl", "ccomp")
    predicate = predicate or token.pos == "ADJ"
    marks = [mark for mark in token.all("mark") if mark.lower in ("si", "s'", "whether", "if")]
    if any(mark.lower == "whether" or is_asked(mark) for mark in marks):
        return Factuality.POSSIBLE
    if predicate and any(token.i in stretch for stretch in conditions(token.sentence)):
        return Factuality.CONDITIONAL
    if predicate and token.base == "advcl" and _marked(token, words.wordings.get(Over.MARKED, ())):
        return Factuality.CONDITIONAL
    if not is_verb(token) and led_by(token, words.wordings.get(Over.PREPOSITION, ())):
        return Factuality.CONDITIONAL
    return _purpose(token, predicate)


def led_by(token: Token, wordings: Iterable[tuple[str, object]]) -> bool:
    """Whether one of the wordings stands right before the phrase of a noun or infinitive, articles and clitics
    aside."""
    tokens, i = token.parse.tokens, token.i
    while i > token.sentence.start and (tokens[i - 1].pos in _LIGHT or tokens[i - 1].lower in _CLITIC):
        i -= 1
    row = " " + " ".join(each.lower for each in tokens[max(i - 5, token.sentence.start) : i]) + " "
    return any(_plain_spaced(row).endswith(" " + _plain_spaced(wording + " ")) for wording, _ in wordings)


def _plain_spaced(text: str) -> str:
    """Contracted prepositions as their first word (« en cas d' » and « au lieu du » as « de »)."""
    row = text.replace("'", "' ").replace("  ", " ")
    return row.replace(" d' ", " de ").replace(" du ", " de ").replace(" des ", " de ").replace(" qu' ", " que ")


def _purpose(token: Token, predicate: bool) -> Factuality | None:
    """A purpose: an infinitive behind « pour » or "to", not a perfect one (« pour avoir tué » is a reason), nor a
    finite clause."""
    words = lexicon(token.parse.lang)
    wordings = words.wordings.get(Over.PURPOSE, ())
    several = tuple((wording, entry) for wording, entry in wordings if " " in wording)
    if token.is_("VerbForm", "Inf") and led_by(token, several):
        return Factuality.HYPOTHETICAL
    if token.base not in ("advcl", "acl", "obl", "nmod", "xcomp", "ccomp") or token.rel == "acl:relcl":
        return None
    if _took(token):
        return None
    if predicate:
        perfect = any(each.lemma in ("avoir", "être", "have") and each.rel != "aux:pass" for each in token.all("aux"))
        if perfect or (token.parse.lang == "en" and token.base not in ("advcl", "acl")):
            return None
        infinitive = token.is_("VerbForm", "Inf") or any(each.is_("VerbForm", "Inf") for each in auxiliaries(token))
        clause = any(mark.lower in ("que", "qu'", "that") for mark in token.all("mark"))
        return Factuality.HYPOTHETICAL if (infinitive or clause) and _begins(token, wordings) else None
    return Factuality.HYPOTHETICAL if _begins(token, several) or led_by(token, several) else None


def _took(token: Token) -> bool:
    """Whether an infinitive tells what something took: "it took the army a week to retake the town"."""
    head = token.head
    taken = head is not None and head.lemma.lower() in ("take", "falloir") and not head.is_("Tense", "Pres")
    return taken and head is not None and any(each.lower in ("it", "il") for each in head.all("nsubj", "expl"))


def negative_mark(token: Token) -> Factuality | None:
    """`negated` behind « sans », « au lieu de », "without", "instead of"."""
    words = lexicon(token.parse.lang)
    wordings = sorted(words.negation.get(NegationKind.PREPOSITION, frozenset()))
    if token.pos in ("VERB", "NOUN", "AUX") and led_by(token, [(wording, None) for wording in wordings]):
        return Factuality.NEGATED
    if token.base not in ("advcl", "obl", "nmod", "acl", "xcomp", "ccomp"):
        return None
    start = _start(token)
    return Factuality.NEGATED if any(start.startswith(_spaced(wording)) for wording in wordings) else None


def adverb(token: Token) -> Factuality | None:
    """`possible` where an adverb of doubt stands on the predicate (« a peut-être attaqué »)."""
    words = lexicon(token.parse.lang)
    for child in token.children:
        if child.base in ("advmod", "obl", "parataxis", "dep", "amod", "discourse"):
            text = " ".join(each.lower for each in child.subtree()).replace(" -", "-")
            for lemma in (child.lemma.lower(), child.lower, text):
                entry = words.entry(lemma, Over.ADVERB, False)
                if entry is not None:
                    return entry.gives
    return None
