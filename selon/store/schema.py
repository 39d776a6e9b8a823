"""The tables of a database and what their columns mean.

`TABLES` is the one place where a table is described: the writer, the views and docs/schema.md follow it. Column types
are names of Arrow types, so that importing this module costs nothing.
"""

from dataclasses import dataclass

VERSION = 1
"""Counts up when a column changes its meaning; a database of another version is refused (`write`, `query`)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its Arrow type (`string`, `int64`, `float64`, `bool`, `list<string>`) and meaning."""

    name: str
    type: str
    means: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `batched` tables hold what a batch of documents wrote; rows of an unfinished batch do not exist."""

    name: str
    means: str
    columns: tuple[Column, ...]
    batched: bool = True


def _columns(text: str) -> tuple[Column, ...]:
    rows = (line.split("|", 2) for line in text.splitlines() if line.strip())
    return tuple(Column(name.strip(), kind.strip(), means.strip()) for name, kind, means in rows)


_KEY = """
batch_id | string | the batch that wrote the row
document_id | string | the document: a hash of its text and of where it comes from
"""
_ACTOR = """
actor_id | string | the actor in its document
name | string | its name as the document gives it
kind | string | person, state, government, military, organisation, armed_group, medium, people, place, unnamed
code | string | country and sectors (IRNMIL)
country | string | ISO 3166-1 alpha-3
sectors | list<string> | sectors, most important first
"""
_WORDS = """
text | string | the words in the document
char_start | int64 | where they begin, in code points of the document's text
char_end | int64 | where they end
"""

TABLES = (
    Table(
        "documents",
        "one row a document",
        _columns(
            _KEY
            + """
id | string | the id that the input gave it
url | string | its address
title | string | its title
author | string | who signs it
publisher | string | who prints it
published_at | string | ISO 8601 date, or date and time
lang | string | fr or en
sha256 | string | of the text
text | string | the text that was coded
record | string | the record as JSON, without the document's text
coding | string | versions of selon and of the language model, and the fingerprint of the lexicons, that read it
n_events | int64 | how many events it has
"""
        ),
    ),
    Table(
        "actors",
        "one row an actor of a document",
        _columns(_KEY + _ACTOR + "roles | list<string> | titles and functions that the text gives it\n"),
    ),
    Table(
        "mentions",
        "one row for each place of a text that stands for an actor",
        _columns(
            _KEY
            + "actor_id | string | the actor\n"
            + _WORDS.strip()
            + "\nform | string | name, nominal, pronoun, adjective, zero\n"
        ),
    ),
    Table(
        "events",
        "one row an event of a document",
        _columns(
            _KEY
            + """
event_id | string | the event: a hash of its document, type and trigger
number | string | its id in the record (e1)
type | string | PLOVER type
mode | string | PLOVER mode
contexts | list<string> | PLOVER contexts
cameo | string | CAMEO code
trigger | string | the words that say what is done
trigger_start | int64 | where they begin
trigger_end | int64 | where they end
sentence | string | the sentence that says it
sentence_start | int64 | where it begins
sentence_end | int64 | where it ends
sentence_number | int64 | the how manieth sentence with an event, from 1
factuality | string | asserted, future, conditional, hypothetical, possible, negated, denied
background | bool | whether it belongs to the background of the document and not to its news
confidence | float64 | the chance that a reader of the text tells this event too, 0 to 1
rule | string | the rule that found it
same_as | string | the event that tells the same deed earlier in the document
time_text | string | the words that date it
time_value | string | TIMEX3 value
time_mod | string | TIMEX3 modifier
time_start | string | first day (ISO), in the precision of the wording
time_end | string | last day
time_anchored | bool | whether the value rests on a known date
place_text | string | the words that place it
place_name | string | name in the gazetteer
place_country | string | ISO 3166-1 alpha-3
lat | float64 | WGS84 degrees
lon | float64 | WGS84 degrees
geonames_id | int64 | GeoNames
place_precision | string | city, region, country, sea, border, continent, site
"""
        ),
    ),
    Table(
        "participants",
        "one row for each actor or recipient of an event",
        _columns(
            _KEY
            + "event_id | string | the event\nrole | string | actor or recipient\nposition | int64 | from 0\n"
            + _ACTOR.strip()
        ),
    ),
    Table(
        "attributions",
        "one row for each link of a chain of sources",
        _columns(
            _KEY
            + """
about | string | event or gap
about_id | string | the event or gap
position | int64 | from 0, the outermost source
"""
            + _ACTOR.strip()
            + "\n"
            + _WORDS.strip()
            + "\ncue | string | the words that attribute (selon)\nform | string | according_to, indirect, direct, mixed, hearsay, document\n"
        ),
    ),
    Table(
        "quotes",
        "one row for each stretch of reported words",
        _columns(
            _KEY
            + "kind | string | direct, mixed, indirect\n"
            + "speaker_id | string | the actor who speaks\nspeaker | string | his or her name\nspeaker_code | string | country and sectors\n"
            + _WORDS.strip()
            + "\ncue | string | the verb of saying\n"
        ),
    ),
    Table(
        "quantities",
        "one row for each number of an event",
        _columns(
            _KEY
            + """
event_id | string | the event
what | string | killed, wounded, arrested …
low | float64 | lowest value
high | float64 | highest value, none when open
about | bool | whether the text says about
"""
            + _WORDS.strip()
        ),
    ),
    Table(
        "gaps",
        "one row for each thing said to be unknown",
        _columns(
            _KEY
            + "gap_id | string | the gap\nmissing | list<string> | place, time, nature, number, identity …\n"
            + "event_id | string | the event that it is about\n"
            + _WORDS.strip()
        ),
    ),
    Table(
        "rejects",
        "one row for each document that was not read",
        _columns(
            """
batch_id | string | the batch that met it
document | string | its name
reason | string | from a closed list: empty, binary, language …
message | string | what was wrong and what to do
"""
        ),
    ),
    Table(
        "batches",
        "one row for each finished batch; what is not here has not happened",
        _columns(
            """
batch_id | string | the batch
sequence | int64 | milliseconds since 1970 when it was finished
kind | string | documents or merge
documents | int64 | documents read
rejects | int64 | documents refused
schema | int64 | version of these tables
selon | string | version of selon
"""
        ),
        batched=False,
    ),
    Table(
        "stories",
        "one row for each thing that documents report; computed, made anew by every merge",
        _columns(
            """
batch_id | string | the merge that made the row
story_id | string | the story: a hash of its events
type | string | PLOVER type
mode | string | PLOVER mode
headline | string | the sentence that tells it best
actors | string | who did it
recipients | string | to whom
first_day | string | earliest day that a document gives
last_day | string | latest day
place | string | the most precise place that most documents give
country | string | ISO 3166-1 alpha-3
lat | float64 | WGS84 degrees
lon | float64 | WGS84 degrees
events | int64 | events in it
documents | int64 | documents that tell it
publishers | int64 | publishers among them
independent | int64 | documents left when copies of one dispatch count once
asserted | int64 | events that tell it as done
denied | int64 | events that deny it
"""
        ),
    ),
    Table(
        "story_events",
        "one row for each event of a story",
        _columns(
            """
batch_id | string | the merge that made the row
story_id | string | the story
event_id | string | the event
document_id | string | its document
copy_of | string | the document of which this one is a near copy
score | float64 | how sure it is that it belongs there, 0 to 1
why | string | the reasons
"""
        ),
    ),
    Table(
        "disagreements",
        "one row for each point on which the documents of a story differ, and each version of it",
        _columns(
            """
batch_id | string | the merge that made the row
story_id | string | the story
field | string | factuality, number, doer, place, time, wording
version | string | what is said
event_id | string | the event that says so
document_id | string | its document
publisher | string | who prints it
source | string | according to whom, outermost first
"""
        ),
    ),
    Table(
        "judgements",
        "one row for each judgement of a person; the last one on a pair or an event counts",
        _columns(
            """
judgement_id | string | the judgement
event_id | string | the event judged
other_event_id | string | the other event of a pair; none for an event alone
verdict | string | same, different, unsure, right, wrong, corrected; withdrawn takes the last one back
judged_by | string | who judged
judged_at | string | when (ISO 8601)
why | string | a remark
correction | string | what a corrected event is, as JSON: the columns of `claims` that it replaces, and its parties
"""
        ),
        batched=False,
    ),
)
"""All tables, in the order in which they are written; `batches` is written last of all."""

VIEW_MEANS = {
    "claims": "one row an event as one document tells it: the columns of `events` and of its document (`document` is the id "
    "that the input gave), `actors`, `recipients` and their `…_codes` in one cell each, `according_to` (the chain, outermost "
    "first), `source`, `source_code`, `source_form` (the innermost; `own` and the publisher where the text names none), "
    "`depth` of the chain, `corrected_by`",
    "estimates": "one row for each number of a story (`what`: killed, wounded …), its `day` and its `place`: `best`, `low`, "
    "`high`, `independent` documents that give one, and `given` (who gives which)",
    "event_pairs": "the claims once for each pair of actor and recipient, with `pair_id`, Goldstein value (`scale`) and `quad` class",
    "events_polecat": "POLECAT's 40 columns",
    "events_gdelt": "the 61 columns of GDELT 2.0 events",
    "mentions_gdelt": "the 16 columns of GDELT 2.0 mentions",
    "events_icews": "the 20 columns of ICEWS",
}
"""The views that people ask, and what they hold."""

BY_NAME = {table.name: table for table in TABLES}
DOCUMENT_TABLES = (
    "documents",
    "actors",
    "mentions",
    "events",
    "participants",
    "attributions",
    "quotes",
    "quantities",
    "gaps",
)
MERGE_TABLES = ("stories", "story_events", "disagreements")


def markdown() -> str:
    """The tables as docs/schema.md shows them."""
    lines = [
        f"# The tables of a database (schema version {VERSION})",
        "",
        "Made from `selon/store/schema.py` by `make docs`.",
        "",
    ]
    for table in TABLES:
        lines += [
            f"## {table.name}",
            "",
            f"{table.means[0].upper()}{table.means[1:]}.",
            "",
            "| column | type | meaning |",
            "|---|---|---|",
        ]
        lines += [f"| {column.name} | {column.type} | {column.means} |" for column in table.columns]
        lines.append("")
    lines += [
        "## Views",
        "",
        "`selon sql` and `Store.sql` ask them as if they were tables.",
        "",
        "| view | meaning |",
        "|---|---|",
    ]
    return "\n".join([*lines, *(f"| {name} | {means} |" for name, means in VIEW_MEANS.items()), ""])
