"""Rows of an answer, as Arrow, pandas, polars, plain rows or a table in a notebook."""

from collections.abc import Iterator
from typing import Any


class Answer:
    """Rows of an answer. `columns` are their names; `__arrow_c_stream__` lets any Arrow library read them."""

    def __init__(self, table: Any) -> None:
        self._table = table

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self._table.column_names)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for batch in self._table.to_batches(max_chunksize=1000):
            yield from batch.to_pylist()

    def flat(self) -> Iterator[list[Any]]:
        """The rows for a table without nesting: lists joined by `|`, white space (line ends too) as single spaces."""
        for row in self:
            yield [cell(value) for value in row.values()]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """A pyarrow table."""
        return self._table

    def to_pandas(self) -> Any:
        """A pandas frame; needs pandas."""
        return self._table.to_pandas()

    def to_polars(self) -> Any:
        """A polars frame; needs polars."""
        import polars

        return polars.from_arrow(self._table)

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        rows = self._table.slice(0, 20).to_pylist()
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(value))}</td>" for value in row.values()) + "</tr>" for row in rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{len(self)} rows</p>"


def cell(value: object) -> object:
    """A value for a table without nesting.

    >>> cell(["one", "two"]), cell("two\\nlines"), cell(None)
    ('one|two', 'two lines', None)
    """
    text = "|".join(map(str, value)) if isinstance(value, list) else value
    return " ".join(text.split()) if isinstance(text, str) else text


def _shown(value: object) -> str:
    return "" if value is None else str(value)
