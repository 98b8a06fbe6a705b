"""Parquet: a row each, read by row groups; needs the extra `parquet`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.errors import UsageError
from translate.folders.formats import (
    Bad,
    Columns,
    Row,
    Text,
    Write,
    cannot_be_read,
    needed,
    no_column,
    sound,
)
from translate.folders.formats.jsonl import of_fields

SUFFIXES = (".parquet",)
BATCH = 256  # rows read or written at a time


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of each row; raises UsageError without the column of texts."""
    parquet = needed("pyarrow.parquet", "parquet", "Parquet")
    arrow = needed("pyarrow", "parquet", "Parquet")
    try:
        with parquet.ParquetFile(file) as opened:
            if columns.text not in opened.schema_arrow.names:
                raise no_column(file, columns.text, opened.schema_arrow.names)
            number = 0
            for batch in opened.iter_batches(BATCH):
                for fields in batch.to_pylist():
                    number += 1
                    yield of_fields(
                        {k: _plain(v) for k, v in fields.items()}, f"{file}:{number}", columns
                    )
    except (OSError, ValueError, ArithmeticError, arrow.ArrowException) as error:
        # Damaged values are told by Python: no UTF-8, a day that no calendar has.
        raise cannot_be_read(file, error) from error


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
def writer(file: Path, columns: Columns) -> Iterator[Write]:
    """Write rows; a record is JSON in a column of text, and so is a field of mixed types.

    The columns are those of the first rows; a field that comes only later is JSON in `corpus_more`.
    """
    parquet = needed("pyarrow.parquet", "parquet", "Parquet")
    arrow = needed("pyarrow", "parquet", "Parquet")
    waiting: list[dict[str, Any]] = []
    opened: list[Any] = []

    def flush() -> None:
        if not opened:
            opened.append(parquet.ParquetWriter(file, _schema(arrow, waiting), compression="zstd"))
        schema = opened[0].schema
        rows = [_fitted(row, schema.names) for row in waiting]
        arrays = [
            arrow.array(
                [_typed(arrow, row[name], schema.field(name).type) for row in rows],
                schema.field(name).type,
            )
            for name in schema.names
        ]
        opened[0].write_table(arrow.table(arrays, schema=schema))
        waiting.clear()

    def write(row: Row) -> None:
        waiting.append({sound(name): value for name, value in row.flat(columns).items()})
        if len(waiting) >= BATCH:
            flush()

    try:
        yield write
        if waiting or not opened:
            flush()
    finally:
        if opened:
            opened[0].close()


MORE = "corpus_more"


def _schema(arrow: Any, rows: list[dict[str, Any]]) -> Any:
    """Give the columns of `rows` with their types: what is of one plain type has that."""
    kinds: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            kinds.setdefault(name, set()).update(() if value is None else (_kind(value),))
    plain = {bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64()}
    types = {
        name: plain.get(next(iter(seen)), arrow.string()) if len(seen) == 1 else arrow.string()
        for name, seen in kinds.items()
    }
    return arrow.schema([*types.items(), *([] if MORE in types else [(MORE, arrow.string())])])


def _kind(value: Any) -> type:
    """Give the type of `value`; that of text for a number beyond 64 bits."""
    return str if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63 else type(value)


def _fitted(row: dict[str, Any], names: list[str]) -> dict[str, Any]:
    more = {name: value for name, value in row.items() if name not in names}
    said = json.dumps(more, ensure_ascii=False) if more else None
    return {**dict.fromkeys(names), MORE: said, **{n: row[n] for n in names if n in row}}


def _typed(arrow: Any, value: Any, kind: Any) -> Any:
    """Give `value` for a column of type `kind`."""
    if value is None:
        return None
    if isinstance(value, str) and kind == arrow.string():
        return sound(value)
    fits: Any = {arrow.bool_(): bool, arrow.int64(): int, arrow.float64(): (int, float)}.get(kind)
    if fits and isinstance(value, fits) and _kind(value) is type(value):
        return value
    if kind != arrow.string():
        raise UsageError(f"{value!r:.40}: of another type than its column before")
    return sound(json.dumps(value, ensure_ascii=False))
