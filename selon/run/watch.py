"""Watching feeds: new items are read into a database as they come.

Polite: a feed that has not changed is not sent again (ETag, Last-Modified), robots.txt is kept, a host is asked once in
a while only. What was seen is remembered beside the database, so that a restart asks no more than needed.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from selon.errors import InputError, Reason
from selon.ingest import Defaults, Reject
from selon.ingest.decode import decode
from selon.ingest.document import make_document
from selon.ingest.feed import articles_of_feed
from selon.ingest.fetch import AGENT, Fetched, fetch, shown
from selon.ingest.formats import Article
from selon.ingest.html import article_of_page
from selon.model.document import Document
from selon.run.ingest import Progress, ingest_documents
from selon.store.beside import read_beside, write_beside

# An item with fewer characters is a teaser: its page is read instead.
_TEASER = 600
_FEED_BYTES = 20_000_000
_PAGE_BYTES = 10_000_000
_KEPT = 5_000  # ids of items that are remembered for a feed
_TRIES = 3  # looks at an item whose page the network does not give
_ROBOTS_SECONDS = 86_400.0  # after which robots.txt is read again
_LONGEST_PAUSE = 60.0  # that robots.txt may ask for


@dataclass(slots=True)
class Seen:
    """What is remembered of one feed."""

    etag: str | None = None
    modified: str | None = None
    items: list[str] = field(default_factory=list)
    tries: dict[str, int] = field(default_factory=dict)


class Polite:
    """Fetches with a pause between two requests to one host, and keeps to robots.txt."""

    def __init__(
        self, *, pause: float, get: Callable[..., Fetched] = fetch, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.pause, self._get, self._sleep = pause, get, sleep
        self._last: dict[str, float] = {}
        self._robots: dict[str, tuple[float, RobotFileParser | None]] = {}

    def get(self, url: str, *, robots: bool = True, **options: object) -> Fetched:
        """What stands at the address; what robots.txt forbids is an InputError."""
        rules = self._rules(url) if robots else None
        if rules is not None and not rules.can_fetch(AGENT, url):
            raise InputError(shown(url), Reason.CLOSED, "is closed to programs by robots.txt.", "Read it by hand.")
        wanted = float(rules.crawl_delay(AGENT) or 0) if rules is not None else 0.0
        self._wait(urlsplit(url).netloc, max(self.pause, min(wanted, _LONGEST_PAUSE)))
        return self._get(url, **options)

    def _wait(self, host: str, pause: float) -> None:
        left = self._last.get(host, -1e9) + pause - time.monotonic()
        if left > 0:
            self._sleep(left)
        self._last[host] = time.monotonic()

    def _rules(self, url: str) -> RobotFileParser | None:
        """What the host's robots.txt says, which is read once a day."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        known = self._robots.get(host)
        if known is None or time.monotonic() - known[0] > _ROBOTS_SECONDS:
            known = self._robots[host] = (time.monotonic(), self._read_robots(f"{host}/robots.txt"))
        return known[1]

    def _read_robots(self, url: str) -> RobotFileParser | None:
        """The rules of a host; None (all is open) where it has none; one that does not answer is an InputError."""
        try:
            found = self.get(url, robots=False, limit=500_000)
        except InputError as fault:
            if fault.reason is Reason.TOO_LARGE or "answers 4" in fault.problem:
                return None
            raise
        rules = RobotFileParser(url)
        rules.parse((found.data or b"").decode("utf-8", errors="replace").splitlines())
        return rules


class Watch:
    """Feeds, and what is remembered of them beside the database (`_watch.json`)."""

    def __init__(self, feeds: Sequence[str], database: str, polite: Polite, defaults: Defaults) -> None:
        self.feeds, self.database, self.polite, self.defaults = list(dict.fromkeys(feeds)), database, polite, defaults
        self._seen = self._remembered()

    def _remembered(self) -> dict[str, Seen]:
        try:
            kept = json.loads(read_beside(self.database) or "{}")
            return {url: Seen(**value) for url, value in kept.items()}
        except (ValueError, TypeError, AttributeError):
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
            url: {"etag": seen.etag, "modified": seen.modified, "items": seen.items[-_KEPT:], "tries": seen.tries}
            for url, seen in self._seen.items()
        }
        write_beside(self.database, json.dumps(kept, ensure_ascii=False))

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
                if fault.reason is Reason.NETWORK and seen.tries.get(id, 0) < _TRIES - 1:
                    seen.tries[id] = seen.tries.get(id, 0) + 1
                    continue
            seen.items.append(id)
            seen.tries.pop(id, None)
        # A feed with an item that is to be tried again is wanted again, be it unchanged.
        seen.etag, seen.modified = (None, None) if seen.tries else (found.etag, found.modified)

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
            watching = Watch(feeds, database, Polite(pause=pause), defaults)
        done = ingest_documents(watching.new(), database, tell=tell)
        watching.remember()
        for name in ("met", "read", "known", "refused", "events"):
            setattr(total, name, getattr(total, name) + getattr(done, name))
        total.reasons += done.reasons
        total.stories = done.stories or total.stories
    return total
