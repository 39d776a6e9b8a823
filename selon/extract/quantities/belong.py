"""Which counts belong to an event, and what they count there."""

from collections.abc import Mapping

from selon.extract.quantities.clauses import CASUALTIES, STEPS, in_clause, verb_behind
from selon.extract.quantities.words import QuantityWords
from selon.model.ontology import EventType, QuantityOf
from selon.parse.clause import chain_up, is_verb
from selon.parse.tree import Token

_T = EventType
_FORCE = frozenset((_T.ASSAULT, _T.COERCE, _T.PROTEST))
_MOVES = frozenset((_T.MOBILIZE, _T.RETREAT, _T.AID, _T.COOPERATE, _T.ASSAULT, _T.COERCE, _T.AGREE, _T.THREATEN))
# The types of event to which what is counted can belong; money to any.
_OF: Mapping[QuantityOf, frozenset[EventType]] = {
    QuantityOf.KILLED: _FORCE,
    QuantityOf.WOUNDED: _FORCE,
    QuantityOf.MISSING: _FORCE,
    QuantityOf.ARRESTED: frozenset((_T.ASSAULT, _T.COERCE, _T.SANCTION)),
    QuantityOf.DISPLACED: _FORCE | {_T.RETREAT},
    QuantityOf.RELEASED: frozenset((_T.RETREAT, _T.AID, _T.AGREE, _T.CONCEDE, _T.COOPERATE)),
    QuantityOf.KIDNAPPED: _FORCE,
    QuantityOf.PARTICIPANTS: frozenset((_T.PROTEST,)),
    QuantityOf.TROOPS: _MOVES,
    QuantityOf.VEHICLES: _MOVES,
    QuantityOf.WEAPONS: _MOVES,
    QuantityOf.DESTROYED: _FORCE,
    QuantityOf.EXPELLED: frozenset((_T.COERCE, _T.SANCTION, _T.REJECT)),
    QuantityOf.SENTENCED: frozenset((_T.COERCE, _T.SANCTION)),
}


def suits(what: QuantityOf, type_: EventType) -> bool:
    """Whether such a number can belong to an event of this type: nobody is killed in a talk."""
    return type_ in _OF.get(what, (type_,))


def belongs(noun: Token, what: QuantityOf, head: Token, words: QuantityWords) -> bool:
    """Whether a counted noun is an argument of the event, or of the verb that carries a nominal event."""
    carriers = _carriers(head, what, words)
    verb = verb_behind(noun, words)
    own = words.verbs.get(words.lemma(head))
    if verb is not None and verb is not head and (what not in CASUALTIES or own is what):
        return verb in carriers
    if _is_of_other_deed(noun, head, words) or _is_object_before(noun, what, head):
        return False
    if what in CASUALTIES and _is_in_relative(noun, head, words):
        return True
    later = head.base == "conj" or (verb is not None and verb.i < head.i)
    if later and own in CASUALTIES and what in CASUALTIES and own is not what:
        return False
    for token in list(chain_up(noun))[:STEPS]:
        if token is head or token in carriers:
            return True
        if _ends_clause(token, head, what, words):
            break
    return in_clause(noun, head)


def _is_of_other_deed(noun: Token, head: Token, words: QuantityWords) -> bool:
    """Whether the counted are the object of a deed of its own beside the event: "stormed the building, killed two and
    led their chief away"; not where it tells the event's outcome ("attacked a village, killing two")."""
    deed = next((each for each in chain_up(noun) if is_verb(each) and each is not noun), None)
    if deed is None or deed is head or not is_verb(head) or words.lemma(deed) not in words.verbs:
        return False
    own = deed.base == "conj" and deed.is_("VerbForm", "Fin") and deed.head is head
    return own or (head.base == "conj" and head.head in (deed, deed.head))


def _is_object_before(noun: Token, what: QuantityOf, head: Token) -> bool:
    """Whether the counted are what another verb has done before a clause in which the event stands ("sent home twenty
    diplomats after Rome expelled ten"); the dead may be those of the clause."""
    verb = noun.head
    apart = verb is not None and is_verb(verb) and verb is head.head and noun.base == "obj" and noun.i < head.i
    return apart and head.base == "advcl" and what not in CASUALTIES


def _is_in_relative(noun: Token, head: Token, words: QuantityWords) -> bool:
    """Whether the counted stand in a relative clause that tells the toll of a deed told by a noun before, whatever the
    tree hangs the clause on: « l'attentat d'Arlit, dans le nord du Niger, qui a fait vingt morts », "the attack on the
    school, in which ten pupils died"; not what others in the phrase did: « l'attaque de rebelles qui ont tué … »."""
    if is_verb(head) or not head.i < noun.i:
        return False
    clause = next((each for each in chain_up(noun) if is_verb(each) and each is not noun), None)
    tokens = head.parse.tokens
    between = tokens[head.i + 1 : noun.i]
    opens = [each for each in between if each.is_("PronType", "Rel") or each.lower in words.relative]
    if clause is None or not opens or opens[0].i > clause.i:
        return False
    if any(is_verb(each) and each.is_("VerbForm", "Fin") for each in tokens[head.i + 1 : opens[0].i]):
        return False
    return opens[0].lower in words.where or words.lemma(clause) not in words.verbs


def _carriers(head: Token, what: QuantityOf, words: QuantityWords) -> list[Token]:
    """The verb that a nominal event is told with; for the dead and wounded also one that it is the circumstance of.

    « une attaque a fait dix morts », « dix soldats ont été tués dans une attaque ».
    """
    if head.head is None or head.base not in ("nsubj", "obj", "obl", "nmod", "conj") or is_verb(head):
        return []
    found = [head.head] if head.base in ("nsubj", "obj", "obl") else []
    for token in list(head.ancestors())[:4] if what in CASUALTIES else ():
        lemma = words.lemma(token)
        if lemma in words.doing or lemma in words.verbs:
            return [*found, token]
        if is_verb(token):
            break
    return found


def _ends_clause(token: Token, head: Token, what: QuantityOf, words: QuantityWords) -> bool:
    """Whether a token heads a clause of its own, in which others than the event are told.

    « dix personnes ont été tuées et vingt blessées »: the wounded belong to the same event, but more killed would not.
    """
    if token.base in ("ccomp", "csubj", "parataxis", "root"):
        return True
    if token.base == "acl":
        return token.head is not head
    if token.base == "conj" and is_verb(token):
        lemma = words.lemma(head)
        same = words.verbs.get(lemma, words.doing.get(lemma, what)) is what
        return token.first("nsubj") is not None and (what not in CASUALTIES or same)
    finite = token.first("aux") is not None or token.morph.get("VerbForm") not in ("Part", "Ger", None)
    return token.base == "advcl" and finite
