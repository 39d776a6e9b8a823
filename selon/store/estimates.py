"""What the documents of a story give for its numbers, its day and its place: best, low, high, and who gives which.

The best value is the one that most independent documents give (copies of one dispatch count once), of equals the one
printed last. What denies the event gives none. Computed when it is asked for, so that judgements count at once.
"""

_NUMBER = "if({0} = trunc({0}), {0}::bigint::varchar, {0}::varchar)"

# One value a row: `value` as text; `size` orders numbers, days order as they are written. Places have no low and high.
_ESTIMATES = """
with members as (
  select m.story_id, c.event_id, coalesce(m.copy_of, m.document_id) as origin, coalesce(c.published_at, '') as published_at,
         coalesce(c.publisher, c.document) || coalesce(' → ' || c.according_to, '') as who, c.time_text, c.time_start,
         c.time_end, c.place_name, c.place_text, c.place_precision
  from story_events m join ({claims}) c using (event_id)
  where c.factuality not in ('denied', 'negated') {only}),
given as (
  select story_id, what, coalesce(q.low, q.high) as size, coalesce(q.low, q.high) as low, coalesce(q.high, q.low) as high,
         null as value, null as first, null as last, q.text as words, origin, published_at, who
  from members join quantities q using (event_id)
  union all
  select story_id, 'day', null, null, null, time_start, time_start, time_end, time_text, origin, published_at, who
  from members where time_start is not null
  union all
  select story_id, 'place', null, null, null, place_name, null, null, place_text, origin, published_at, who
  from members where place_name is not null and place_precision in ('site', 'city', 'region')),
counted as (
  select story_id, what, coalesce(value, {size}) as value, count(distinct origin) as documents,
         max(published_at) as printed, any_value(size) as size
  from given group by story_id, what, coalesce(value, {size})),
best as (
  select story_id, what, arg_max(value, (documents, printed, -coalesce(size, 0), value)) as best
  from counted group by story_id, what)
select story_id, what, best, coalesce(min(first), {low}) as low, coalesce(max(last), {high}) as high,
       count(distinct origin) as independent, list(distinct who || ': ' || words order by who || ': ' || words) as given
from given join best using (story_id, what) group by story_id, what, best"""


def estimates(claims: str, only: str = "") -> str:
    """The SQL of all estimates, from `claims` (a query); `only` is a further condition on the story (`m.story_id`)."""
    sizes = {"size": "size", "low": "min(low)", "high": "max(high)"}
    return _ESTIMATES.format(claims=claims, only=only, **{name: _NUMBER.format(value) for name, value in sizes.items()})
