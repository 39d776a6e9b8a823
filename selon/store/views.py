"""The SQL views that a database is asked through; the tables of `schema` are views over files already.

A document that was read twice (an upgrade, two writers at once) shows its latest reading only.
"""

# The last reading of every document, by whole batches; a small table in memory that all views are joined with.
CURRENT = """
select document_id, arg_max(batch_id, (sequence, batch_id)) as batch_id
from raw_documents join seen_batches using (batch_id) group by document_id"""

SETTLED = {
    "documents": "select d.* from raw_documents d semi join current_reading using (document_id, batch_id)",
    "child": "select t.* from raw_{table} t semi join current_reading using (document_id, batch_id)",
    "merge": """
        select t.* exclude (batch_id) from raw_{table} t
        where t.batch_id = (select batch_id from seen_batches where kind = 'merge' order by sequence desc, batch_id limit 1)""",
    "rejects": "select distinct document, reason, message from raw_rejects join seen_batches using (batch_id)",
    "batches": "select * from seen_batches order by sequence",
    "judgements": """
        select * exclude (turn) from (
          select *, row_number() over (partition by event_id, other_event_id order by judged_at desc, judgement_id) as turn
          from raw_judgements) where turn = 1 and verdict <> 'withdrawn'""",
}

# An event with its document: what filters and counts need. What a person judged wrong is left out.
TOLD = """
select e.event_id, e.document_id, d.id as document, d.publisher, d.published_at, d.lang, d.title, d.url,
       e.type, e.mode, e.contexts, e.cameo, e.factuality, e.background, e.time_text, e.time_value, e.time_start,
       e.time_end, e.place_text, e.place_name, e.place_country, e.lat, e.lon, e.geonames_id, e.place_precision,
       e.confidence, e.sentence, e.trigger, e.trigger_start, e.trigger_end, e.sentence_start, e.sentence_end,
       e.sentence_number, e.same_as, e.rule
from events e join documents d using (document_id)
where e.event_id not in (select event_id from judgements where other_event_id is null and verdict = 'wrong')"""

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

VIEWS = {
    "told": TOLD,
    "sides": _SIDES.format(only=""),
    "chains": _CHAINS.format(only=""),
    "claims": _CLAIMS.format(told="told", sides="sides", chains="chains"),
}
"""Further views, in the order in which they need one another."""


def claims_of(hits: str) -> str:
    """The claims of some events only, by a query for their ids: sides and chains of all others are not made."""
    only = "where {} in (select event_id from hits)"
    told = "(select * from told where event_id in (select event_id from hits))"
    sides = f"({_SIDES.format(only=only.format('event_id'))})"
    chains = f"({_CHAINS.format(only=only.format('about_id'))})"
    return f"with hits as materialized ({hits}) {_CLAIMS.format(told=told, sides=sides, chains=chains)}"
