"""Where verbs of reporting stand: their words, the words of their form, and what hangs on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.finite import (
    behind_be,
    brings_words,
    by_form,
    says_that,
    shares_auxiliary,
    shares_before,
)
from selon.extract.attribution.group import GAP, with_form
from selon.extract.attribution.surface import is_finite, is_inverted
from selon.extract.attribution.words import Stance, Use, Verb, lexicon
from selon.parse.clause import is_reflexive, logical_subjects
from selon.parse.tree import Sentence, Token

# « ce que » stands at most so many tokens before the verb that takes up a whole clause by it.
_WHAT = 12
# Who speaks stands at most so many words behind a verb with a phrase behind it.
_FEW = 6
# A tree takes these for auxiliaries in « est convaincu que », "is persuaded that".
_BE = ("être", "be")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of reporting: `tokens` are its own words, `words` these with auxiliaries and clitics, `main` its top."""

    verb: Verb
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    main: Token

    @property
    def learns(self) -> bool:
        """Whether it is a verb of learning (« a appris l'AFP »)."""
        return self.verb.entries[0].stance is Stance.LEARN

    @property
    def dependents(self) -> list[Token]:
        """What hangs on any of the words, in text order."""
        own = set(self.words)
        found = [child for token in self.tokens for child in token.children if child not in own]
        return sorted(found, key=lambda token: token.i)

    @property
    def first(self) -> Token:
        """The first word, auxiliaries included."""
        return self.words[0]

    @property
    def last(self) -> Token:
        """The last word of the verb."""
        return self.tokens[-1]

    @property
    def finite(self) -> bool:
        """Whether the verb has a finite form."""
        forms = [*self.words, *(child for token in self.tokens for child in token.all("aux"))]
        finite = any(token.is_("VerbForm", "Fin") or "Mood" in token.morph for token in forms)
        first = self.tokens[0]
        shares = shares_auxiliary(first) or shares_before(first)
        return finite or shares or by_form(first) or says_that(first) or brings_words(first)

    @property
    def passive(self) -> bool:
        """Whether the verb stands in a passive form."""
        return not self.predicative and any(
            token.first("aux:pass", "nsubj:pass") is not None or behind_be(token) for token in self.tokens
        )

    @property
    def predicative(self) -> bool:
        """Whether a form of be has a participle or an adjective as its own (« est convaincu », "is persuaded")."""
        return bool(self.verb.rest) and self.tokens[0].lemma in _BE

    @property
    def impersonal(self) -> bool:
        """Whether « on » speaks (« dit-on », « a-t-on appris »)."""
        if self.main.parse.lang != "fr":
            return False
        around = (*self.words, *self.dependents, *self.main.parse.tokens[self.last.i + 1 : self.last.i + 3])
        return any(token.lower in ("on", "l'on", "-on", "-t-on") for token in around)

    def subjects(self) -> list[Token]:
        """The heads of the phrases that speak, as the tree has them."""
        for token in self.tokens:
            own = [child for child in token.all("nsubj") if not _clitic_double(child, token)]
            if own:
                return own if self.predicative else logical_subjects(token)
        return logical_subjects(self.main)


def _clitic_double(child: Token, verb: Token) -> bool:
    """The « -t-il » of « l'armée a-t-elle dit » beside a full subject."""
    return is_inverted(child) and any(other is not child for other in verb.all("nsubj"))


# What may be a verb of saying that its form does not tell.
_VERBAL = frozenset({"VERB", "AUX", "ADJ", "INTJ"})


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """Every verb of reporting of a sentence, the longest form where several fit, in text order."""
    taken: set[Token] = set()
    forms = lexicon(sentence.parse.lang).forms
    for token in sentence.tokens:
        if token in taken or (token.pos not in _VERBAL and token.lower not in forms):
            continue
        verbs = _verbs(token)
        if token.base == "aux" and token.rel != "aux:caus":
            verbs = tuple(verb for verb in verbs if verb.rest and token.lemma in _BE)
        cue = _cue(token, verbs)
        if cue is not None:
            taken.update(cue.tokens)
            yield cue


def _verbs(token: Token) -> tuple[Verb, ...]:
    """The verbs that a token may be a form of: by its lemma, else by its form where the tagger may have misread it."""
    words = lexicon(token.parse.lang)
    lemma, _ = words.forms.get(token.lower, ("", False))
    if token.pos in ("VERB", "AUX"):
        return words.verbs.get(token.lemma.lower(), ()) or words.verbs.get(lemma, ())
    participle = token.is_("VerbForm", "Part") and token.first("aux") is not None
    if token.pos == "ADJ" and participle:
        return words.verbs.get(token.lemma.lower(), ()) or words.verbs.get(lemma, ())
    bare = token.lower if token.parse.lang == "en" and token.pos == "INTJ" else ""
    found = words.verbs.get(lemma or bare, ())
    if not found:
        return ()
    if token.i > token.sentence.start and token.parse.tokens[token.i - 1].pos == "DET" and token.pos == "NOUN":
        return ()  # « sur le fait de savoir si … »
    return found if _in_place(token) else tuple(verb for verb in found if verb.rest)


def _in_place(token: Token) -> bool:
    """Whether a word that is tagged as no verb stands like a verb of saying: no article before, what is said behind."""
    tokens, sentence = token.parse.tokens, token.sentence
    before = tokens[token.i - 1] if token.i > sentence.start else None
    behind = tokens[token.i + 1] if token.i + 1 < sentence.end else None
    if behind is None or (before is not None and before.pos in ("DET", "ADP", "NUM")):
        return False
    if behind.lower in ("que", "qu'", "that", ":") or is_inverted(behind):
        return True
    if (behind.pos == "PUNCT" and what_before(token) is not None) or _inverted_aside(token):
        return True
    if before is not None and before.pos in ("AUX", "NOUN", "PROPN", "PRON") and behind.lower in ("«", "“", '"'):
        return before.pos == "AUX" or _is_known_finite(token)
    if _plain_aside(token) or _behind_helper(token):
        return True
    having = token.parse.lang == "en" and behind.lower == "having" and _is_known_finite(token)
    return having or (behind.lemma in ("avoir", "être") and behind.is_("VerbForm", "Inf"))


def _behind_helper(token: Token) -> bool:
    """Whether a participle stands between its auxiliary and who speaks (« s'est réjoui Narendra Modi »)."""
    tokens, i = token.parse.tokens, token.i
    before, behind = tokens[i - 1] if i > token.sentence.start else None, tokens[i + 1]
    helped = before is not None and before.lemma in ("avoir", "être") and before.is_("VerbForm", "Fin")
    named = behind.pos in ("PROPN", "DET") or behind.lower in bounds(token.parse.lang).titles
    return helped and token.parse.lang == "fr" and named and behind.i < token.sentence.end


def _is_known_finite(token: Token) -> bool:
    return lexicon(token.parse.lang).forms.get(token.lower, ("", False))[1]


def _plain_aside(token: Token) -> bool:
    """Whether an English finite form closes a phrase between marks ("…, his lawyer alleges, in …")."""
    tokens, sentence, i = token.parse.tokens, token.sentence, token.i
    if token.parse.lang != "en" or not _is_known_finite(token) or i + 1 >= sentence.end:
        return False
    if tokens[i + 1].text not in (",", ".", "—", "–"):
        return False
    while i > sentence.start and tokens[i - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"):
        i -= 1
    closed = i > sentence.start and tokens[i - 1].text in (",", "”", '"', "—", "–")
    return closed and i < token.i and any(each.pos in ("NOUN", "PROPN", "PRON") for each in tokens[i : token.i])


def _inverted_aside(token: Token) -> bool:
    """Whether a finite form stands between a comma and an article (« …, rétorque le porte-parole »): nouns do not."""
    tokens, sentence = token.parse.tokens, token.sentence
    known = lexicon(token.parse.lang).forms.get(token.lower)
    interjected = token.parse.lang == "en" and token.pos == "INTJ"
    if token.i <= sentence.start + 1 or tokens[token.i - 1].text != ",":
        return False
    if not interjected and (known is None or not known[1]):
        return False
    behind = tokens[token.i + 1 : token.i + 2]
    quoted = tokens[token.i - 2].text in ("»", "”", '"')
    noun = token.parse.lang == "en" and behind and behind[0].pos == "NOUN" and token.pos == "INTJ"
    if token.parse.lang == "fr" and behind and behind[0].pos in ("ADP", "ADV") and _names_somebody(token):
        return True
    return bool(behind) and (behind[0].pos == "DET" or bool(noun) or (quoted and behind[0].pos == "PROPN"))


def _names_somebody(token: Token) -> bool:
    """Whether an article and a person stand behind a phrase behind a word (« souffle au téléphone un médecin »)."""
    lexical = lexicon(token.parse.lang)
    for each in token.parse.tokens[token.i + 2 : min(token.i + _FEW, token.sentence.end)]:
        if each.pos in ("PUNCT", "VERB", "AUX", "SCONJ"):
            return False
        if each.pos == "NOUN" and lexical.is_(each, Use.PERSON):
            return each.parse.tokens[each.i - 1].lower in bounds(token.parse.lang).new
    return False


def _cue(token: Token, verbs: tuple[Verb, ...]) -> Cue | None:
    if not verbs:
        return None
    reflexive = token.parse.lang == "fr" and _reflexive(token)
    for verb in verbs:
        tokens = _follow(token, verb.rest)
        if tokens is not None and verb.reflexive == reflexive:
            main = next((each for each in tokens if each.head not in tokens), token)
            return Cue(verb, tokens, with_form(tokens), main)
    return None


def what_before(verb: Token) -> Token | None:
    """The « ce » of « …, ce que Rome a démenti », or the "which" of "…, which Rome denied", before a verb near by."""
    tokens, start = verb.parse.tokens, verb.sentence.start
    parted = verb.i > start and tokens[verb.i - 1].text == ","
    if parted and verb.parse.lang == "en":
        return None
    charges = bounds(verb.parse.lang).charges
    for i in range(verb.i - 1, max(verb.i - _WHAT, start), -1):
        if parted and is_finite(tokens[i]):  # « ce que j'ai de plus cher, explique-t-elle »
            return None
        which = tokens[i].lower == "which" and tokens[i - 1].text == ","
        if which or (tokens[i].lower == "ce" and tokens[i + 1].lower in ("que", "qu'")):
            return tokens[i]
        if tokens[i].lower in charges and "," in (tokens[i - 1].text, tokens[max(i - 2, start)].text):
            return tokens[i]
        if tokens[i].text in (";", ":", "."):
            return None
    return None


def leading(cue: Cue) -> Token | None:
    """The first word of the finite verb over an infinitive of saying (« s'est borné à répondre », "went on to say");
    None for any other form."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    if not cue.first.is_("VerbForm", "Inf") and tokens[cue.first.i - 1].lower != "to":
        return None
    i, words = cue.first.i - 1, lexicon(cue.main.parse.lang)
    while i > start and tokens[i].lower in ("de", "d'", "à", "to"):
        i -= 1
    if not words.is_(tokens[i], Use.LEADS_TO_SAYING) or tokens[i].pos not in ("VERB", "AUX", "ADJ"):
        return None
    group = [each for each in tokens[max(i - 3, start) : i + 1] if each.pos in ("AUX", "PRON", "VERB", "ADV")]
    if not any(is_finite(each) for each in group):
        return None
    first = i
    clitics = bounds(cue.main.parse.lang).clitics
    while first > start and (tokens[first - 1].pos == "AUX" or tokens[first - 1].lower in clitics):
        first -= 1
    return tokens[first]


def narrates(cue: Cue) -> bool:
    """Whether an infinitive goes on with what somebody says (« Et d'ajouter : « … » »)."""
    tokens, i = cue.main.parse.tokens, cue.first.i
    if not cue.first.is_("VerbForm", "Inf") or i - 2 < cue.main.sentence.start:
        return False
    return tokens[i - 1].lower in ("de", "d'") and tokens[i - 2].lower == "et"


def _reflexive(token: Token) -> bool:
    if is_reflexive(token):
        return True
    before = token.sentence.tokens[max(token.i - token.sentence.start - 3, 0) : token.i - token.sentence.start]
    return any(each.lower in ("se", "s'") and each.head is token and each.base != "iobj" for each in before)


def _follow(token: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    found = [token]
    end = token.sentence.end
    for word in rest:
        after = token.parse.tokens[found[-1].i + 1 : min(found[-1].i + 1 + GAP, end)]
        hit = next((each for each in after if word in (each.lemma.lower(), each.lower)), None)
        if hit is None or any(each.pos == "PUNCT" for each in token.parse.tokens[found[-1].i + 1 : hit.i]):
            return None
        found.append(hit)
    return tuple(found)
