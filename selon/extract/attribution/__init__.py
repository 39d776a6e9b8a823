"""Who says so: reports in a parsed text, the chains of sources that they make, and the quotes.

In: a `Parse` and a function from a token to actor ids. Out: `Reports`. Data: `{fr,en}/reporting.yml`, `sources.yml`,
`hearsay.yml`, `verb_forms.yml`, `bounds.yml`.
"""

from selon.extract.attribution.find import find_reports
from selon.extract.attribution.report import Report, Reports

__all__ = ["Report", "Reports", "find_reports"]
