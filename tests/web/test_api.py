"""The API against its own description: what schemathesis makes up is answered as described, and never breaks it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

pytest.importorskip("fastapi", reason="the extra [serve] is not installed")
pytest.importorskip("schemathesis", reason="schemathesis is not installed")

import schemathesis
from fastapi.testclient import TestClient

from selon.api.reading import Reading, TooLong
from selon.web import create_app
from tests.web.database import database_of

GETS = [
    f"/api/v1/{name}"
    for name in (
        "info", "events", "stories", "stories/{story_id}", "actors", "sources", "gaps", "documents",
        "documents/{document_id}",
    )
]  # fmt: skip
MODES = ("POSITIVE", "NEGATIVE")
FEW = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> object:
    return create_app(database_of(tmp_path_factory.mktemp("api")), hosts=("localhost", "testserver"))


@pytest.fixture(scope="module")
def described(app: object) -> Any:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize(
    ("path", "mode"), [(path, mode) for path in GETS for mode in MODES if (path, mode) != ("/api/v1/info", "NEGATIVE")]
)
def test_every_answer_is_as_described(described: Any, path: str, mode: str) -> None:
    made_up = described[path]["GET"].as_strategy(generation_mode=schemathesis.GenerationMode[mode])

    @seed(1)
    @FEW
    @given(case=made_up)
    def ask(case: Any) -> None:
        answer = case.call_and_validate()
        if answer.status_code == 422:
            assert answer.json()["detail"][0]["msg"]

    ask()


def test_all_of_the_api_is_asked(described: Any) -> None:
    paths = {operation.ok().path for operation in described.get_all_operations()}
    assert paths == {*GETS, "/api/v1/read"}


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"text": 1}', '{"text": "x", "lang": "xx"}', '{"text": "x", "date": "hier"}']
)
def test_a_faulty_post_is_refused_with_the_reason(app: object, body: str) -> None:
    with TestClient(app, base_url="http://localhost") as client:  # type: ignore[arg-type]
        answer = client.post("/api/v1/read", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_body_without_a_length_is_limited_too(app: object) -> None:
    with TestClient(app, base_url="http://localhost") as client:  # type: ignore[arg-type]
        answer = client.post("/api/v1/read", content=(b"x" * 100_000 for _ in range(30)))
    assert answer.status_code == 413


def test_a_text_that_takes_too_long_is_given_up() -> None:
    reading = Reading(seconds=0.0)
    with pytest.raises(TooLong, match="shorter"):
        reading.read("Paris a condamné mardi l'attaque de Gao. " * 200, {"lang": "fr"})
    assert reading._process is None


def test_answers_come_in_the_order_that_is_asked_for(app: object) -> None:
    client = TestClient(app)  # type: ignore[arg-type]
    rows = client.get("/api/v1/sources", params={"sort": "name"}).json()["rows"]
    assert len(rows) > 1
    assert [row["source"] for row in rows] == sorted(row["source"] for row in rows)
    assert client.get("/api/v1/events", params={"sort": "beauty"}).status_code == 422


def test_a_story_tells_its_numbers(app: object) -> None:
    client = TestClient(app)  # type: ignore[arg-type]
    stories = client.get("/api/v1/stories").json()["rows"]
    told = [client.get(f"/api/v1/stories/{row['story_id']}").json()["estimates"] for row in stories]
    assert all({"what", "best", "low", "high"} <= set(row) for rows in told for row in rows)
    assert any(told)
