"""Python's collector of garbage in the processes that are selon's own."""

import gc

# Objects made since the last round before the next one: trees of sentences are many objects that end together.
_MANY = 20_000
_ROUNDS = 20


def collect_rarely() -> None:
    """Has garbage collected more rarely than Python does, which takes a tenth of the reading; not for a library to ask
    of the process that calls it."""
    gc.set_threshold(_MANY, _ROUNDS, _ROUNDS)
