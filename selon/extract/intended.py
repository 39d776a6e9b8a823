"""What a deed that somebody will or will not do amounts to: an intent, a threat, a refusal (CODING.md, cases 1, 2).

« Nous frapperons », "would close the strait if attacked", "will never recognise Kosovo".
"""

from collections.abc import Collection, Iterable

from selon.extract.actors import Cast
from selon.extract.attribution.report import Report
from selon.extract.draft import Draft
from selon.extract.events import Need, event_lexicon
from selon.extract.events.frames import Act, Composed
from selon.extract.political import meets
from selon.model.ontology import EventType, Factuality
from selon.parse.clause import conditions, is_verb
from selon.parse.tree import Token

# Who does not consent refuses: « Kigali n'a pas accepté la médiation », « n'est pas prêt à négocier ».
_CONSENT = ("agree.consent", "intent.approve", "intent.promise.willing")
_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.PROTEST, EventType.MOBILIZE)
_NOT = (Factuality.NEGATED, Factuality.DENIED)
# What an infinitive tells of these types below another deed or a noun is what that is for: "talks to resolve the row".
_MEANT = (
    EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT, EventType.CONCEDE, EventType.RETREAT,
    EventType.REQUEST,
)  # fmt: skip
_OPEN = (Factuality.HYPOTHETICAL, Factuality.CONDITIONAL)
_MAY = frozenset({"may", "might", "could"})
_AIMED = frozenset({"visant", "destiné", "destinée", "destinés", "destinées", "aimed", "designed", "meant"})
_WILL = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})


def intend(draft: Draft, over: Collection[Report], cast: Cast, lang: str) -> None:
    """Makes the draft of a deed that its doer intends or refuses the draft of that intent.

    `over` are the reports under which the deed stands, outermost first.
    """
    if draft.found.performed:
        draft.factuality = Factuality.ASSERTED
        return
    if draft.type is EventType.AGREE and draft.factuality is Factuality.NEGATED and draft.found.rule.endswith(_CONSENT):
        draft.type, draft.cameo, draft.mode = EventType.REJECT, "120", None
        draft.factuality = Factuality.ASSERTED
    if draft.type is EventType.AGREE or draft.found.spoken:
        return
    if draft.factuality is Factuality.FUTURE and _is_done(draft.head):
        draft.factuality = Factuality.ASSERTED
        return
    if draft.factuality is Factuality.HYPOTHETICAL and _is_headline(draft.head):
        draft.factuality = Factuality.FUTURE
    speaker = list(over)[-1] if over else None
    if draft.head.is_("Mood", "Imp") and speaker is not None and speaker.actors:
        _demands(draft, speaker.actors, lang)
        return
    if draft.factuality in (Factuality.FUTURE, Factuality.CONDITIONAL) and not draft.actors and speaker is not None:
        _threatens(draft, speaker, cast)
    own = speaker is None or _is_own(draft, speaker, cast)
    entry = _hinted(draft, lang) if speaker is not None and own else None
    entry = entry or _intended(draft, own, lang)
    if entry is None:
        return
    draft.type, draft.cameo, draft.mode = entry.type, entry.cameo, entry.mode
    if entry.type in (EventType.THREATEN, EventType.REJECT):
        draft.factuality = Factuality.ASSERTED
    elif draft.factuality in _NOT:
        draft.factuality = Factuality.FUTURE


def is_only_meant(draft: Draft, drafts: Iterable[Draft]) -> bool:
    """Whether a deed is only what another one or a noun is for, or violence that a condition speaks of.

    "Declined an offer to resume talks", "the meeting to discuss the crisis", « s'il y a de nouvelles violences, … ».
    """
    head = draft.head
    if draft.found.nominal:
        return draft.factuality is Factuality.CONDITIONAL and not draft.actors and head.base != "root"
    if head.base == "xcomp" and head.head is not None and head.head.lower in _AIMED and head.head.base == "acl":
        return True  # « une loi visant à mobiliser plus de soldats »
    purpose = head.is_("VerbForm", "Inf") and head.base in ("acl", "advcl", "xcomp") and not head.all("nsubj")
    if draft.type is EventType.CONSULT and purpose and head.base != "xcomp" and not draft.recipients:
        others = (other for other in drafts if other is not draft and other.head.sentence_i == head.sentence_i)
        if any(other.type in (EventType.CONSULT, EventType.AGREE) and other.head.i < head.i for other in others):
            return True
    # "flew to Neom to meet the prince" tells both
    said = draft.type is EventType.CONSULT and head.base != "acl" and bool(draft.recipients)
    return purpose and draft.type in _MEANT and draft.factuality in _OPEN and not said


def _is_headline(head: Token) -> bool:
    """Whether an infinitive tells the plan of the noun before it, as in headlines: "Belarus leader to host …"."""
    if not head.is_("VerbForm", "Inf") or not any(mark.lower == "to" for mark in head.all("mark")):
        return False
    noun = head.head
    below = head.base == "acl" and noun is not None and noun.base == "root" and head.sentence.tokens[-1].text != "."
    return below or (head.base in ("root", "ccomp", "parataxis") and head.first("nsubj") is not None)


def _demands(draft: Draft, speakers: tuple[str, ...], lang: str) -> None:
    """What somebody tells others to do is asked for: « Cessez le feu ! », "Lay down your arms"."""
    entry = event_lexicon(lang).composed.get((Act.DEMAND, draft.type))
    if entry is None:
        return
    others = tuple(each for each in (*draft.actors, *draft.recipients) if each not in speakers)
    draft.actors, draft.recipients = tuple(speakers), others
    draft.type, draft.cameo, draft.mode = entry.type, entry.cameo, entry.mode
    draft.factuality = Factuality.ASSERTED


def _threatens(draft: Draft, speaker: Report, cast: Cast) -> None:
    """Force that nobody is said to use is threatened by whoever bears arms or rules and says so: "will be shot", he
    said."""
    able = [each for each in speaker.actors if any(meets(cast.actor(each), need) for need in (Need.ARMED, Need.STATE))]
    if draft.type in (EventType.ASSAULT, EventType.COERCE) and able:
        draft.actors = tuple(able)


def _hinted(draft: Draft, lang: str) -> Composed | None:
    """What force amounts to of which the doer says that it may be used: "may cut off aid, it said"."""
    hinted = any(each.lower in _MAY for each in draft.head.all("aux"))
    if draft.factuality is not Factuality.HYPOTHETICAL or draft.type not in _FORCE or not (hinted and draft.actors):
        return None
    return event_lexicon(lang).composed.get((Act.PLAN, draft.type))


def _intended(draft: Draft, own: bool, lang: str) -> Composed | None:
    composed = event_lexicon(lang).composed
    plan = composed.get((Act.PLAN, draft.type))
    if draft.factuality is Factuality.FUTURE:
        unpromised = draft.type is EventType.RETREAT and draft.found.nominal and not draft.actors
        return None if unpromised else plan  # « la libération prochaine des otages »: nobody says that he will
    if draft.found.nominal or not draft.actors:
        return None
    if draft.factuality is Factuality.CONDITIONAL and draft.type in _FORCE and conditions(draft.head):
        return plan if draft.head.is_("Tense", "Fut") or (own and _is_to_come(draft.head)) else None
    if not own:
        return None
    if draft.factuality in _NOT and _is_to_come(draft.head):
        forgone = composed.get((Act.FORGO, draft.type))
        refused = forgone is not None and forgone.type is EventType.REJECT
        return composed.get((Act.REFUSE, draft.type)) if refused else forgone
    return None


def _is_own(draft: Draft, speaker: Report, cast: Cast) -> bool:
    """Whether the doer speaks, or somebody of the doer's state."""
    if set(speaker.actors) & set(draft.actors):
        return True
    homes = {cast.actor(each).country for each in draft.actors} - {None}
    return any(
        cast.actor(each).country in homes or (cast.actor(each).country is None and meets(cast.actor(each), Need.STATE))
        for each in speaker.actors
    )


def _is_done(head: Token) -> bool:
    """Whether a participle leads what is to come, or tells of a noun in it what was done before.

    « Reconnu coupable de fraude, il devra purger deux ans », "will return the weapons seized last year".
    """
    past = head.is_("VerbForm", "Part") and not head.is_("Tense", "Pres") and head.first("aux") is None
    if not past or head.head is None:
        return False
    return head.base == "acl" or (head.base == "advcl" and head.i < head.head.i)


def _is_to_come(head: Token) -> bool:
    """Whether a verb speaks of what is to come: by its tense or by its auxiliary."""
    if not is_verb(head):
        return False
    return head.is_("Tense", "Fut") or head.is_("Mood", "Cnd") or any(each.lower in _WILL for each in head.all("aux"))
