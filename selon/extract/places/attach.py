"""How a place belongs to an event: as the place of its clause, as what the deed is done to, or not at all."""

from collections.abc import Sequence
from enum import IntEnum

from selon.extract.places.context import Context, context_of
from selon.extract.places.spot import Spot
from selon.extract.places.words import Words, words_of
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.clause import arguments, clause_words, is_verb, preposition, supporting_verb
from selon.parse.tree import Token

_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "root", "xcomp")
_BESIDE = 14  # tokens from a trigger to a place behind it in the same clause, whatever the tree says


class Attachment(IntEnum):
    """The tie of a place to an event, the closer the higher."""

    NONE = 0
    FRONTED = 1
    PATIENT = 2
    CLAUSE = 3
    OWN = 4


def attachment(head: Token, spot: Spot, place: Place) -> Attachment:
    """How the place belongs to the event anchored on `head`."""
    words = words_of(spot.parse.lang)
    if spot.parse.lang == "en" and spot.after is not None and spot.after.lower in ("'s", "'"):
        return Attachment.NONE
    context = context_of(spot)
    top = _top(spot, context, words)
    if _is_patient(head, top, words):
        return Attachment.PATIENT
    if _is_of_trigger(head, spot, context, place, words):
        return Attachment.OWN
    if not _is_locative(spot, place, context, top, words):
        return Attachment.NONE
    if top.first("cop") is not None and head is not top and top in head.ancestors():
        return Attachment.CLAUSE  # « c'est à Lausanne que … »
    return _by_tree(head, top, words) or _fronted(head, top) or _beside(head, spot, top)


def _top(spot: Spot, context: Context, words: Words) -> Token:
    """The head of the whole phrase: « ville » of « la ville de Homs », else the name's own."""
    noun = context.noun
    if noun is not None and _is_place_noun(noun, words):
        return noun
    return spot.head


def _is_place_noun(noun: Token, words: Words) -> bool:
    names = ("city_nouns", "region_nouns", "directions", "border", "grounds", "buildings")
    return any(words.is_(noun, name) for name in names) and not words.is_(noun, "persons")


def _is_locative(spot: Spot, place: Place, context: Context, top: Token, words: Words) -> bool:
    """Whether the phrase says where, and not whence or whose."""
    said = context.preposition
    if context.of and context.noun is not None and not _is_place_noun(context.noun, words):
        return False
    governor = top.head
    if words.has("origin", said) or (context.of and not said and words.is_(governor, "away")):
        return False
    if words.has("against", said):
        return place.precision is not Precision.COUNTRY and any(words.is_(each, "strikes") for each in top.ancestors())
    if words.has("within", said):
        return not (words.has("weak_locative", said) and words.is_(governor, "address"))
    going = governor is not None and any(words.is_(each, "towards") for each in (governor, *governor.children))
    return words.has("locative", said) and going


def _is_patient(head: Token, top: Token, words: Words) -> bool:
    """Whether the place is what the deed is done to, or whose people it is done to: « bombarder Alep », « Kiev a été
    frappée », "visited Syria", « ont exécuté quatre habitants de Mayadine »."""
    if not is_verb(head):
        return False
    objects = arguments(head).objects
    if words.is_(head, "undergo") and top in objects:
        return True
    hurt = any(words.is_(head, name) for name in ("undergo", "strikes", "scene"))
    return hurt and any(words.is_(each, "residents") and top in each.subtree() for each in objects)


def _is_of_trigger(head: Token, spot: Spot, context: Context, place: Place, words: Words) -> bool:
    """« l'attaque de Bamako », "the battle of Aleppo": the event's noun, its place behind « de »."""
    noun = context.noun
    if not context.of or noun is None or not words.is_(noun, "happenings"):
        return False
    if noun is not head and (words.has("origin", context.preposition) or words.is_(noun.head, "away")):
        return False  # « réfugié à Niamey depuis la chute de Tripoli »
    exact = place.precision in (Precision.CITY, Precision.SITE, Precision.REGION, Precision.NONE)
    return exact and (noun is head or (head in noun.ancestors() and noun.base in ("obj", "obl", "nsubj")))


def _by_tree(head: Token, top: Token, words: Words) -> Attachment:
    """The tie that the tree gives: the place in the trigger's own clause, through no actor."""
    group = _group(head, words)
    if _is_beyond_verb(head, top, group) or _is_posted(top, words) or _is_of_object(head, top, words):
        return Attachment.NONE
    token: Token | None = top
    for _ in range(len(top.sentence.tokens)):
        governor = token.head if token is not None else None
        if token is None or governor is None:
            return Attachment.NONE
        if governor in group:
            return Attachment.OWN if governor is head else Attachment.CLAUSE
        if _closes(token, governor, head, words):
            return Attachment.NONE
        token = governor
    return Attachment.NONE


def _is_beyond_verb(head: Token, top: Token, group: Sequence[Token]) -> bool:
    """Whether a finite verb or an infinitive stands between trigger and place, which is then that verb's.

    The verb that carries the deed (« des heurts ont éclaté à … ») has its places for the deed.
    """
    own = {each.i for token in group for each in (token, *token.all("aux"))}
    return any(_opens_clause(token) for token in head.parse.tokens[head.i + 1 : top.i] if token.i not in own)


def _opens_clause(token: Token) -> bool:
    """Whether the token is a finite verb or an infinitive; « frappe » is a noun here, whatever the tagger says."""
    words = words_of(token.parse.lang)
    if token.is_("VerbForm", "Part") and not token.is_("Tense", "Past") and words.is_(token, "leads"):
        return True  # « le pont menant à Djerba »
    verbal = token.pos in ("VERB", "AUX") and token.morph.get("VerbForm") in ("Inf", "Fin")
    return verbal and not _is_place_noun(token, words) and not words.has("happenings", token.lower)


def _is_posted(top: Token, words: Words) -> bool:
    """Whether the place is the post of a diplomat right before it (« son chargé d'affaires à Kigali »)."""
    if top.base == "conj" and top.head is not None and top.head.i < top.i:
        top = top.head  # « ses ambassadeurs à Washington et à Canberra »
    first = top.subtree()[0].i
    before = top.parse.tokens[max(first - 4, top.sentence.start) : first]
    return any(words.is_(token, "posted") for token in before) and not any(token.text == "," for token in before)


def _is_of_object(head: Token, top: Token, words: Words) -> bool:
    """Whether the place stands behind a deed that the trigger only speaks of (« condamner les frappes en Irak »)."""
    if not is_verb(head) or _tells(head, words) or words.is_(head, "strikes") or words.is_(head, "undergo"):
        return False
    return any(child.i < top.i and words.is_(child, "happenings") for child in head.all("obj"))


def _tells(head: Token, words: Words) -> bool:
    """Whether a verb lends its clause to a deed told by a noun, or tells the toll of one."""
    clause = clause_words(head.parse.lang)
    return words.is_(head, "scene") or head.lemma.lower() in (*clause.light, *clause.occur)


def _group(head: Token, place_words: Words) -> list[Token]:
    """The tokens whose places are the event's: the trigger, the verb that carries it, a participle told of it, the
    happening in which it is done (« tués dans une attaque à … »)."""
    words = clause_words(head.parse.lang)
    found = [head]
    for child in head.children if _tells(head, place_words) else ():
        if child.base in ("obj", "obl", "nmod", "nsubj") and place_words.is_(child, "happenings"):
            found.append(child)
    carrier = supporting_verb(head)
    if carrier is not None:
        found.append(carrier)
    for child in [child for each in found for child in each.children]:
        plain = child.rel == "acl" and child.morph.get("VerbForm") == "Part"
        relative = child.rel == "acl:relcl" and child.lemma.lower() in (*words.occur, *words.light)
        if plain or relative:
            found.append(child)
    return found


def _closes(token: Token, governor: Token, head: Token, words: Words) -> bool:
    """Whether a step up the tree leaves what may still be the event's place: a clause, or an actor's own phrase."""
    if is_verb(token) or token.base in _CLAUSES:
        return True
    if governor.pos not in ("NOUN", "PROPN") or preposition(governor) in clause_words(head.parse.lang).agent:
        return False
    if token.pos == "ADV" and governor.base == "obj":  # « ont tué trois soldats près de Kidal »
        return False
    return governor is not head and (words.is_(governor, "persons") or governor.base == "nsubj")


def _fronted(head: Token, top: Token) -> Attachment:
    """The tie of « À Damas, … » to the deeds of its sentence that nobody is only said to have done."""
    sentence = head.sentence
    first = top.subtree()[0].i
    if (
        first - sentence.start > 1
        or head.i < top.i
        or not (is_verb(head) or supporting_verb(head) or head.head is None)
    ):
        return Attachment.NONE
    if not any(token.text == "," for token in sentence.tokens[: head.i - sentence.start]):
        return Attachment.NONE
    for token in (head, *head.ancestors()):
        if token.base in ("ccomp", "acl", "advcl", "csubj"):
            return Attachment.NONE
    return Attachment.FRONTED


def _beside(head: Token, spot: Spot, top: Token) -> Attachment:
    """The tie of a place behind the trigger in the same clause, or behind the attack that the toll is of."""
    words = words_of(head.parse.lang)
    tokens = head.parse.tokens
    anchors = [head]
    if _tells(head, words):
        anchors.extend(token for token in tokens[head.i + 1 : spot.start] if words.is_(token, "happenings"))
    first = min(spot.start, top.i)
    if _is_posted(top, words):
        return Attachment.NONE
    group = _group(head, words)
    if any(_is_right_behind(anchor, first, words) and not _is_beyond_verb(head, anchor, group) for anchor in anchors):
        return Attachment.CLAUSE
    return Attachment.NONE


def _is_right_behind(anchor: Token, first: int, words: Words) -> bool:
    """Whether nothing but its own phrase stands between the anchor and token `first`: no clause, no actor's phrase."""
    if not anchor.i < first <= anchor.i + _BESIDE:
        return False
    between = anchor.parse.tokens[anchor.i + 1 : first]
    if any(
        token.text in (",", ";", ":", "(") or token.pos == "SCONJ" or token.is_("PronType", "Rel") for token in between
    ):
        return False
    if any(_opens_clause(token) or words.is_(token, "happenings") for token in between):
        return False
    if any(_is_asking(token, words) for token in between):
        return False
    if any(token.pos == "VERB" and words.is_(token, "towards") for token in between):
        return False
    agent = any(token.lower in clause_words(anchor.parse.lang).agent for token in between)
    return agent or not any(words.is_(token, "persons") for token in between[-4:])


def _is_asking(token: Token, words: Words) -> bool:
    """Whether a participle opens what is only asked for: « des slogans demandant un cessez-le-feu à … »."""
    return token.is_("VerbForm", "Part") and not token.is_("Tense", "Past") and words.is_(token, "asks")
