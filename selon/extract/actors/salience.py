"""Which of the actors told of before a pronoun takes up: a weighing of recency, grammar and form.

After Lappin and Leass (1994): each mention weighs by its grammatical place, less with every sentence.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from selon.extract.actors.binding import bound, commands, in_main, nominal_above, outer, place
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.victims import assails, suffers
from selon.extract.actors.words import lexicon
from selon.model.ontology import ActorKind
from selon.parse.clause import is_voiced
from selon.parse.quotes import Quotation
from selon.parse.tree import Token

_REACH = 3
# Mentions are looked at so many sentences back.
REACH = 2 * _REACH
_RECENT = 100.0
# What stands in a clause below another lends itself less.
_EMBEDDED = 0.8
_LOWER = 0.95
# "They" is rather several than one body.
_SINGLE = 0.6
# What an agency is taken up less, where it does not speak.
_MEDIUM = -80.0
# A source is taken up by who speaks next, though it was no subject.
_SOURCE = 80.0
# What does not suit the kind of actor.
_STRANGE = 0.4
_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT)
_PERSONS = (ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.UNNAMED)
_TOLD = (Sort.PERSON, Sort.NOMINAL)
_PERSON_FIRST = 1e6
_MASCULINE_E = frozenset({"MEX", "KHM", "MOZ", "ZWE", "BLZ", "SUR"})


class Salience:
    """Weighs clusters as antecedents of pronouns; knows which words are quoted."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = [each for each in quotations if each.depth == 0]
        self._starts = [each.content.start for each in self.quotations]

    def quote_of(self, token: Token) -> int | None:
        """The number of the quotation that the token stands in."""
        number = bisect_right(self._starts, token.start) - 1
        return number if number >= 0 and token.start < self.quotations[number].content.end else None

    def best(
        self, pronoun: Candidate, clusters: Iterable[Cluster], groups: dict[int, tuple[int, ...]]
    ) -> tuple[int, ...]:
        """The numbers of the clusters that the pronoun stands for; () where none fits."""
        found: tuple[float, int, tuple[int, ...]] | None = None
        doer, quoted = assails(pronoun), self.quote_of(pronoun.head) is not None
        for cluster in clusters:
            if cluster.kind is ActorKind.PLACE:
                continue
            for mention in reversed(cluster.mentions):
                if pronoun.head.sentence_i - mention.head.sentence_i > REACH:
                    break
                members = groups.get(mention.head.i, ()) if pronoun.plural else ()
                if len(members) < 2 and not _agrees(pronoun, cluster, mention):
                    continue
                if (doer and suffers(mention)) or (quoted and _speaks(mention)):
                    continue
                weight = self._weigh(pronoun, mention, cluster)
                if weight and pronoun.definite is Definite.DEMONSTRATIVE:
                    weight = _lastness(pronoun, mention, cluster)
                if pronoun.kind is ActorKind.PERSON:  # "the 61-year-old": whom the text is about
                    weight *= len(cluster.mentions)
                numbers = members if len(members) > 1 else (cluster.number,)
                if weight > 0 and (found is None or (weight, mention.head.i) > found[:2]):
                    found = (weight, mention.head.i, numbers)
        return found[2] if found is not None else ()

    def _weigh(self, pronoun: Candidate, mention: Candidate, cluster: Cluster) -> float:
        token, head = pronoun.head, mention.head
        distance = token.sentence_i - head.sentence_i
        latter = pronoun.definite is Definite.DEMONSTRATIVE  # « …, ont annoncé ces derniers »: whom it tells of
        told = distance == 0 and not latter and (_told_by(token, head) or _cited(pronoun, mention))
        if told or _nobody(mention):
            return 0.0
        if not 0 <= distance <= _REACH or head.i >= token.i or bound(pronoun, mention):
            return 0.0
        weight = (_RECENT + place(head)) * 0.5**distance
        quoted, mine = self.quote_of(head), self.quote_of(token)
        if quoted is not None and quoted != mine:
            return 0.0
        if mine is not None and quoted is None:
            weight *= 0.7
        if distance and not in_main(head):
            weight *= _LOWER
        if mention.sort is Sort.ADJECTIVE:
            weight *= 0.3
        if mention.phrase is not None and mention.phrase.inside is not None:
            weight *= 0.6
        if pronoun.plural and not (cluster.plural or _several(mention)):
            weight *= _SINGLE
        weight *= _suits(pronoun, cluster)
        if pronoun.sort is Sort.PRONOUN:
            weight += (_fits(pronoun, cluster) + _goes_on(pronoun, mention)) * 0.5**distance
        if token.sentence.paragraph != head.sentence.paragraph:
            weight *= 0.9
        return weight


def _lastness(pronoun: Candidate, mention: Candidate, cluster: Cluster) -> float:
    """How late a mention stands, for « ce dernier »; persons told of in the sentence before come first."""
    if mention.sort is Sort.POSSESSIVE:
        return 0.0
    near = pronoun.head.sentence_i - mention.head.sentence_i <= 1
    one = cluster.person and mention.sort in _TOLD and (cluster.plural or not pronoun.plural)
    return float(mention.head.i) + (_PERSON_FIRST if near and one else 0.0)


def _speaks(mention: Candidate) -> bool:
    """Whether a mention speaks in the sentence before: nobody's « ils » inside quotation marks means other speakers."""
    head = mention.head
    while head.base in ("conj", "appos", "flat") and head.head is not None:
        head = head.head
    verb = head.head
    speech = lexicon(head.parse.lang).sets["speech"]
    if verb is None or head.i < verb.i or verb.lemma.lower() not in speech:
        return False
    return head.base == "nsubj" or (head.base == "obj" and verb.first("nsubj") is None)


def _nobody(mention: Candidate) -> bool:
    """« aucun civil », "no one": there is nobody to take up; nor the agency in brackets, « (Reuters) »."""
    determiner = mention.phrase.determiner if mention.phrase is not None else None
    before = mention.phrase.preceding if mention.phrase is not None else None
    if mention.kind is ActorKind.MEDIUM and before is not None and before.text == "(":
        return True
    return determiner is not None and (
        determiner.is_("PronType", "Neg") or determiner.lower in ("aucun", "aucune", "nul", "no")
    )


def _goes_on(pronoun: Candidate, mention: Candidate) -> float:
    """What it adds for a pronoun that speaks that the mention was the source before (« selon X … a-t-il ajouté »)."""
    verb, words = pronoun.head.head, lexicon(pronoun.head.parse.lang)
    says = verb is not None and words.is_(verb, "speech") and pronoun.head.has_rel("nsubj", "expl:subj")
    before = mention.head.sentence_i < pronoun.head.sentence_i
    return _SOURCE if says and before and is_voiced(outer(mention.head)) else 0.0


def _cited(pronoun: Candidate, mention: Candidate) -> bool:
    """Whether a mention is, or stands inside, the source of what the sentence says of somebody (« selon X, il … »)."""
    return pronoun.sort is Sort.PRONOUN and is_voiced(outer(mention.head))


def _suits(pronoun: Candidate, cluster: Cluster) -> float:
    """How what a pronoun has, or undergoes, suits the kind of actor: « son avocat » is a person's, « sa frontière » a
    state's, and who was arrested is no party."""
    token, words = pronoun.head, lexicon(pronoun.head.parse.lang)
    governor = token.head
    if governor is None:
        return 1.0
    if pronoun.sort is Sort.POSSESSIVE:
        personal, stately = words.is_(governor, "personal"), words.is_(governor, "stately")
        strange = (personal and not cluster.person) or (stately and cluster.kind not in _STATES)
    else:
        strange = words.is_(governor, "undergone") and token.base == "nsubj" and cluster.kind not in _PERSONS
    return _STRANGE if strange else 1.0


def _told_by(token: Token, head: Token) -> bool:
    """Whether a word stands in what the pronoun says behind it (« …, a-t-il dit », "…, he said")."""
    verb = token.head
    if verb is None or not token.has_rel("nsubj", "expl:subj") or head.i > token.i:
        return False
    inverted = token.text.startswith("-") or (verb.base == "parataxis" and token.i > verb.i)
    if inverted and (verb.base == "parataxis" or verb.lemma.lower() in lexicon(token.parse.lang).sets["speech"]):
        return True
    inside = head
    for governor in head.ancestors():
        if governor is verb:
            return inside.base in ("ccomp", "parataxis") and inside.i < token.i
        inside = governor
    return verb.base == "parataxis" and verb.lemma.lower() in lexicon(token.parse.lang).sets["speech"]


def pull(phrase: Candidate, mention: Candidate) -> float:
    """How much a mention lends itself to be taken up by a later noun phrase: by place and recency; 0.0 for none."""
    distance = phrase.head.sentence_i - mention.head.sentence_i
    if distance < 0 or mention.head.i >= phrase.head.i or _nobody(mention) or bound(phrase, mention):
        return 0.0
    if mention.head in nominal_above(phrase.head) or commands(outer(mention.head), phrase.head):
        return 0.0  # "X, a critic of the governor"; "X said that the governor"
    weight = (_RECENT + place(mention.head)) * 0.5**distance
    return float(weight if in_main(mention.head) else weight * _EMBEDDED)


def _fits(pronoun: Candidate, cluster: Cluster) -> float:
    """What the kind of the actor adds: persons speak, and are « lui » rather than states."""
    verb = pronoun.head.head
    speaks = verb is not None and verb.lemma.lower() in lexicon(pronoun.head.parse.lang).sets["speech"]
    if cluster.kind is ActorKind.MEDIUM and not speaks:
        return _MEDIUM
    if cluster.kind in _PERSONS:
        return 90.0 if speaks else 40.0
    return -40.0 if speaks else 0.0


def _agrees(pronoun: Candidate, cluster: Cluster, mention: Candidate) -> bool:
    """Whether number and gender do not speak against it; « la coalition du Séléka » is « elle »."""
    if pronoun.kind is ActorKind.PERSON:  # "the 61-year-old"
        return cluster.person and pronoun.gender in (None, cluster.gender or pronoun.gender)
    english = pronoun.head.parse.lang == "en"
    if english:
        return _agrees_english(pronoun, cluster)
    if pronoun.sort is Sort.POSSESSIVE and not pronoun.plural:
        return not cluster.plural
    if pronoun.plural != cluster.plural and not (pronoun.plural and _several(mention)):
        return False
    gender = cluster.gender or None
    if not cluster.person and mention.noun is not None and mention.gender == pronoun.gender:
        return True
    return pronoun.gender is None or gender is None or gender == pronoun.gender


def _several(mention: Candidate) -> bool:
    """Whether a noun in the plural tells of one actor: « les autorités » are « elles »."""
    return mention.plural and mention.noun is not None


def _agrees_english(pronoun: Candidate, cluster: Cluster) -> bool:
    word = pronoun.head.lower
    if word in ("it", "its", "itself"):
        named = any(mention.sort is Sort.BODY for mention in cluster.mentions)  # "the United Nations … its"
        return not cluster.person and cluster.kind is not ActorKind.PEOPLE and (named or not cluster.plural)
    if word in ("he", "him", "his", "she", "her", "hers", "himself", "herself"):
        gender = cluster.gender if cluster.person else None
        return cluster.person and (gender is None or pronoun.gender is None or gender == pronoun.gender)
    if pronoun.plural:
        return cluster.plural or (
            cluster.kind
            in (
                ActorKind.PEOPLE,
                ActorKind.GOVERNMENT,
                ActorKind.MILITARY,
                ActorKind.ORGANISATION,
                ActorKind.ARMED_GROUP,
            )
            and not cluster.person
        )
    return not cluster.plural


def state_gender(name: str, country: str) -> str:
    """The grammatical gender of a state's French name without article.

    >>> state_gender("Syrie", "SYR")
    'Fem'
    """
    return "Fem" if name.split()[0].endswith("e") and country not in _MASCULINE_E else "Masc"
