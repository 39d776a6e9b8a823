"""The explorer and the API without a browser: every page answers, hostile text stays text, strangers are refused."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the extra [serve] is not installed")

from fastapi.testclient import TestClient

from selon.web import create_app
from selon.web.links import address
from selon.web.naming import names
from selon.web.speech import LANGS, words
from tests.store.records import TEXT, record
from tests.web.database import PAGES, database_of

EVIL = "<script>alert(1)</script>"
HERE = "http://localhost"
ASKED = (*PAGES, "/?actor=MLI", "/?since=2021-05", "/?actor=ZZZ")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    hostile = record(text=f"{TEXT} {EVIL}", id=f"d3{EVIL}", publisher=f"Agence {EVIL}")
    return database_of(tmp_path_factory.mktemp("web"), hostile)


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    with TestClient(create_app(database, review="Test"), base_url=HERE) as found:
        yield found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", ASKED)
def test_every_page_answers_in_both_languages(client: TestClient, page: str, lang: str) -> None:
    answer = client.get(page, headers={"accept-language": lang})
    assert answer.status_code == 200
    assert f'<html lang="{lang}"' in answer.text
    assert words(lang)["footer"] in answer.text


def test_story_and_article_are_reached_from_the_overview(client: TestClient) -> None:
    page = client.get("/").text
    for kind in ("story", "article"):
        link = re.search(rf'href="(/{kind}/[0-9a-f]+)', page)
        assert link is not None, kind
        assert client.get(link.group(1)).status_code == 200


def test_a_story_shows_what_its_documents_count(client: TestClient) -> None:
    (story,) = [row["story_id"] for row in client.get("/api/v1/stories").json()["rows"]]
    page = client.get(f"/story/{story}?lang=en").text
    table = page[page.index('class="estimates"') : page.index("</table>", page.index('class="estimates"'))]
    given = {row["what"]: row for row in client.get(f"/api/v1/stories/{story}").json()["estimates"]}
    assert given and all(f"<td>{names('en').estimate(what, row['best'])}</td>" in table for what, row in given.items())


def test_an_article_shows_its_words_with_marks(client: TestClient) -> None:
    (row,) = [row for row in client.get("/api/v1/documents").json()["rows"] if row["id"] == "d1"]
    page = client.get(f"/article/{row['document_id']}").text
    assert 'class="m trigger"' in page
    shown = re.sub(r"<[^>]+>", "", page[page.index('<div class="text"') : page.index("<aside")])
    assert "tué" in shown and "une source de sécurité" in shown


def test_hostile_text_is_shown_and_never_run(client: TestClient) -> None:
    (row,) = [row for row in client.get("/api/v1/documents").json()["rows"] if EVIL in row["id"]]
    for page in (
        "/",
        "/gaps",
        f"/article/{row['document_id']}",
        f"/?publisher={EVIL}",
        f"/actor?name={EVIL}",
    ):
        text = client.get(page).text
        assert EVIL not in text
        assert "&lt;script&gt;" in text
    for page in ASKED:
        assert EVIL not in client.get(page).text


def test_nothing_is_loaded_from_elsewhere(client: TestClient) -> None:
    for page in ASKED:
        answer = client.get(page)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', answer.text)
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", answer.text)


def test_what_is_missing_is_a_page_that_says_so(client: TestClient) -> None:
    for page in ("/story/0000", "/article/0000", "/actor"):
        assert client.get(page).status_code == 404


@pytest.mark.parametrize(
    "bad",
    [
        "/?limit=0",
        "/?min_confidence=2",
        "/?limit=99999",
        "/?offset=-1",
        "/?since=yesterday",
        "/api/v1/events?limit=x",
        "/story/XY!",
        "/actor?name=" + "x" * 400,
    ],
)
def test_a_faulty_question_is_refused(client: TestClient, bad: str) -> None:
    assert client.get(bad).status_code in (404, 422)


def test_another_host_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


def test_with_a_token_strangers_are_refused(database: str) -> None:
    with TestClient(create_app(database, token="secret", hosts=("localhost",)), base_url=HERE) as client:
        assert client.get("/").status_code == 401
        assert client.get("/?token=secret").status_code == 200
        assert client.get("/").status_code == 200, "the cookie stands for the token"


def test_nothing_is_written_without_review(database: str) -> None:
    with TestClient(create_app(database), base_url=HERE) as client:
        assert client.get("/review").status_code == 404
        assert client.post("/review", data={"event_id": "0", "verdict": "wrong", "token": "x"}).status_code in (
            404,
            405,
        )


def test_a_judgement_hides_an_event_and_can_be_taken_back(client: TestClient) -> None:
    before = client.get("/api/v1/info").json()["tables"]["judgements"]
    page = client.get("/review").text
    event = re.search(r'name="event_id" value="([0-9a-f]+)"', page).group(1)  # type: ignore[union-attr]
    secret = re.search(r'name="token" value="([^"]+)"', page).group(1)  # type: ignore[union-attr]
    given = {"event_id": event, "token": secret}
    assert client.post("/review", data={**given, "verdict": "wrong", "token": "guess"}).status_code == 403
    assert client.post("/review", data={**given, "verdict": "maybe"}).status_code == 422
    client.post("/review", data={**given, "verdict": "wrong"})
    assert event not in [row["event_id"] for row in client.get("/api/v1/events").json()["rows"]]
    client.post("/review", data={**given, "verdict": "withdrawn"})
    assert event in [row["event_id"] for row in client.get("/api/v1/events").json()["rows"]]
    assert client.get("/api/v1/info").json()["tables"]["judgements"] == before


def test_an_event_is_corrected_and_shown_as_corrected(client: TestClient) -> None:
    (claim, *_) = client.get("/api/v1/events").json()["rows"]
    page = client.get(f"/review?event={claim['event_id']}").text
    secret = re.search(r'name="token" value="([^"]+)"', page).group(1)  # type: ignore[union-attr]
    given = {"event_id": claim["event_id"], "token": secret, "type": "PROTEST", "mode": "demo", "factuality": "denied"}
    parties = {"actor": ["Des <b>lycéens</b>", ""], "actor_code": ["MLIEDU", ""]}
    assert client.post("/review/correct", data={**given, "token": "guess"}).status_code == 403
    refused = client.post("/review/correct", data={**given, "mode": "visit"})
    assert refused.status_code == 422 and "no mode visit" in refused.text
    client.post("/review/correct", data={**given, **parties, "back": "/"})
    (shown,) = [row for row in client.get("/api/v1/events").json()["rows"] if row["event_id"] == claim["event_id"]]
    assert (shown["type"], shown["actor_codes"], shown["corrected_by"]) == ("PROTEST", "MLIEDU", "Test")
    article = client.get(f"/article/{claim['document_id']}", headers={"accept-language": "en"}).text
    assert "corrected by Test" in article and "Des &lt;b&gt;lycéens&lt;/b&gt;" in article
    client.post("/review", data={"event_id": claim["event_id"], "token": secret, "verdict": "withdrawn"})
    assert [row for row in client.get("/api/v1/events").json()["rows"] if row["event_id"] == claim["event_id"]] == [
        claim
    ]


def test_two_that_are_not_one_leave_the_story_and_come_back(client: TestClient) -> None:
    (story,) = [row["story_id"] for row in client.get("/api/v1/stories").json()["rows"]]
    page = client.get("/review/merges").text
    pair = re.findall(r'name="(event_id|other_event_id|token)" value="([^"]+)"', page)
    given = dict(pair[:3])
    before = len(client.get(f"/api/v1/stories/{story}").json()["claims"])
    client.post("/review", data={**given, "verdict": "different"})
    assert given["event_id"] not in client.get("/review/merges").text or before > 2
    after = client.get(f"/api/v1/stories/{story}")
    assert after.status_code == 404 or len(after.json()["claims"]) == before - 1
    client.post("/review", data={**given, "verdict": "withdrawn"})
    assert len(client.get(f"/api/v1/stories/{story}").json()["claims"]) == before


def test_posts_from_other_sites_are_refused(client: TestClient) -> None:
    answer = client.post("/api/v1/read", json={"text": "x"}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("kind", ["csv", "json", "parquet"])
def test_what_is_shown_can_be_downloaded(client: TestClient, kind: str) -> None:
    answer = client.get(f"/download/{kind}?actor=MLI")
    assert answer.status_code == 200
    assert f"selon-events.{kind}" in answer.headers["content-disposition"]
    assert len(answer.content) > 100


def test_the_api_is_described(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/events", "/api/v1/stories", "/api/v1/stories/{story_id}", "/api/v1/read"} <= paths.keys()
    assert not any(path == "/" or path.startswith("/review") for path in paths)


def test_a_posted_text_is_refused_with_the_reason(client: TestClient) -> None:
    answer = client.post("/api/v1/read", json={"text": "   "})
    assert answer.status_code == 422
    assert client.post("/api/v1/read", json={"text": "x" * 300_000}).status_code == 422


def test_both_languages_have_the_same_words() -> None:
    assert words("fr").keys() == words("en").keys()
    assert all(words(lang).values() for lang in LANGS)
    assert not set(words("fr")) & set(dir(dict)), "templates would see the method of the dictionary"


def test_addresses_keep_what_is_given() -> None:
    assert address("/", {"actor": "IRN"}, offset=0, type=None, lang="fr") == "/?actor=IRN&lang=fr"


def test_the_vendored_files_are_those_of_the_manifest() -> None:
    import csv
    import hashlib

    folder = Path(__file__).parents[2] / "selon" / "web" / "static"
    with (folder / "MANIFEST.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            assert hashlib.sha256((folder / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]
