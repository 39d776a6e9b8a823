"""The explorer in a real browser: every page, on a desktop and a phone, in both languages; nothing asked elsewhere."""

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.database import PAGES, database_of

pytest.importorskip("fastapi", reason="the extra [serve] is not installed")
playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")

SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    import uvicorn

    from selon.web import create_app

    app = create_app(database_of(tmp_path_factory.mktemp("browser")), review="Test")
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield found
        found.close()


class Tab:
    """A page that notes requests to elsewhere and errors."""

    def __init__(self, browser: Any, address: str, size: str = "desktop", locale: str = "en") -> None:
        self.address = address
        self.context = browser.new_context(viewport=SIZES[size], locale=locale)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda line: self.faults.append(line.text) if line.type == "error" else None)

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"asked {url}")

    def open(self, path: str) -> Any:
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page


def _axe(page: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found.response["violations"]]


def _picture(page: Any, name: str) -> None:
    """A screenshot for a person to look at, where SELON_PICTURES names a folder."""
    folder = os.environ.get("SELON_PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("size", list(SIZES))
def test_every_page_is_whole_quiet_and_accessible(browser: Any, address: str, size: str, locale: str) -> None:
    tab = Tab(browser, address, size, locale)
    page = tab.open("/")
    first = {kind: page.locator(f'a[href^="/{kind}/"]').first.get_attribute("href") for kind in ("story", "article")}
    for path in (*PAGES, *(str(link) for link in first.values())):
        page = tab.open(path)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.lang") == locale
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is wider than the {size} by {wide} pixels"
        assert _axe(page) == [], path
        _picture(page, re.sub(r"\W+", "-", f"{size}-{locale}-{path[:12]}"))
    assert tab.faults == []
    tab.context.close()


def test_map_and_timeline_are_drawn(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    page = tab.open("/")
    assert page.locator("#timeline rect.bar").count() >= 1
    assert page.locator("#map path.land").count() > 150
    assert page.locator("#map circle.dot").count() >= 1
    assert tab.faults == []
    tab.context.close()


def test_filters_live_in_the_address(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    page = tab.open("/")
    page.fill("#f-actor", "MLI")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"actor=MLI"))
    assert page.locator(".chips li").count() == 1
    page.locator(".chips a").click()
    page.wait_for_url(re.compile(r"/$"))
    page.locator("#map circle.dot").first.click()
    page.wait_for_url(re.compile(r"place="))
    tab.context.close()


FILLED = {
    "text": "jihadistes",
    "actor": "MLI",
    "recipient": "REB",
    "place": "Gao",
    "according": "MIL",
    "since": "2021",
    "until": "2021-05",
}


@pytest.mark.parametrize(("size", "locale"), [("desktop", "en"), ("phone", "fr")])
def test_every_filter_can_be_set_and_what_it_finds_downloaded(
    browser: Any, address: str, size: str, locale: str
) -> None:
    tab = Tab(browser, address, size, locale)
    page = tab.open("/")
    for name, value in FILLED.items():
        page.fill(f"#f-{name}", value)
    page.select_option("#f-type", "ASSAULT")
    with page.expect_navigation():
        page.locator(".filters .go button").click()
    assert page.locator(".chips li").count() == len(FILLED) + 1
    assert page.locator(".claim").count() >= 1
    for kind in ("csv", "json", "parquet"):
        with page.expect_download() as found:
            page.locator(f'.downloads a[href^="/download/{kind}"]').click()
        assert Path(found.value.path()).stat().st_size > 100, kind
    assert tab.faults == []
    tab.context.close()


def test_a_timeline_month_is_chosen_by_a_click(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    page = tab.open("/")
    box = page.locator("#timeline rect.bar").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"since=2021-05&until=2021-05-31"))
    tab.context.close()


def test_an_article_opens_the_event_of_a_word(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    page = tab.open("/")
    page.locator('a[href^="/article/"]').first.click()
    page.locator(".anchor").first.click()
    assert page.locator(".event[open]").count() >= 1
    assert page.locator(".m.lit").count() >= 1
    tab.context.close()


def test_the_review_works_with_the_keyboard(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    page = tab.open("/review?skip=1")
    with page.expect_navigation():
        page.keyboard.press("u")
    with page.expect_navigation():
        page.keyboard.press("z")
    page = tab.open("/review")
    shown = page.locator('.judge input[name="event_id"]').get_attribute("value")
    with page.expect_navigation():
        page.keyboard.press("r")
    other = page.locator('.judge input[name="event_id"]')
    assert other.count() == 0 or other.get_attribute("value") != shown
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.locator(f'.judge input[name="event_id"][value="{shown}"]').count() == 1
    tab.context.close()


def test_an_event_is_corrected_with_the_keyboard(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    tab.open("/")
    article = tab.open(str(tab.page.locator('a[href^="/article/"]').first.get_attribute("href")))
    assert article.locator(".event[open] .m.lit, .m.lit").count() >= 1, "the link leads to its event"
    page = tab.open(str(article.locator('a[href^="/review?event="]').first.get_attribute("href")))
    page.keyboard.press("c")
    page.select_option("#c-type", "PROTEST")
    assert page.locator("#c-mode optgroup:not([disabled])").count() == 1
    page.select_option("#c-mode", "riot")
    page.fill("#c-country", "NER")
    assert _axe(page) == []
    _picture(page, "correct")
    with page.expect_navigation():
        page.locator(".correct button").press("Enter")
    assert page.get_by_text("corrected by Test").count() == 1
    tab.open("/review")
    with page.expect_navigation():
        page.keyboard.press("z")
    tab.open("/")
    assert page.get_by_text("corrected by").count() == 0
    tab.context.close()


def test_merges_are_judged_with_the_keyboard(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    page = tab.open("/review/merges")
    assert page.locator(".pair .claim").count() == 2
    with page.expect_navigation():
        page.keyboard.press("w")
    assert page.locator(".pair").count() == 0
    tab.open("/stories")
    assert page.locator(".story").count() == 0
    tab.open("/review/merges")
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.locator(".pair .claim").count() == 2
    tab.context.close()


def test_the_language_can_be_changed_and_stays(browser: Any, address: str) -> None:
    tab = Tab(browser, address)
    page = tab.open("/stories")
    page.locator("a.lang").click()
    assert page.evaluate("document.documentElement.lang") == "fr"
    tab.open("/gaps")
    assert page.evaluate("document.documentElement.lang") == "fr"
    tab.context.close()
