"""Watching feeds: new items are read into a database as they come.

Polite: a feed that has not changed is not sent again (ETag, Last-Modified), robots.txt is kept, a host is asked once in
a while only. What was seen is remembered beside the database, so that a restart asks no more than needed.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from selon.errors import InputError
from selon.ingest import Defaults, Reject
from selon.ingest.decode import decode
from selon.ingest.document import make_document
from selon.ingest.feed import articles_of_feed
from selon.ingest.fetch import AGENT, Fetched, fetch, shown
from selon.ingest.formats import Article
from selon.ingest.html import article_of_page
from selon.model.document import Document
from selon.run.ingest import Progress, ingest_documents

# An item with fewer characters is a teaser: its page is read instead.
_TEASER = 600
_FEED_BYTES = 20_000_000
_PAGE_BYTES = 10_000_000
_KEPT = 5_000  # ids of items that are remembered for a feed


@dataclass(slots=True)
class Seen:
    """What is remembered of one feed."""

    etag: str | None = None
    modified: str | None = None
    items: list[str] = field(default_factory=list)


class Polite:
    """Fetches with a pause between two requests to one host, and keeps to robots.txt."""

    def __init__(
        self, *, pause: float, get: Callable[..., Fetched] = fetch, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.pause, self._get, self._sleep = pause, get, sleep
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | None] = {}

    def get(self, url: str, *, robots: bool = True, **options: object) -> Fetched:
        """What stands at the address; what robots.txt forbids is an InputError."""
        if robots and not self._allowed(url):
            from selon.errors import Reason

            raise InputError(shown(url), Reason.NETWORK, "is closed to programs by robots.txt.", "Read it by hand.")
        self._wait(urlsplit(url).netloc)
        return self._get(url, **options)

    def _wait(self, host: str) -> None:
        left = self._last.get(host, -1e9) + self.pause - time.monotonic()
        if left > 0:
            self._sleep(left)
        self._last[host] = time.monotonic()

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._read_robots(f"{host}/robots.txt")
        rules = self._robots[host]
        return rules is None or rules.can_fetch(AGENT, url)

    def _read_robots(self, url: str) -> RobotFileParser | None:
        """The rules of a host; None (everything is open) where it has none."""
        try:
            found = self.get(url, robots=False, limit=500_000)
        except InputError:
            return None
        rules = RobotFileParser(url)
        rules.parse((found.data or b"").decode("utf-8", errors="replace").splitlines())
        return rules


class Watch:
    """Feeds, and what is remembered of them in `memory` (a JSON file)."""

    def __init__(self, feeds: Sequence[str], memory: Path, polite: Polite, defaults: Defaults) -> None:
        self.feeds, self.memory, self.polite, self.defaults = list(dict.fromkeys(feeds)), memory, polite, defaults
        self._seen = self._remembered()

    def _remembered(self) -> dict[str, Seen]:
        try:
            kept = json.loads(self.memory.read_text(encoding="utf-8"))
            return {url: Seen(**value) for url, value in kept.items()}
        except (OSError, ValueError, TypeError):
            return {}

    def new(self) -> Iterator[Document | Reject]:
        """The new documents of all feeds, and what could not be read."""
        for url in self.feeds:
            try:
                yield from self._of_feed(url)
            except InputError as fault:
                yield Reject.of(fault)

    def remember(self) -> None:
        """Keeps what was seen; called when the documents are in the database."""
        kept = {
            url: {"etag": seen.etag, "modified": seen.modified, "items": seen.items[-_KEPT:]}
            for url, seen in self._seen.items()
        }
        fresh = self.memory.with_suffix(".new")
        fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self.memory)

    def _of_feed(self, url: str) -> Iterator[Document | Reject]:
        name = shown(url)
        seen = self._seen.setdefault(name, Seen())
        found = self.polite.get(url, etag=seen.etag, modified=seen.modified, limit=_FEED_BYTES)
        if found.data is None:
            return
        known = set(seen.items)
        for article in articles_of_feed(decode(found.data, name), name):
            if isinstance(article, InputError):
                yield Reject.of(article)
                continue
            id = article[2].get("id") or article[2].get("url") or article[1]
            if id in known:
                continue
            try:
                yield self._document(article)
            except InputError as fault:
                yield Reject.of(fault)
            seen.items.append(id)
        seen.etag, seen.modified = found.etag, found.modified

    def _document(self, article: Article) -> Document:
        """The document of an item; of a teaser, that of the page behind it."""
        name, text, known = article
        link = known.get("url")
        if len(text) < _TEASER and link:
            page = self.polite.get(link, limit=_PAGE_BYTES)
            whole = article_of_page(decode(page.data or b"", shown(link)), shown(link))
            if not isinstance(whole, InputError) and len(whole[1]) > len(text):
                text = whole[1]
                known = {key: known.get(key) or whole[2].get(key) for key in known}
        return make_document(text, name, known, self.defaults)


def watch(
    feeds: Sequence[str],
    database: str,
    defaults: Defaults,
    *,
    every: float,
    rounds: int | None = None,
    pause: float = 2.0,
    tell: Callable[[Progress, Reject | None], None] = lambda progress, reject: None,
) -> Progress:
    """Reads new items into the database every so many seconds, for ever or so many rounds; the sum of all rounds."""
    total = Progress()
    watching: Watch | None = None
    number = 0
    while rounds is None or number < rounds:
        if number:
            time.sleep(every)
        number += 1
        if watching is None:
            Path(database).mkdir(parents=True, exist_ok=True)
            watching = Watch(feeds, Path(database) / "_watch.json", Polite(pause=pause), defaults)
        done = ingest_documents(watching.new(), database, tell=tell)
        watching.remember()
        for name in ("met", "read", "known", "refused", "events"):
            setattr(total, name, getattr(total, name) + getattr(done, name))
        total.reasons += done.reasons
        total.stories = done.stories or total.stories
    return total
