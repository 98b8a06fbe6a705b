"""Parquet: a row each, read by row groups; needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.errors import UsageError
from translate.folders.formats import (
    Bad,
    Columns,
    Fields,
    Row,
    Text,
    Write,
    as_text,
    cannot_be_read,
    needed,
    no_column,
    sound,
)
from translate.folders.formats.jsonl import of_fields

SUFFIXES = (".parquet",)
NEEDS = ("pyarrow.parquet", "parquet", "Parquet")
BATCH = 256  # rows read or written at a time


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of each row; raises UsageError without the column of texts."""
    parquet = needed(*NEEDS)
    arrow = needed("pyarrow", "parquet", "Parquet")
    try:
        with parquet.ParquetFile(file) as opened:
            if columns.text not in opened.schema_arrow.names:
                raise no_column(file, columns.text, opened.schema_arrow.names)
            if len(set(opened.schema_arrow.names)) < len(opened.schema_arrow.names):
                raise UsageError(f"{file}: two columns have one name; name them apart")
            number = 0
            for batch in opened.iter_batches(BATCH):
                values = [_values(arrow, column) for column in batch.columns]
                for row in zip(*values, strict=True):
                    number += 1
                    fields = dict(zip(batch.schema.names, map(_plain, row), strict=True))
                    yield of_fields(fields, f"{file}:{number}", columns)
    except (OSError, ValueError, ArithmeticError, arrow.ArrowException) as error:
        # Damaged values are told by Python: no UTF-8, a day that no calendar has.
        raise cannot_be_read(file, error) from error


def _values(arrow: Any, column: Any) -> list[Any]:
    """Give the values of a column; as text where Python has none: times of nanoseconds.

    Such a column is made one of microseconds first, if it can be: else its values are those of
    pandas where that happens to be installed, and look otherwise.
    """
    kind = str(column.type).partition("[")[0]  # timestamp, time64, duration
    zone = (column.type.tz,) if kind == "timestamp" else ()
    try:
        if getattr(column.type, "unit", "") == "ns":
            column = column.cast(getattr(arrow, kind)("us", *zone))
        found: list[Any] = column.to_pylist()
    except ValueError:
        if not arrow.types.is_temporal(column.type):
            raise
        found = column.cast(arrow.string()).to_pylist()
    return found


def _plain(value: Any) -> Any:
    """Give a value as JSON has it; dates, times, decimals and bytes as text.

    >>> from datetime import date
    >>> _plain({"on": date(2024, 5, 1), "by": ["Ada"]})
    {'on': '2024-05-01', 'by': ['Ada']}
    """
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@contextmanager
def writer(file: Path, columns: Columns, fields: Fields) -> Iterator[Write]:
    """Write rows; a record is JSON in a column of text, and so is a field of mixed types."""
    parquet = needed(*NEEDS)
    arrow = needed("pyarrow", "parquet", "Parquet")
    kinds = fields.of_table(file)
    schema = _schema(arrow, kinds)
    waiting: list[dict[str, Any]] = []

    def flush() -> None:
        arrays = [
            arrow.array([_typed(arrow, row.get(name), kind) for row in waiting], kind)
            for name, kind in zip(kinds, schema.types, strict=True)
        ]
        out.write_table(arrow.table(arrays, schema=schema))
        waiting.clear()

    def write(row: Row) -> None:
        waiting.append(row.flat(columns))
        if len(waiting) >= BATCH:
            flush()

    with parquet.ParquetWriter(file, schema, compression="zstd") as out:
        yield write
        if waiting:
            flush()


def _schema(arrow: Any, kinds: Mapping[str, set[type]]) -> Any:
    """Give the columns for fields of `kinds`: what is of one plain type has that, the rest text."""
    plain = {bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64()}
    types = (
        plain.get(next(iter(seen)), arrow.string()) if len(seen) == 1 else arrow.string()
        for seen in kinds.values()
    )
    return arrow.schema(zip(map(sound, kinds), types, strict=True))


def _typed(arrow: Any, value: Any, kind: Any) -> Any:
    """Give `value` for a column of type `kind`: JSON in a column of text, where it is none."""
    if value is None or kind != arrow.string():
        return value
    return sound(as_text(value))
