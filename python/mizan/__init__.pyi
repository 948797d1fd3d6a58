from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Literal, overload

import pyarrow

from ._errors import (
    Error as Error,
    InputError as InputError,
    LexiconError as LexiconError,
    OutputError as OutputError,
    SettingError as SettingError,
    TableError as TableError,
)

AnyPath = str | PathLike[str]
Settings = Mapping[str, Any] | AnyPath
Texts = Literal["full", "excerpts", "none"]

__version__: str
MENTIONS_DDL: str

def compare(
    articles: Any,
    *,
    columns: Mapping[str, str] | None = ...,
    lexicons: AnyPath | None = ...,
    events: AnyPath | None = ...,
    sources: AnyPath | None = ...,
    settings: Settings | None = ...,
    threads: int | None = ...,
) -> Report: ...
def demo() -> pyarrow.Table: ...

class Report:
    @property
    def tables(self) -> list[str]: ...
    @property
    def summary(self) -> str: ...
    @property
    def columns(self) -> pyarrow.Table: ...
    @property
    def notes(self) -> pyarrow.Table: ...
    def __getitem__(self, table: str) -> pyarrow.Table: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def __contains__(self, table: object) -> bool: ...
    def write(
        self,
        folder: AnyPath = ...,
        *,
        page: Texts | None = ...,
        workbook: Literal["first", "all"] | None = ...,
        parquet: bool = ...,
        bom: bool = ...,
    ) -> Path: ...
    @overload
    def page(
        self, path: None = ..., *, texts: Texts = ..., articles: int | None = ..., overwrite: bool = ...
    ) -> str: ...
    @overload
    def page(
        self, path: AnyPath, *, texts: Texts = ..., articles: int | None = ..., overwrite: bool = ...
    ) -> Path: ...
    def workbook(
        self, path: AnyPath, *, rows: Literal["first", "all"] = ..., overwrite: bool = ...
    ) -> Path: ...
    def _repr_html_(self) -> str: ...

class Scorer:
    notes: list[str]
    def __init__(
        self,
        lexicons: AnyPath | None = ...,
        settings: Settings | None = ...,
        threads: int | None = ...,
        *,
        columns: Mapping[str, str] | None = ...,
        dictionaries: bool = ...,
    ) -> None: ...
    def score(self, batch: Any, *, first_row: int = ...) -> pyarrow.RecordBatch: ...
    def stream(self, batches: Iterable[Any]) -> pyarrow.RecordBatchReader: ...
    @property
    def schema(self) -> pyarrow.Schema: ...
    @property
    def digest(self) -> str: ...

def score_batches(
    batches: Iterable[pyarrow.RecordBatch],
    *,
    lexicons: AnyPath | None = ...,
    settings: Settings | None = ...,
    columns: Mapping[str, str] | None = ...,
) -> Iterator[pyarrow.RecordBatch]: ...
