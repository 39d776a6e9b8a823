"""Mentions by a noun: « le porte-parole de l'armée », « des manifestants thaïlandais », « le Front uni (FUR) »."""

from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.chosen import choose_noun, complement
from selon.extract.actors.countries import countries_of, only_own
from selon.extract.actors.names import Body, is_demonym
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.sectors import sectors_of
from selon.extract.actors.shape import definite, shaped, unit_span, unit_tokens
from selon.extract.actors.unit import Sort as UnitSort
from selon.extract.actors.words import Noun, Takes, Trait, lexicon
from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.model.span import Span
from selon.parse.tree import Token

# « tenu pour responsable », « nommé comme ministre »: an attribute.
_AS = ("pour", "comme", "as")
_ARMED = frozenset({Sector.MIL, Sector.REB})
_FORCEFUL = frozenset({Sector.MIL, Sector.REB, Sector.COP, Sector.CRM, Sector.UAF, Sector.GOV})
# English bodies that act without an article ("police said", "parliament voted").
_BARE = ((Sector.COP,), (Sector.LEG,))
# Who was one of these is no former elite (« un ex-rebelle », « l'ancien détenu »).
_NO_ELITE = ((), *((each,) for each in (Sector.REB, Sector.UAF, Sector.CRM, Sector.CVL, Sector.REF, Sector.LAB)))
# Letters by which « Affaires étrangères » and « affaires étrangères », "defence" and "defense" are compared.
_STEM = 5


def nominal(phrase: Phrase) -> Candidate | None:
    """The mention that a phrase with an actor noun is; None where the noun names no actor there."""
    noun = choose_noun(phrase)
    if noun is None:
        never = phrase.noun is not None and phrase.noun.has(Trait.NEVER)
        return None if never else _again(phrase)
    if not _stands(phrase, noun) or _thing(phrase):
        return None
    sort = Sort.COUNTRY_WORD if noun.has(Trait.COUNTRY_WORD) else Sort.NOMINAL
    candidate = shaped(phrase, sort, MentionForm.NOMINAL, unit_tokens(phrase))
    candidate.noun = noun
    candidate.kind = _kind(noun, candidate)
    candidate.sectors = sectors_of(phrase, noun)
    candidate.countries = only_own(phrase, candidate.sectors, countries_of(phrase, noun))
    candidate.domain = _domain(phrase, noun)
    if noun.id == "official" and _of_deed(phrase):
        candidate.sectors = ()
    candidate.unit = tuple(token.lower for token in phrase.parse.tokens[phrase.unit.start : phrase.unit.end])
    candidate.whole = noun.takes is Takes.WHOLE or _by_its_name(phrase, noun)
    if noun.person:
        _person(candidate, phrase)
    elif phrase.name is not None or phrase.alias is not None or _capital(phrase):
        _body(candidate, phrase, noun)
    return candidate


def _inside_compound(phrase: Phrase) -> bool:
    """English: a noun before another that names no actor ("the rebel claim", "King Khalid airport")."""
    head, governor = phrase.head, phrase.head.head
    following = phrase.following
    if not phrase.french and phrase.name is not None and following is not None and following.pos in ("NOUN", "PROPN"):
        return lexicon(phrase.parse.lang).is_(following, "site")
    if (
        phrase.french
        or head.base != "compound"
        or governor is None
        or (phrase.name is not None and not lexicon(phrase.parse.lang).is_(governor, "site"))
        or phrase.inside is not None
    ):
        return False
    if _does(phrase, governor):
        return False
    argued = governor.base in ("nsubj", "obj", "obl", "nmod")
    return argued and (governor.pos == "NOUN" or phrase.name is not None) and 0 <= governor.i - phrase.end <= 1


def _does(phrase: Phrase, deed: Token) -> bool:
    """Whether who bears arms stands before a deed of theirs: "a rebel attack", "army shelling", "gang violence"."""
    armed = phrase.noun is not None and not _FORCEFUL.isdisjoint(phrase.noun.sectors[:1])
    return armed and lexicon(phrase.parse.lang).is_(deed, "deeds") and deed.i == phrase.end


def _by_its_name(phrase: Phrase, noun: Noun) -> bool:
    """« la rébellion du M23 »: a group's name behind what it is."""
    inner = complement(phrase)
    armed = noun.kind is ActorKind.ARMED_GROUP and inner is not None
    return armed and inner is not None and inner.unit.sort is UnitSort.BODY and inner.unit.kind is ActorKind.ARMED_GROUP


def _again(phrase: Phrase) -> Candidate | None:
    """« le groupe », « l'organisation »: an actor only if a body told of before can be meant."""
    pointing = definite(phrase) in (Definite.DEFINITE, Definite.DEMONSTRATIVE)
    said = (*phrase.adjectives, *phrase.before)
    regional = all(is_demonym(phrase.parse, token.i, phrase.end) > token.i for token in said)
    told = phrase.demonyms or phrase.modifiers or phrase.name is not None or phrase.alias is not None
    if not pointing or told or not regional or phrase.complements:
        return None
    if phrase.plural and phrase.count is None:
        return None
    candidate = shaped(phrase, Sort.AGAIN, MentionForm.NOMINAL, unit_tokens(phrase))
    candidate.noun = phrase.noun
    return candidate


def _stands(phrase: Phrase, noun: Noun) -> bool:
    """Whether the noun names an actor: not as an attribute, nor bare (« par radio »), nor in « l'état de siège »."""
    if phrase.head.first("cop") is not None and not phrase.demonyms and phrase.name is None:
        return False
    if noun.has(Trait.COUNTRY_WORD) and not _is_state(phrase):
        return False
    if noun.has(Trait.ACTING) and not _is_acting(phrase):
        return False
    before = phrase.preceding
    subject = phrase.head.base == "nsubj" and not phrase.french
    if definite(phrase) is Definite.BARE and before is not None and before.lower in _AS and not subject:
        return False
    if _inside_compound(phrase):
        return False
    if phrase.head.base == "compound" and phrase.head.head is not None and _does(phrase, phrase.head.head):
        return True
    if definite(phrase) is not Definite.BARE or phrase.told:
        return True
    if not phrase.plural and (not noun.person or noun.has(Trait.LOOSE)) and not _capital(phrase):
        if not phrase.french and noun.sectors[:1] in _BARE:
            return True
        return noun.has(Trait.SOURCE) or any(each.inner is not None for each in phrase.complements)
    return not noun.person or not phrase.french or _set_off(phrase)


def _is_acting(phrase: Phrase) -> bool:
    """« le pouvoir a interdit », « accuse le pouvoir »: who does or is told something; not « prendre le pouvoir »."""
    if phrase.demonyms:
        return True
    verb, words = phrase.head.head, lexicon(phrase.parse.lang)
    if definite(phrase) is not Definite.DEFINITE or verb is None or verb.pos != "VERB":
        return False
    if phrase.head.base in ("obj", "iobj", "obl") and words.is_(verb, "blames"):  # « accuse le pouvoir de fraude »
        return True
    does = phrase.head.base == "nsubj" or phrase.head.rel == "obl:agent"
    return does and not phrase.complements and verb.first("cop") is None


def _thing(phrase: Phrase) -> bool:
    """« la route Le Prince »: an article with a capital inside a sentence opens the name of a thing."""
    token = phrase.determiner
    if not phrase.french or token is None or not token.text[0].isupper() or token.i == token.sentence.start:
        return False
    return token.parse.tokens[token.i - 1].pos in ("NOUN", "PROPN", "ADJ")


def _of_deed(phrase: Phrase) -> bool:
    """« les responsables de l'attaque »: whoever did it holds no office by that."""
    words, tokens = lexicon(phrase.parse.lang), phrase.parse.tokens
    first = phrase.complements[0] if phrase.complements else None
    if first is None or first.inner is not None or first.preposition not in words.sets["of"]:
        return False
    return any(words.is_(token, "deeds") for token in tokens[first.tokens[0] : first.tokens[1]])


def _is_state(phrase: Phrase) -> bool:
    """« l'État », « le pays », « l'état libanais »; not « l'état de siège », « l'état des routes »."""
    if phrase.complements and phrase.complements[0].inner is None:
        return False
    if definite(phrase) is Definite.BARE and not phrase.told and not phrase.adjectives and not phrase.complements:
        return False
    return not phrase.parse.tokens[phrase.unit.start].text.startswith("é") or bool(phrase.demonyms)


def _set_off(phrase: Phrase) -> bool:
    """Whether a noun without article can stand so: plural or with a complement, after a comma, or first."""
    before = phrase.preceding
    if before is not None and before.pos in ("NOUN", "PROPN", "ADJ") and not phrase.complements:
        return False
    return phrase.plural or bool(phrase.complements) or before is None or before.pos in ("PUNCT", "CCONJ")


def _kind(noun: Noun, candidate: Candidate) -> ActorKind:
    if noun.kind is ActorKind.PERSON and candidate.plural:
        return ActorKind.PEOPLE if noun.sectors == (Sector.CVL,) else ActorKind.UNNAMED
    if noun.kind is ActorKind.PEOPLE and noun.person and not candidate.plural:
        return ActorKind.PERSON
    return noun.kind


def _capital(phrase: Phrase) -> bool:
    """Whether the noun is written as a proper name (« le Front patriotique »), not at the head of a sentence."""
    first = phrase.parse.tokens[phrase.unit.start]
    more = phrase.complements or phrase.adjectives or phrase.demonyms
    return first.text[0].isupper() and first.i > first.sentence.start and phrase.french and bool(more)


def _person(candidate: Candidate, phrase: Phrase) -> None:
    give_name(candidate, phrase)
    candidate.role = _role(phrase)
    if candidate.name:
        candidate.sort, candidate.kind = Sort.PERSON, ActorKind.PERSON
    if candidate.former and candidate.sectors[:1] not in _NO_ELITE:
        candidate.sectors = (Sector.ELI,)


def give_name(candidate: Candidate, phrase: Phrase) -> None:
    """Gives the candidate the name inside its phrase, if there is one."""
    if phrase.name is None:
        return
    tokens = phrase.parse.tokens[phrase.name.start : phrase.name.end]
    candidate.name = name_words(tokens)
    candidate.name_span = Span(tokens[0].start, tokens[-1].end)
    candidate.form = MentionForm.NAME
    candidate.plural = False
    candidate.key = phrase.name.key or " ".join(token.text for token in tokens)


def name_words(tokens: list[Token]) -> tuple[str, ...]:
    """The words of a name in lower case, without hyphens between tokens."""
    return tuple(token.lower for token in tokens if token.pos != "PUNCT" and token.text != "-")


def _body(candidate: Candidate, phrase: Phrase, noun: Noun) -> None:
    """A body by a name of its own: behind the noun, or the noun itself with a capital or an acronym."""
    if phrase.name is not None:
        give_name(candidate, phrase)
        candidate.name, candidate.sort = (), Sort.BODY
        if phrase.name.sort is UnitSort.BODY:
            candidate.countries = phrase.name.countries or candidate.countries
            candidate.kind, candidate.sectors = phrase.name.kind, phrase.name.sectors
        return
    if phrase.alias is None and noun.kind is not ActorKind.ORGANISATION:
        return
    listed = next((each for each in phrase.alias.bodies if _can_be(candidate, each)), None) if phrase.alias else None
    if listed is not None:
        candidate.countries = listed.countries or candidate.countries
        candidate.kind, candidate.sectors = listed.kind, listed.sectors
    candidate.name_span = unit_span(phrase, phrase.alias.start - 1 if phrase.alias is not None else phrase.end)
    candidate.key = candidate.name_span.cut(phrase.parse.text)
    if phrase.alias is not None or noun.has(Trait.NEEDS):
        candidate.sort, candidate.form = Sort.BODY, MentionForm.NAME


def _can_be(candidate: Candidate, body: Body) -> bool:
    """Whether a listed body of the acronym can be the one named before it: same country, a sector in common."""
    if candidate.countries and body.countries and candidate.countries != body.countries:
        return False
    mine, theirs = set(candidate.sectors), set(body.sectors)
    return not mine or bool(mine & theirs) or bool(mine & _ARMED and theirs & _ARMED)


def _domain(phrase: Phrase, noun: Noun) -> frozenset[str]:
    """What an office is of, when that is no actor (« de la Défense »): it tells two ministers apart."""
    tokens, found = phrase.parse.tokens, set(noun.domain)
    for each in phrase.complements:
        inner = each.inner
        if inner is None or (inner.unit.sort is UnitSort.PERSON and inner.determiner is not None):
            inside = tokens[each.tokens[0] + 1 : each.tokens[1]]
            found.update(token.lower for token in inside if token.pos in ("NOUN", "PROPN", "ADJ"))
    if not phrase.french:
        found.update(token.lower for token in phrase.before if token.pos in ("NOUN", "PROPN"))
    return frozenset(word[:_STEM] for word in found)


def _role(phrase: Phrase) -> Span:
    """The words of the function, without article and name."""
    end = phrase.end
    for unit in (phrase.name, phrase.alias):
        if unit is not None and unit.start > phrase.unit.start:
            end = min(end, unit.start)
    while end > phrase.unit.end and phrase.parse.tokens[end - 1].text in ("(", ","):
        end -= 1
    return unit_span(phrase, end)
