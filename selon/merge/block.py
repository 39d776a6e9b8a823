"""Blocking: which pairs of events may be one event, found in SQL.

Two events are compared when type, time and parties let it: the same type, days that touch, and two shared keys (a
country, a place, a name), or one shared name or town, or one country and exactly one day.
"""

from collections.abc import Callable, Sequence

Ask = Callable[[str, Sequence[object]], list[tuple[object, ...]]]
"""Runs a query with its values and gives all rows."""

# How many days two dates may lie apart: an event of the evening is printed the day after, a weekly retells the week.
DAYS = 2
# A key that stands for more events of one type and day than this parts nothing (« USA » in a year of news).
_COMMON = 400

_DATED = f"""
create or replace temp view merge_dated as
select event_id, document_id, type, sides, first_day, last_day from (
  select c.event_id, c.document_id, c.type, c.place_name, c.place_precision, s.actors is not null as sides,
         coalesce(try_cast(c.time_start as date),
                  case when not c.background then try_cast(substr(c.published_at, 1, 10) as date) - {DAYS} end) as first_day,
         coalesce(try_cast(c.time_end as date),
                  case when not c.background then try_cast(substr(c.published_at, 1, 10) as date) end) as last_day
  from claims c left join sides s using (event_id))
where first_day is not null and date_diff('day', first_day, last_day) <= 400"""

_KEYS = """
create or replace temp view merge_keys as
select distinct event_id, key, strong from (
  select event_id, 'c:' || country as key, false as strong from participants where country is not null
  union all
  select event_id, 'n:' || lower(strip_accents(name)), true from participants
    where kind in ('person', 'organisation', 'armed_group') and name is not null
  union all
  select event_id, 'p:' || lower(strip_accents(place_name)), true from claims
    where place_name is not null and place_precision in ('city', 'site', 'region')
  union all
  select event_id, 'c:' || place_country, false from claims where place_country is not null)"""

_PAIRS = f"""
with keyed as (select d.*, k.key, k.strong from merge_dated d join merge_keys k using (event_id)),
common as (select type, key, first_day from keyed group by all having count(*) > {_COMMON}),
rare as (select * from keyed anti join common using (type, key, first_day))
select least(a.event_id, b.event_id) as one, greatest(a.event_id, b.event_id) as two
from rare a join rare b on a.type = b.type and a.key = b.key and a.event_id < b.event_id
 and a.first_day <= b.last_day + {DAYS} and b.first_day <= a.last_day + {DAYS}
group by all
having count(*) >= 2 or bool_or(a.strong)
    or bool_and(a.first_day = a.last_day and b.first_day = b.last_day and a.first_day = b.first_day)
order by 1, 2"""


def candidates(ask: Ask) -> list[tuple[str, str]]:
    """The pairs of event ids to compare, each once, in order."""
    ask(_DATED, ())
    ask(_KEYS, ())
    return [(str(one), str(two)) for one, two in ask(_PAIRS, ())]
