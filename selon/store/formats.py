"""The formats of other projects as SQL views over the claims: `events_polecat`, `events_gdelt`, `mentions_gdelt`,
`events_icews`, each with the columns that were published, in their order (`selon.store.export` writes them to files).

They take events as facts: what is denied, negated, planned or hypothetical, and the second telling of one deed in one
document, stays out of the views.
"""

from pathlib import Path

import selon.lexicon

FACT = "factuality in ('asserted', 'possible') and same_as is null"
_GOLDSTEIN = str(Path(selon.lexicon.__file__).parent / "data" / "world" / "goldstein.csv").replace("'", "''")

# Every actor of a claim with every recipient, each pair with an id of its own. The Goldstein value is that of the CAMEO
# code, or of the nearest code above it.
PAIRS = f"""
with scale as (
  select * from read_csv('{_GOLDSTEIN}', header = true, auto_detect = false, columns = {{'cameo': 'varchar', 'goldstein': 'double'}})),
sides as (
  select c.*, a.name as actor_name, a.code as actor_code, a.country as actor_country, a.sectors as actor_sectors,
         r.name as recipient_name, r.code as recipient_code, r.country as recipient_country, r.sectors as recipient_sectors,
         row_number() over (partition by c.event_id order by a.position, r.position) - 1 as pair,
         count(*) over (partition by c.event_id) as pairs
  from claims c left join participants a on a.event_id = c.event_id and a.role = 'actor'
  left join participants r on r.event_id = c.event_id and r.role = 'recipient')
select s.*, s.event_id || if(pairs > 1, '-' || pair, '') as pair_id,
       (('0x' || s.event_id)::ubigint >> 1) + pair as global_id,
       coalesce(time_start, substr(published_at, 1, 10)) as day,
       case when left(s.cameo, 2) <= '05' then 1 when left(s.cameo, 2) <= '08' then 2
            when left(s.cameo, 2) <= '13' then 3 else 4 end as quad,
       coalesce(g4.goldstein, g3.goldstein, g2.goldstein, 0.0) as scale,
       if(place_precision = 'city', place_name, null) as city, if(place_precision = 'region', place_name, null) as province
from sides s left join scale g4 on g4.cameo = s.cameo and length(s.cameo) > 3
left join scale g3 on g3.cameo = left(s.cameo, 3) and length(s.cameo) > 2 left join scale g2 on g2.cameo = left(s.cameo, 2)"""

_ORDER = "order by published_at nulls last, document_id, trigger_start, event_id, pair"
_STAMP = "rpad(left(regexp_replace(substr(published_at, 1, 19), '[^0-9]', '', 'g'), 14), 14, '0')"
_QUADS = "['VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT'][quad]"


def _polecat_side(title: str, side: str) -> str:
    return (
        f'{side}_name as "{title} Name", {side}_country as "{title} Country", null as "{title} COW", '
        f'{side}_sectors[1] as "Primary {title} Sector", array_to_string({side}_sectors, \';\') as "{title} Sectors", '
        f'null as "{title} Title", {side}_name as "{title} Name Raw", null as "Wikipedia {title} ID"'
    )


_POLECAT = f"""
select pair_id as "Event ID", day as "Event Date", type as "Event Type", mode as "Event Mode", scale as "Intensity",
       {_QUADS} as "Quad Code", array_to_string(contexts, ';') as "Contexts",
       {_polecat_side("Actor", "actor")}, {_polecat_side("Recipient", "recipient")},
       place_name as "Placename", city as "City", null as "District", province as "Province", place_country as "Country",
       lat as "Latitude", lon as "Longitude", geonames_id as "GeoNames ID", place_text as "Raw Placename",
       place_precision as "Feature Type", publisher as "Source", substr(published_at, 1, 10) as "Publication Date",
       null as "Story People", null as "Story Organizations", null as "Story Locations", lang as "Language", 'selon' as "Version"
from event_pairs where {{where}} {_ORDER}"""


def _gdelt_side(number: int, side: str) -> str:
    empty = "".join(
        f"null as Actor{number}{name}, " for name in ("KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
    )
    kinds = ", ".join(f"{side}_sectors[{each}] as Actor{number}Type{each}Code" for each in (1, 2, 3))
    return (
        f"{side}_code as Actor{number}Code, upper({side}_name) as Actor{number}Name, "
        f"{side}_country as Actor{number}CountryCode, {empty}{kinds}"
    )


def _gdelt_place(side: str, *values: str) -> str:
    names = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return ", ".join(f"{value} as {side}Geo_{name}" for name, value in zip(names, values or ("null",) * 8, strict=True))


# GDELT's types of place; states of the USA (2) and their towns (3) are not told apart here.
_KIND = (
    "case place_precision when 'country' then 1 when 'region' then 5 when 'city' then 4 when 'site' then 4 else 0 end"
)
_GDELT = f"""
select global_id as GLOBALEVENTID, replace(day, '-', '') as SQLDATE, replace(left(day, 7), '-', '') as MonthYear,
       left(day, 4) as Year,
       printf('%.4f', left(day, 4)::int + (substr(day, 6, 2)::int * 30 + substr(day, 9, 2)::int) / 365) as FractionDate,
       {_gdelt_side(1, "actor")}, {_gdelt_side(2, "recipient")},
       (not background)::int as IsRootEvent, cameo as EventCode, left(cameo, 3) as EventBaseCode,
       left(cameo, 2) as EventRootCode, quad as QuadClass, scale as GoldsteinScale, 1 as NumMentions, 1 as NumSources,
       1 as NumArticles, null as AvgTone, {_gdelt_place("Actor1")}, {_gdelt_place("Actor2")},
       {_gdelt_place("Action", _KIND, "place_name", "place_country", "null", "null", "lat", "lon", "geonames_id")},
       {_STAMP} as DATEADDED, coalesce(nullif(url, ''), document) as SOURCEURL
from event_pairs where {{where}} {_ORDER}"""

_MENTIONS = f"""
select global_id as GLOBALEVENTID, rpad(replace(day, '-', ''), 14, '0') as EventTimeDate, {_STAMP} as MentionTimeDate,
       1 as MentionType, publisher as MentionSourceName, coalesce(nullif(url, ''), document) as MentionIdentifier,
       null as SentenceID, null as Actor1CharOffset, null as Actor2CharOffset, trigger_start as ActionCharOffset,
       1 as InRawText, round(confidence * 100)::int as Confidence, null as MentionDocLen, null as MentionDocTone,
       if(lang = 'en', null, 'srclc:' || lang) as MentionDocTranslationInfo, null as Extras
from event_pairs where {{where}} {_ORDER}"""

_ICEWS = f"""
select pair_id as event_id, day as event_date, actor_name as source_name, array_to_string(actor_sectors, ',') as source_sectors,
       actor_country as source_country, type || ': ' || trigger as event_text, cameo as cameo_code, scale as intensity,
       recipient_name as target_name, array_to_string(recipient_sectors, ',') as target_sectors,
       recipient_country as target_country, document_id as story_id, sentence_number, publisher, city, null as district,
       province, place_country as country, lat as latitude, lon as longitude
from event_pairs where {{where}} {_ORDER}"""

FORMATS = {"events_polecat": _POLECAT, "events_gdelt": _GDELT, "mentions_gdelt": _MENTIONS, "events_icews": _ICEWS}
"""The view of each format: SQL with a place for the condition (`where`)."""


def format_views() -> dict[str, str]:
    """The views, in the order in which they need one another."""
    return {"event_pairs": PAIRS, **{name: sql.format(where=FACT) for name, sql in FORMATS.items()}}
