"""A file, a page, a stream → documents. Every input gives Documents and Rejects, in order; none is lost.

What comes in: paths, folders, URLs, `-`. What goes out: `Document` for what can be read, `Reject` for what cannot,
with a reason from the closed list. Recognised by content: plain text, HTML, JSON, JSON Lines, CSV, RSS,
Atom, WARC; each also compressed (gzip, zstd, xz, bzip2, zip) or in a folder.
"""

from selon.ingest.defaults import Defaults, Reject
from selon.ingest.document import document_of
from selon.ingest.meter import Meter
from selon.ingest.sources import read_inputs

__all__ = ["Defaults", "Meter", "Reject", "document_of", "read_inputs"]
