"""Stories for people: on the terminal and as a page."""

import io

from rich.console import Console

from selon.report.stories import show_story
from selon.report.stories_page import Told, stories_page

STORY = {
    "type": "ASSAULT", "mode": None, "actors": "l'armée <b>", "recipients": "des rebelles", "first_day": "2021-05-03",
    "last_day": "2021-05-03", "place": "Gao", "country": "MLI", "documents": 2, "publishers": 2, "independent": 1,
}  # fmt: skip
CLAIM = {
    "publisher": "Agence A", "document": "d1", "published_at": "2021-05-04", "according_to": "un officier",
    "lang": "fr", "factuality": "denied", "copy_of": "d0", "sentence": "L'armée a tué deux rebelles.",
    "sentence_start": 10, "trigger_start": 18, "trigger_end": 23,
}  # fmt: skip
DIFFERENCES = [
    {"field": "number of killed", "version": "deux", "publisher": "Agence A", "source": "un officier"},
    {"field": "number of killed", "version": "neuf", "publisher": "Agence B", "source": None},
]
COUNTED = [
    {"what": "day", "best": "2021-05-03", "low": "2021-05-03", "high": "2021-05-03", "given": ["Agence A: lundi"]},
    {"what": "killed", "best": "2", "low": "2", "high": "9", "given": ["Agence A: deux", "Agence B: neuf"]},
]


def test_a_story_says_who_says_what_and_where_they_differ() -> None:
    out = io.StringIO()
    show_story(Told(STORY, [CLAIM], DIFFERENCES, COUNTED), Console(file=out, width=100, highlight=False))
    told = " ".join(out.getvalue().split())
    assert "Agence A 2021-05-04, according to un officier (denies it) [reprint]: L'armée [a tué] deux rebelles." in told
    assert "number of killed: deux (Agence A → un officier); neuf (Agence B)" in told
    assert "2 documents, 2 publishers, 1 independent" in told
    assert "They count: killed: 2 (2 to 9) — Agence A: deux; Agence B: neuf" in told


def test_the_page_holds_the_same_and_escapes_every_word() -> None:
    page = stories_page([Told(STORY, [CLAIM], DIFFERENCES, COUNTED)])
    assert "<b>2 (2 to 9)</b> Agence A: deux; Agence B: neuf" in page
    assert "l&#39;armée &lt;b&gt;" in page
    assert "<mark>a tué</mark>" in page
    assert "<b>neuf</b> Agence B" in page
    assert "http" not in page.replace("http-equiv", "")
