"""The SQL views that a database is asked through; the tables of `schema` are views over files already.

A document that was read twice (an upgrade, two writers at once) shows its latest reading only.
"""

from selon.store.estimates import estimates

# The last reading of every document, by whole batches; a small table in memory that all views are joined with.
CURRENT = """
select document_id, arg_max(batch_id, (sequence, batch_id)) as batch_id
from raw_documents join seen_batches using (batch_id) group by document_id"""

# The last merge. Of days long past only the last one was kept (`tidy`), so that an earlier moment of such a day is
# answered by the day before.
MERGE = """
select batch_id from seen_batches
where kind = 'merge' and (sequence >= {recent} or batch_id in (select batch_id from raw_stories)
  or sequence = (select max(sequence) from raw_batches where kind = 'merge'))
order by sequence desc, batch_id limit 1"""

SETTLED = {
    "documents": "select d.* from raw_documents d semi join current_reading using (document_id, batch_id)",
    "child": "select t.* from raw_{table} t semi join current_reading using (document_id, batch_id)",
    "merge": """
        select t.* exclude (batch_id) from raw_{table} t
        where t.batch_id = (select batch_id from shown_merge)""",
    "rejects": "select distinct document, reason, message from raw_rejects join seen_batches using (batch_id)",
    "batches": "select * from seen_batches order by sequence",
    "judgements": """
        select * exclude (turn) from (
          select *, row_number() over (partition by event_id, other_event_id order by judged_at desc, judgement_id) as turn
          from raw_judgements) where turn = 1 and verdict <> 'withdrawn'""",
}

RIGHT = "event_id not in (select event_id from judgements where other_event_id is null and verdict = 'wrong')"

# What persons say that events are: see `correction`.
_CORRECTIONS = """
select event_id, correction->>'type' as type, correction->>'mode' as mode, correction->>'cameo' as cameo,
       correction->>'factuality' as factuality, (correction->>'background')::boolean as background,
       correction->>'time_value' as time_value, correction->>'time_start' as time_start, correction->>'time_end' as time_end,
       correction->>'place_name' as place_name, correction->>'place_country' as place_country, judged_by
from judgements where verdict = 'corrected' and other_event_id is null"""
_CORRECTED_PARTIES = """
select event_id, unnest(from_json(correction->'parties', '[{"role": "VARCHAR", "position": "BIGINT", "name": "VARCHAR",
  "code": "VARCHAR", "country": "VARCHAR", "sectors": ["VARCHAR"]}]'), recursive := true)
from judgements where verdict = 'corrected' and other_event_id is null"""
PARTICIPANTS = """
select * from read_participants where event_id not in (select event_id from corrections)
union all by name
select e.batch_id, e.document_id, p.*, r.actor_id, coalesce(r.kind, 'unnamed') as kind
from corrected_parties p join events e using (event_id)
left join (select event_id, name, any_value(actor_id) as actor_id, any_value(kind) as kind
           from read_participants where event_id in (select event_id from corrections) group by all) r using (event_id, name)"""

# An event with its document: what filters and counts need; what a person corrected as it was corrected.
_TOLD = """
select c.type is null or c.time_value is not distinct from e.time_value as dated,
       c.type is null or (c.place_name, c.place_country) is not distinct from (e.place_name, e.place_country) as placed,
       e.event_id, e.document_id, d.id as document, d.publisher, d.published_at, d.lang, d.title, d.url,
       coalesce(c.type, e.type) as type, if(c.type is null, e.mode, c.mode) as mode, e.contexts,
       if(c.type is null or (c.type = e.type and c.mode is not distinct from e.mode), e.cameo, c.cameo) as cameo,
       coalesce(c.factuality, e.factuality) as factuality, coalesce(c.background, e.background) as background,
       if(dated, e.time_text, null) as time_text, if(dated, e.time_value, c.time_value) as time_value,
       if(dated, e.time_start, c.time_start) as time_start, if(dated, e.time_end, c.time_end) as time_end,
       if(placed, e.place_text, null) as place_text, if(placed, e.place_name, c.place_name) as place_name,
       if(placed, e.place_country, c.place_country) as place_country, if(placed, e.lat, null) as lat,
       if(placed, e.lon, null) as lon, if(placed, e.geonames_id, null) as geonames_id,
       if(placed, e.place_precision, null) as place_precision,
       e.confidence, e.sentence, e.trigger, e.trigger_start, e.trigger_end, e.sentence_start, e.sentence_end,
       e.sentence_number, e.same_as, e.rule, c.judged_by as corrected_by
from events e join documents d using (document_id) left join corrections c using (event_id)"""
_TOLD = f"select * exclude (dated, placed) from ({_TOLD})"

_SIDES = """
select event_id,
       string_agg(name, ', ' order by position) filter (role = 'actor') as actors,
       string_agg(code, ',' order by position) filter (role = 'actor') as actor_codes,
       string_agg(name, ', ' order by position) filter (role = 'recipient') as recipients,
       string_agg(code, ',' order by position) filter (role = 'recipient') as recipient_codes
from participants {only} group by event_id"""

_CHAINS = """
select about_id, string_agg(coalesce(name, text, cue, form), ' → ' order by position) as according_to,
       string_agg(code, ',' order by position) as source_codes,
       arg_max(coalesce(name, text), position) as source, arg_max(code, position) as source_code,
       arg_max(form, position) as source_form, count(*) as depth
from attributions {only} group by about_id"""

# The claim: one event and its sources; `source` is the innermost one, the publisher where the text names none.
_CLAIMS = """
select t.*, s.actors, s.actor_codes, s.recipients, s.recipient_codes, c.according_to,
       coalesce(c.source, t.publisher) as source, c.source_code, coalesce(c.source_form, 'own') as source_form,
       coalesce(c.depth, 0) as depth, c.source_codes
from {told} t left join {sides} s using (event_id) left join {chains} c on c.about_id = t.event_id"""

# What a person took out of a story: what was judged wrong, and of two that are not one the less sure.
_PARTED = """
select m.story_id, m.event_id from merged_story_events m join judgements j using (event_id)
where j.other_event_id is null and j.verdict = 'wrong'
union
select a.story_id, case when a.score < b.score or a.score = b.score and a.event_id > b.event_id then a.event_id else b.event_id end
from judgements j join merged_story_events a on a.event_id = j.event_id
join merged_story_events b on b.event_id = j.other_event_id and a.story_id = b.story_id where j.verdict = 'different'"""

_MEMBERS = "select m.* from merged_story_events m anti join parted using (story_id, event_id)"

# A story that something was taken out of is counted anew; the next merge makes it anew.
_STORIES = """
select s.* from merged_stories s anti join parted using (story_id)
union all
select s.* replace (n.events as events, n.documents as documents, n.publishers as publishers, n.independent as independent,
                    n.asserted as asserted, n.denied as denied)
from merged_stories s join (
  select m.story_id, count(*) as events, count(distinct m.document_id) as documents, count(distinct d.publisher) as publishers,
         count(distinct coalesce(m.copy_of, m.document_id)) as independent,
         count(*) filter (e.factuality = 'asserted') as asserted,
         count(*) filter (e.factuality in ('denied', 'negated')) as denied
  from story_events m join events e using (event_id) join documents d on d.document_id = m.document_id
  where m.story_id in (select story_id from parted) group by m.story_id) n using (story_id)
where n.documents > 1"""

_CONTESTED = """
select d.* from merged_disagreements d anti join parted using (story_id, event_id)
qualify d.story_id not in (select story_id from parted) or count(distinct d.version) over (partition by d.story_id, d.field) > 1"""

VIEWS = {
    "corrections": _CORRECTIONS,
    "corrected_parties": _CORRECTED_PARTIES,
    "participants": PARTICIPANTS,
    "told": f"{_TOLD} where {RIGHT}",
    "sides": _SIDES.format(only=""),
    "chains": _CHAINS.format(only=""),
    "claims": _CLAIMS.format(told="told", sides="sides", chains="chains"),
    "parted": _PARTED,
    "story_events": _MEMBERS,
    "stories": _STORIES,
    "disagreements": _CONTESTED,
    "estimates": estimates("select * from claims"),
}
"""Further views, in the order in which they need one another."""

KEPT = (
    "participants",
    "attributions",
    "quotes",
    "quantities",
    "gaps",
    "merged_stories",
    "merged_story_events",
    "merged_disagreements",
)
"""What a store that is asked often holds in memory as it is."""
STORIES = ("parted", "story_events", "stories", "disagreements")
"""What a judgement changes, in the order in which they need one another."""

_ALL_CLAIMS = _CLAIMS.format(told=f"({_TOLD})", sides="sides", chains="chains")
KEPT_CLAIMS = f"select *, row_number() over (order by {{order}}) as turn from ({_ALL_CLAIMS}) order by turn"
"""All claims in the order in which they are shown: a page of them lies together."""
AGAIN_CLAIMS = f"select f.*, k.turn from ({_ALL_CLAIMS}) f join kept_claims k using (event_id)"
"""The same once more, after a judgement, in the old places."""
KEPT_TOLD = f"select * from kept_claims where {RIGHT}"

HITS = (
    "event_id, document_id, type, factuality, publisher, published_at, lang, time_start, time_end, "
    "place_name, place_country, place_precision, geonames_id, lat, lon, confidence"
)
"""What questions after filtering need of an event."""

FACETS = ("type", "factuality", "place", "publisher", "lang", "actor", "according_to")

# Five facets in one look at the events, two more from their parties and sources.
OF_EVENTS = """
with own as (
  select case when grouping(type) = 0 then 'type' when grouping(factuality) = 0 then 'factuality'
              when grouping(place_country) = 0 then 'place' when grouping(publisher) = 0 then 'publisher' else 'lang' end as facet,
         coalesce(type, factuality, place_country, publisher, lang) as value, count(*) as n
  from {hits} group by grouping sets ((type), (factuality), (place_country), (publisher), (lang))),
counted as (
  select * from own
  union all select 'actor', name, count(*) from participants
    where role = 'actor' and event_id in (select event_id from {hits}) group by 2
  union all select 'according_to', coalesce(name, text), count(*) from attributions
    where about_id in (select event_id from {hits}) group by 2)
select * from counted where value is not null
qualify row_number() over (partition by facet order by n desc, value) <= {size} order by facet, n desc, value"""


# Numbers of who acts and of who is a source: first by event, then by document, so that only sums are left; groups of
# hashes are made in half the time that distinct values of each name take.
ACTORS = """
with by_event as (
  select name, code, kind, hash(document_id) as own_document, max((role = 'actor')::int) as does,
         max((role = 'recipient')::int) as undergoes
  from participants where {only} group by name, code, kind, own_document, hash(event_id)),
by_document as (
  select name, code, kind, sum(does) as does, sum(undergoes) as undergoes from by_event group by name, code, kind, own_document)
select name, code, kind, sum(does)::bigint as does, sum(undergoes)::bigint as undergoes, count(*) as documents
from by_document group by name, code, kind"""
SOURCES = """
with links as (
  select coalesce(name, text) as source, code, kind, position, about_id, document_id from attributions
  where about = 'event' and coalesce(name, text) is not null),
by_event as (
  select source, code, kind, hash(l.document_id) as own_document, any_value(publisher) as publisher,
         max((factuality = 'denied')::int) as denials, max((position = 0)::int) as outermost
  from links l join (select event_id, publisher, factuality from {hits}) c on l.about_id = c.event_id
  group by source, code, kind, own_document, hash(about_id)),
by_document as (
  select source, code, kind, any_value(publisher) as publisher, count(*) as claims, sum(denials) as denials,
         sum(outermost) as outermost
  from by_event group by source, code, kind, own_document)
select source, code, kind, sum(claims)::bigint as claims, count(*) as documents, count(distinct publisher) as publishers,
       sum(denials)::bigint as denials, sum(outermost)::bigint as outermost
from by_document group by source, code, kind"""

# Documents whose last reading is by other versions than the one before it: their events then and now.
RECODED = """
with readings as (
  select document_id, batch_id, coding, sequence, row_number() over (partition by document_id order by sequence desc, batch_id desc) as turn
  from raw_documents join seen_batches using (batch_id)),
again as (
  select n.document_id, n.batch_id as now, o.batch_id as before from readings n join readings o using (document_id)
  where n.turn = 1 and o.turn = 2 and n.coding <> o.coding and n.sequence >= ?),
new as (select e.* from raw_events e join again a on e.document_id = a.document_id and e.batch_id = a.now),
old as (select e.* from raw_events e join again a on e.document_id = a.document_id and e.batch_id = a.before)
select coalesce(new.type, old.type) as type, count(old.event_id) as before, count(new.event_id) as now,
       count(*) filter (old.event_id is null) as gained, count(*) filter (new.event_id is null) as lost,
       count(*) filter (old.event_id = new.event_id and
         (old.mode, old.factuality, old.time_value, old.place_name, old.background) is distinct from
         (new.mode, new.factuality, new.time_value, new.place_name, new.background)) as changed,
       (select count(*) from again) as documents
from new full join old on new.event_id = old.event_id group by 1 order by 1"""


def claims_of(hits: str) -> str:
    """The claims of some events only, by a query for their ids: sides and chains of all others are not made."""
    only = "where {} in (select event_id from hits)"
    told = "(select * from told where event_id in (select event_id from hits))"
    sides = f"({_SIDES.format(only=only.format('event_id'))})"
    chains = f"({_CHAINS.format(only=only.format('about_id'))})"
    return f"with hits as materialized ({hits}) {_CLAIMS.format(told=told, sides=sides, chains=chains)}"
