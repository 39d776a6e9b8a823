"""Tab-separated files of the formats that have fixed columns: rows of the views of `selon.store.formats`."""

from pathlib import Path

from selon.store.export.facts import flat
from selon.store.formats import FACT, FORMATS
from selon.store.query import Store


def columns(store: Store, view: str) -> list[str]:
    """The names of the columns of a format."""
    return list(store.sql(f"select * from {view} limit 0").columns)


def write_columns(store: Store, view: str, out: Path, *, everything: bool, header: bool = True) -> int:
    """A row a pair of actor and recipient; cells hold no tabs or line ends, so that no quoting is needed."""
    count = 0
    with out.open("w", encoding="utf-8", newline="") as stream:
        if header:
            stream.write("\t".join(columns(store, view)) + "\n")
        for row in store.rows(FORMATS[view].format(where="true" if everything else FACT)):
            stream.write("\t".join(flat(value) for value in row.values()) + "\n")
            count += 1
    return count


def write_polecat(store: Store, out: Path, everything: bool) -> int:
    """POLECAT's 40 columns, with a header."""
    return write_columns(store, "events_polecat", out, everything=everything)


def write_icews(store: Store, out: Path, everything: bool) -> int:
    """The 20 columns of ICEWS (names as in the R package icews), with a header."""
    return write_columns(store, "events_icews", out, everything=everything)


def write_gdelt(store: Store, out: Path, everything: bool) -> int:
    """GDELT 2.0 without header, as GDELT has it: events (61 columns) to `out`, mentions (16) beside it."""
    beside = out.with_name(f"{out.stem}.mentions{out.suffix or '.CSV'}")
    write_columns(store, "mentions_gdelt", beside, everything=everything, header=False)
    return write_columns(store, "events_gdelt", out, everything=everything, header=False)
