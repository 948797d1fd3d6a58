from collections.abc import Mapping
from os import PathLike
from typing import Any

import pyarrow

__version__: str

class Rows:
    def __init__(self, wanted: list[str] = ...) -> None: ...
    def add_frame(self, frame: Any) -> None: ...
    def add_row(self, row: dict[Any, Any]) -> None: ...
    def __len__(self) -> int: ...

class Study:
    tables: list[str]
    summary: str
    def table(self, name: str) -> pyarrow.Table: ...
    def write(
        self, folder: str | PathLike[str], how: tuple[str | None, bool | None, bool, bool]
    ) -> None: ...
    def page(self, texts: str, articles: int | None) -> str: ...
    def workbook(self, path: str | PathLike[str], all: bool) -> None: ...

class Scorer:
    def __init__(
        self,
        columns: list[tuple[str, str]],
        lexicons: str | None,
        settings: Mapping[str, Any] | str | None,
        threads: int | None,
        dictionaries: bool,
    ) -> None: ...
    def score(self, rows: Rows, first: int) -> tuple[pyarrow.RecordBatch, list[str]]: ...
    schema: pyarrow.Schema
    digest: str

def weigh(
    rows: Rows | None,
    files: list[str] | None,
    columns: list[tuple[str, str]],
    lexicons: str | None,
    settings: Mapping[str, Any] | str | None,
    events: str | None,
    sources: str | None,
    threads: int | None,
) -> Study: ...
def demo() -> list[list[tuple[str, str]]]: ...
def program(args: list[str]) -> int: ...
