"""Articles as people hold them become rows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from . import _mizan
from ._errors import InputError


def is_path(given) -> bool:
    """Whether it is a path."""
    return isinstance(given, (str, os.PathLike))


def rows_of(articles, columns) -> _mizan.Rows:
    """The rows of whatever articles are held in."""
    rows = _mizan.Rows([theirs for _, theirs in columns])
    if isinstance(articles, Mapping):
        # Of columns, as frames are made of them; of one article no study is made.
        articles = _frame(articles)
    _add(rows, articles)
    return rows


def _add(rows: _mizan.Rows, given) -> None:
    if _is_frame_of("pandas", given):
        _add_pandas(rows, given)
    elif _is_frame_of("polars", given):
        rows.add_frame(_without_nothing(given))
    elif hasattr(given, "__arrow_c_stream__") or hasattr(given, "__arrow_c_array__"):
        rows.add_frame(given)
    elif isinstance(given, Mapping):
        rows.add_row(dict(given))
    elif isinstance(given, Iterable) and not isinstance(given, (str, bytes)):
        for part in given:
            _add(rows, part)
    else:
        raise InputError(
            f"row {len(rows) + 1}: a {type(given).__name__} is no article; give a frame of pandas, polars or "
            "pyarrow, a list of dictionaries, batches, or a path",
            len(rows) + 1,
        )


def _is_frame_of(package: str, given) -> bool:
    kind = type(given)
    return kind.__module__.split(".")[0] == package and kind.__name__ in ("DataFrame", "LazyFrame")


def _without_nothing(frame):
    """A frame of polars without the columns in which nothing stands and that have no type: polars hands
    them over with memory that the type should not have."""
    import polars

    frame = frame.lazy().collect()
    return frame.with_columns(polars.col(polars.Null).cast(polars.String))


def _add_pandas(rows: _mizan.Rows, frame) -> None:
    """A frame of pandas may hold things of several kinds in a column, which Arrow does not."""
    import pyarrow

    frame = frame.rename(columns=str)
    try:
        table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, pyarrow.ArrowNotImplementedError):
        for row in frame.to_dict("records"):
            rows.add_row({name: cell for name, cell in row.items() if not _is_missing(cell)})
    else:
        rows.add_frame(table)


def _is_missing(cell) -> bool:
    import pandas

    return pandas.api.types.is_scalar(cell) and bool(pandas.isna(cell))


def _frame(columns: Mapping):
    import pyarrow

    try:
        return pyarrow.table(dict(columns))
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, TypeError) as fault:
        raise InputError(f"a dictionary of columns was given that make no table: {fault}") from None
