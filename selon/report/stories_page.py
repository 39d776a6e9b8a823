"""The stories of a database as one self-contained page; nothing is loaded from elsewhere, every word is escaped."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template

from selon.version import __version__

Row = Mapping[str, Any]
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its claims, the points on which its documents differ, and what they give for its numbers."""

    story: Row
    claims: Sequence[Row]
    disagreements: Sequence[Row]
    estimates: Sequence[Row] = ()


def told(
    stories: Iterable[Row], claims: Iterable[Row], disagreements: Iterable[Row], estimates: Iterable[Row]
) -> Iterator[Told]:
    """Each story with those of the rows that are its own."""
    parts = [_by_story(rows) for rows in (claims, disagreements, estimates)]
    for story in stories:
        yield Told(story, *(part.get(story["story_id"], []) for part in parts))


def _by_story(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["story_id"], []).append(row)
    return found


def stories_page(stories: Sequence[Told]) -> str:
    """The HTML of the page."""
    style = (_HERE / "stories.css").read_text(encoding="utf-8")
    shown = [
        {
            "story": each.story,
            "claims": [_with_evidence(claim) for claim in each.claims],
            "differences": differences(each.disagreements),
            "figures": figures(each.estimates),
        }
        for each in stories
    ]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(stories=shown, style=style, style_hash=digest, version=__version__)


@cache
def _template() -> Template:
    env = Environment(loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return env.get_template("stories.html.jinja")


def _with_evidence(claim: Row) -> dict[str, Any]:
    sentence, start = str(claim["sentence"]), claim["trigger_start"] - claim["sentence_start"]
    end = claim["trigger_end"] - claim["sentence_start"]
    return {**claim, "before": sentence[:start], "trigger": sentence[start:end], "after": sentence[end:]}


def figures(rows: Sequence[Row]) -> list[tuple[str, str, list[str]]]:
    """What is counted, the best value with low and high where they differ, and who gives which; days and places apart.

    >>> figures([{"what": "killed", "best": "12", "low": "10", "high": "15", "given": ["A: dix", "B: douze à quinze"]}])
    [('killed', '12 (10 to 15)', ['A: dix', 'B: douze à quinze'])]
    """
    counted = [row for row in rows if row["what"] not in ("day", "place")]
    return [
        (
            str(row["what"]).replace("_", " "),
            str(row["best"]) if row["low"] == row["high"] else f"{row['best']} ({row['low']} to {row['high']})",
            list(row["given"]),
        )
        for row in counted
    ]


def differences(rows: Sequence[Row]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """The points that are contested, the versions of each, and who gives them."""
    fields: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        who = " → ".join(part for part in (row["publisher"], row["source"]) if part) or "a document"
        speakers = fields.setdefault(row["field"], {}).setdefault(row["version"], [])
        if who not in speakers:
            speakers.append(who)
    return [(field, list(versions.items())) for field, versions in fields.items()]
