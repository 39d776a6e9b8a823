"""Every exception of selon.

SelonError
├── InputError         a document cannot be read: carries the reason, the document and the remedy
├── LexiconError       a lexicon file has faults: all of them at once, each with file and line
├── ModelError         a language model is missing or unfit
├── EngineError        the processes or machines that are to read cannot be used
├── StoreError         a database cannot be opened, written or asked
└── UsageError         options that do not go together
"""

from enum import StrEnum


class SelonError(Exception):
    """The root: something that selon can say clearly."""


class Reason(StrEnum):
    """Why a document is not read: the closed list that `rejects` uses."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    LANGUAGE = "language"
    FORMAT = "format"
    NO_TEXT = "no_text"
    NETWORK = "network"
    CLOSED = "closed"
    FAILED = "failed"


# The step of the way at which each reason shows itself.
_STEPS = {
    Reason.NOT_FOUND: "opening",
    Reason.UNREADABLE: "opening",
    Reason.NETWORK: "fetching",
    Reason.CLOSED: "fetching",
    Reason.EMPTY: "reading",
    Reason.TOO_LARGE: "reading",
    Reason.BINARY: "decoding",
    Reason.ENCODING: "decoding",
    Reason.FORMAT: "recognising the format",
    Reason.NO_TEXT: "finding the text",
    Reason.LANGUAGE: "telling the language",
    Reason.FAILED: "extracting",
}


class InputError(SelonError):
    """A document that cannot be read. `str()` names the document, the step, what is wrong and what to do."""

    def __init__(self, document: str, reason: Reason, problem: str, remedy: str) -> None:
        super().__init__(f"{document} ({_STEPS[reason]}): {problem} {remedy}".strip())
        self.document = document
        self.reason = reason
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, Reason, str, str]]:
        """How it travels from a worker process."""
        return type(self), (self.document, self.reason, self.problem, self.remedy)


class LexiconError(SelonError):
    """Faults in lexicon files; `faults` are lines `file:line field: cause`."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults

    def __reduce__(self) -> tuple[type["LexiconError"], tuple[list[str]]]:
        """How it travels from a worker process."""
        return type(self), (self.faults,)


class ModelError(SelonError):
    """A language model that is missing, broken, or whose labels are not UD."""


class EngineError(SelonError):
    """Processes or machines that cannot be used to read: not installed, not reached, of another version."""


class StoreError(SelonError):
    """A database that cannot be opened, written or asked; the message names it and the remedy."""


class UsageError(SelonError):
    """Options or arguments that do not go together."""
