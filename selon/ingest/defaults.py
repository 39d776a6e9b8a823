"""What the user says of inputs that do not say it themselves, and what becomes of inputs that cannot be read."""

from dataclasses import dataclass

from selon.errors import InputError, Reason

# One document is one article. Longer texts are books or dumps: parsing them at once would take gigabytes.
MAX_CHARACTERS = 1_000_000
MAX_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Defaults:
    """`lang` is fr, en or auto; `date` (ISO) holds for documents without a publication date."""

    lang: str = "auto"
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """A document that is not read: its name, the reason, and a sentence that says what to do."""

    name: str
    reason: Reason
    message: str

    @classmethod
    def of(cls, error: InputError) -> "Reject":
        """The reject that an error stands for."""
        return cls(error.document, error.reason, str(error))
