"""How a text presents what a word tells: the word's own clause first, then its governors one by one.

A walk up the tree. Each step asks what the clause itself says (negation, tense, modal, adverb) and what the governor
does to what it governs (« refuser de », « prévoir », « si », « sans »). It ends where a clause stands on its own.
"""

from dataclasses import dataclass

from selon.extract.factuality.clause import adverb, negative_mark, own_mode, purpose_or_condition
from selon.extract.factuality.negation import is_litotes, is_negated
from selon.extract.factuality.words import ModalWords, Over, lexicon
from selon.model.ontology import Factuality
from selon.parse.clause import clause_words, is_passive, is_verb, preposition, supporting_verb
from selon.parse.tense import finite, is_past
from selon.parse.tree import Parse, Token

_RANK = (
    Factuality.CONDITIONAL,
    Factuality.HYPOTHETICAL,
    Factuality.FUTURE,
    Factuality.POSSIBLE,
    Factuality.ASSERTED,
)
_STEPS = 12


@dataclass(slots=True)
class _State:
    """What is known so far: the mode, and whether it took place in that mode."""

    mode: Factuality = Factuality.ASSERTED
    negated: bool = False
    denied: bool = False

    def add(self, value: Factuality, *, again: bool = True) -> None:
        """Takes a value in; a second negation undoes the first, but for one that only goes with it (`again` false)."""
        if value is Factuality.NEGATED:
            self.negated = not (self.negated and again)
        elif value is Factuality.DENIED:
            self.denied = True
        elif _RANK.index(value) < _RANK.index(self.mode):
            self.mode = value

    def result(self) -> Factuality:
        if self.mode in (Factuality.CONDITIONAL, Factuality.HYPOTHETICAL):
            return self.mode
        if self.denied:
            return Factuality.DENIED
        return Factuality.NEGATED if self.negated else self.mode


def judge(parse: Parse, token: Token) -> Factuality:
    """The factuality of what a trigger tells. Hearsay and what somebody asserts are `asserted`.

    `token` is a verb, a noun or an adjective of `parse`.
    """
    if token.parse is not parse:
        raise ValueError(f"{token!r} is not a token of this parse")
    state = _State()
    own = True
    at: Token | None = token
    for _ in range(_STEPS):
        if at is None:
            break
        if own:
            _own(at, state)
        at, own = _up(at, state, trigger=token)
    return state.result()


def _own(token: Token, state: _State) -> None:
    """What the token's own clause or noun phrase says."""
    if is_negated(token) and not is_litotes(token):
        state.add(Factuality.NEGATED, again=False)
    for value in (own_mode(token, state.negated), adverb(token)):
        if value is Factuality.NEGATED:
            state.negated = True
        elif value is not None:
            state.add(value)
    for child in token.children:
        if not is_verb(token) and child.base in ("amod", "acl", "nmod", "compound", "advmod"):
            entry = lexicon(token.parse.lang).entry(child.lemma.lower(), Over.MODIFIED, is_negated(child)) or lexicon(
                token.parse.lang
            ).entry(child.lower, Over.MODIFIED, is_negated(child))
            if entry is not None and child.rel != "acl:relcl" and _participle_or_adjective(child):
                state.add(entry.value(is_negated(child)))


def _participle_or_adjective(child: Token) -> bool:
    return (
        child.pos == "ADJ" or (child.is_("VerbForm", "Part") and not child.is_("Tense", "Pres")) or child.pos == "ADV"
    )


def _up(token: Token, state: _State, trigger: Token) -> tuple[Token | None, bool]:
    """One step: what the governor does to the token; then the governor to go on with, or None, and whether its own
    clause counts."""
    head = token.head
    if head is None:
        return None, False
    if token.base == "conj":
        return head, not _stands_alone(token)
    entry, governor = _governing(token, head, trigger)
    if token.base in ("aux", "cop", "fixed", "flat", "appos") or (token.base == "compound" and entry is None):
        return head, token.base != "appos"
    value = _from_before(token, entry)
    if value is not None:
        state.add(value)
        return None, False
    if entry is not None:
        value = entry.value(is_negated(governor), _is_perfect(governor))
        if value is entry.done_as and entry.done_passive_as is not None and token.first("aux:pass") is not None:
            value = entry.done_passive_as
        if entry.told_as is not None and value is entry.gives and _tells_past(token):
            value = entry.told_as
        state.add(value)
        done = value not in (Factuality.NEGATED, Factuality.ASSERTED)
        return (None, False) if done else _beyond(governor)
    return _plain(token, head, state)


def _from_before(token: Token, entry: ModalWords | None) -> Factuality | None:
    """What a conjunction or preposition says; the « to » and « à » of a governor that the lexicon knows are no
    purpose."""
    value = purpose_or_condition(token) or negative_mark(token)
    if value is Factuality.HYPOTHETICAL and entry is not None and token.base != "advcl":
        return None
    return value


def _is_perfect(governor: Token) -> bool:
    """Whether a verb stands in the perfect (« a dû », "has had to")."""
    perfect = governor.is_("VerbForm", "Part") and not governor.is_("Tense", "Pres")
    return perfect and any(each.lemma in ("avoir", "have") for each in governor.all("aux"))


def _tells_past(token: Token) -> bool:
    """Whether a clause tells as done what its governor may also only want ("suggested that rebels had fired")."""
    form = finite(token)
    return (
        token.base in ("ccomp", "acl", "csubj") and form is not None and not form.is_("Mood", "Sub") and is_past(token)
    )


def _beyond(head: Token) -> tuple[Token | None, bool]:
    """Past a governor whose negation is used up: its tense no longer counts, its own governors do."""
    return head, False


def _stands_alone(token: Token) -> bool:
    """Whether a coordinated predicate has a form of its own, and so its own tense and negation."""
    if not is_verb(token) and token.first("cop", "aux") is None:
        return False
    return token.is_("VerbForm", "Fin") or any(child.is_("VerbForm", "Fin") for child in token.all("aux", "cop"))


def _governing(token: Token, head: Token, trigger: Token) -> tuple[ModalWords | None, Token]:
    """The entry of the governor for the place where the token stands, and the governor: the head, or over an infinitive
    that a tree hangs on the object the verb of that object (« a empêché la foule d'entrer »)."""
    entry = _entry(head, _places(token, head), token, trigger)
    above = head.head
    loose = token.base == "acl" and token.is_("VerbForm", "Inf") and above is not None and is_verb(above)
    if entry is None and loose and above is not None and head.base in ("obj", "obl", "iobj"):
        return _entry(above, [Over.INFINITIVE], token, trigger), above
    return entry, head


def _entry(head: Token, places: list[Over], token: Token, trigger: Token) -> ModalWords | None:
    words = lexicon(token.parse.lang)
    negated = is_negated(head)
    for over in places:
        for lemma in (head.lemma.lower(), head.lower):
            entry = words.entry(lemma, over, negated)
            if (
                entry is None
                or not _has_particle(entry, lemma, head)
                or (entry.ends and not _ends(entry, token, trigger))
            ):
                continue
            if entry.under and not any(above.lemma.lower() in entry.under for above in [*head.ancestors()][:2]):
                continue
            return entry
    return None


def _has_particle(entry: ModalWords, lemma: str, head: Token) -> bool:
    wanted = entry.particles(lemma)
    behind = head.parse.tokens[head.i + 1 : min(head.i + 4, head.sentence.end)]
    return not wanted or any(token.lower in wanted for token in behind)


def _ends(entry: ModalWords, token: Token, trigger: Token) -> bool:
    return any(word in entry.ends for each in (token, trigger) for word in (each.lemma.lower(), each.lower))


def _places(token: Token, head: Token) -> list[Over]:
    """Where the token stands under its governor, as the lexicon names it."""
    if is_verb(token) or token.first("cop") is not None:
        if (
            token.is_("VerbForm", "Inf")
            or any(child.is_("VerbForm", "Inf") for child in token.all("aux", "cop"))
            or _has_to(token)
        ):
            return [Over.INFINITIVE] if token.base in ("xcomp", "ccomp", "csubj", "acl", "advcl", "obl", "nmod") else []
        if token.is_("VerbForm", "Ger") or (token.is_("VerbForm", "Part") and token.is_("Tense", "Pres")):
            if token.base == "advcl" and (token.parse.lang == "fr" or token.i < head.i):
                return []  # « en imposant des sanctions, Washington a décidé de … »: how it is done
            led = [Over.ABOUT] if token.first("mark", "case") is not None else []
            return [Over.GERUND, *led] if token.base in ("xcomp", "ccomp", "acl", "advcl", "obl", "nmod") else []
        return (
            [Over.CLAUSE]
            if token.base in ("ccomp", "csubj")
            or (token.base == "acl" and token.rel != "acl:relcl" and _has_that(token))
            or (token.base == "acl" and _by_which(token))
            else []
        )
    if token.base in ("ccomp", "csubj") and _has_that(token):
        return [Over.CLAUSE, Over.OBJECT]
    if token.base == "obj" or token.rel == "nsubj:pass" or (token.base == "nsubj" and is_passive(head)):
        return [Over.OBJECT]
    if token.base == "nsubj":
        return [Over.SUBJECT]
    if token.base in ("obl", "nmod", "iobj") and preposition(token):
        return [Over.ABOUT] if not _is_agent(token) else []
    if token.base in ("nmod", "amod", "compound"):
        return [Over.ABOUT] if not is_verb(head) else []
    return []


def _by_which(token: Token) -> bool:
    """« selon laquelle … »: a relative clause that says what the noun before it says."""
    return any(each.lower in ("laquelle", "lesquelles", "lequel", "lesquels") for each in token.subtree()[:3])


def _is_agent(token: Token) -> bool:
    return token.rel == "obl:agent" or preposition(token) in clause_words(token.parse.lang).agent


def _has_to(token: Token) -> bool:
    return token.parse.lang == "en" and any(mark.lower == "to" for mark in token.all("mark"))


def _has_that(token: Token) -> bool:
    return any(mark.lower in ("que", "qu'", "that") for mark in token.all("mark"))


def _is_one_of_many(noun: Token) -> bool:
    """Whether an infinitive tells what the first, the last, the only one did ("the latest country to expel envoys")."""
    ranked = ("first", "last", "latest", "only", "second", "third", "premier", "dernier", "seul", "deuxième", "énième")
    return any(child.lemma.lower() in ranked or child.lower in ranked for child in noun.children)


def _plain(token: Token, head: Token, state: _State) -> tuple[Token | None, bool]:
    """A governor that the lexicon does not know: infinitives and nouns of light verbs share its clause, the rest
    stops."""
    if not (is_verb(token) or token.first("cop") is not None):
        support = supporting_verb(token)
        return (support, True) if support is not None else (None, False)
    if _stands_alone(token):
        return None, False
    infinitive = Over.INFINITIVE in _places(token, head)
    if infinitive and token.base == "acl":
        perfect = any(child.lemma in ("avoir", "être", "have") for child in token.all("aux"))
        if not perfect and not _is_one_of_many(head):
            state.add(Factuality.HYPOTHETICAL)
        return None, False
    if infinitive and token.base in ("xcomp", "ccomp", "csubj"):
        return head, True
    if token.base == "xcomp":
        return head, True
    if (
        token.base == "advcl"
        and not token.is_("VerbForm", "Fin")
        and not any(child.is_("VerbForm", "Fin") for child in token.all("aux"))
    ):
        mode = own_mode(head, False)
        if mode in (Factuality.FUTURE, Factuality.HYPOTHETICAL, Factuality.CONDITIONAL):
            state.add(mode)
        return None, False
    return None, False
