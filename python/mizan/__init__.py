"""mizan (ميزان, *scales*) weighs how news sources describe the same events.

    >>> import mizan
    >>> report = mizan.compare(mizan.demo(), settings={"draws": 200})
    >>> report["naming"].column_names[:2]
    ['frame', 'frame_name']

``compare`` studies articles and gives a ``Report``, whose tables are Arrow: polars, pandas and DuckDB
take them without a copy. ``Scorer`` finds the mentions of articles batch by batch, for archives
larger than memory; ``score_batches`` does so inside of Spark. What tables and columns mean is told by
``report.columns``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from . import _mizan
from ._errors import (
    Error,
    InputError,
    LexiconError,
    OutputError,
    SettingError,
    TableError,
)
from ._rows import is_path, rows_of

__version__ = _mizan.__version__
__all__ = [
    "Error",
    "InputError",
    "LexiconError",
    "MENTIONS_DDL",
    "OutputError",
    "Report",
    "Scorer",
    "SettingError",
    "TableError",
    "compare",
    "demo",
    "score_batches",
]


def compare(
    articles,
    *,
    columns: Mapping[str, str] | None = None,
    lexicons=None,
    events=None,
    sources=None,
    settings=None,
    threads: int | None = None,
) -> Report:
    """Compares the sources of some articles, as ``mizan compare`` does.

    ``articles`` is a frame of pandas, polars or pyarrow, whatever else has Arrow's interface, a list
    of dictionaries, an iterator of batches or of dictionaries, or a path of a table or a folder (or a
    list of such paths). Each article needs a ``source`` and a ``text`` and is better with ``date``,
    ``title`` and ``id``; names in use elsewhere are known, and ``columns={"text": "BODY"}`` names
    others. What cannot be used is skipped and told in ``report.notes``.

    ``lexicons`` is a folder of word lists instead of the built-in ones; ``events`` a table of
    ``article`` and ``event``, ``sources`` one of ``source`` and ``group`` (paths); ``settings`` a
    dictionary of thresholds or the path of a table; ``threads`` how many processors are used. The
    results are the same with any number.

    Raises ``InputError``, ``LexiconError`` or ``SettingError``, each with what to do, and its ``row``
    where there is one.
    """
    renamed = _pairs(columns)
    rows, files = None, None
    if is_path(articles):
        files = [os.fspath(articles)]
    elif isinstance(articles, (list, tuple)) and articles and all(map(is_path, articles)):
        files = [os.fspath(path) for path in articles]
    else:
        rows = rows_of(articles, renamed)
    study = _mizan.weigh(
        rows, files, renamed, _path(lexicons), _settings(settings), _path(events), _path(sources), threads
    )
    return Report(study)


def demo():
    """The articles of the demo study, a ``pyarrow.Table``: invented outlets on the war in the Sahel,
    every sentence written for mizan."""
    import pyarrow

    rows = [{name: cell or None for name, cell in row} for row in _mizan.demo()]
    names = [name for name, _ in _mizan.demo()[0]]
    schema = pyarrow.schema([(name, pyarrow.string()) for name in names])
    return pyarrow.Table.from_pylist(rows, schema=schema)


class Report:
    """What a study found. ``report["contrasts"]`` is one of its tables, a ``pyarrow.Table``."""

    def __init__(self, study: _mizan.Study):
        self._study = study

    @property
    def tables(self) -> list[str]:
        """The names of its tables, in the order in which the manual explains them."""
        return self._study.tables

    @property
    def summary(self) -> str:
        """What was found, in a few plain sentences; *too few* where it is too few."""
        return self._study.summary

    @property
    def columns(self):
        """What each column of each table holds and means, in English and in Arabic."""
        return self["columns"]

    @property
    def notes(self):
        """What was skipped or cut, and what is worth a remark."""
        return self["notes"]

    def __getitem__(self, table: str):
        return self._study.table(table)

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def __contains__(self, table) -> bool:
        return table in self.tables

    def write(
        self,
        folder="report",
        *,
        page: str | None = "excerpts",
        workbook: str | None = "first",
        parquet: bool = False,
        bom: bool = True,
    ) -> Path:
        """Writes the report as ``mizan compare`` does, in the place of an older report, and gives its
        folder.

        ``page`` is how much of the texts the page holds (``full``, ``excerpts``, ``none``) or ``None``
        for no page; ``workbook`` whether it holds the ``first`` rows of the longest tables or ``all``, or
        ``None`` for no workbook; ``parquet`` whether the tables are there as Parquet, too; ``bom`` whether
        CSV begins with the mark by which Excel knows the letters.

        Raises ``OutputError``, after which an older report is as it was. What mizan did not write is left
        alone.
        """
        rows = None if workbook is None else _one_of("workbook", workbook, ("first", "all")) == "all"
        self._study.write(_path(folder), (page, rows, parquet, bom))
        return Path(folder)

    def page(self, path=None, *, texts: str = "excerpts", articles: int | None = None, overwrite: bool = False):
        """The page of the report: one file that any browser opens. It is written to ``path``, which is
        given back; without a path the text of the page is.

        ``texts`` is how much of the articles it holds (``full``: do not publish it then, if they are not
        yours; ``excerpts``; ``none``), ``articles`` of how many. A file that is there is left alone, unless
        with ``overwrite``.
        """
        text = self._study.page(texts, articles)
        if path is None:
            return text
        path = _new(path, overwrite)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def workbook(self, path, *, rows: str = "first", overwrite: bool = False) -> Path:
        """Writes the workbook of the report, with the ``first`` rows of its longest tables or ``all``. A
        file that is there is left alone, unless with ``overwrite``."""
        is_all = _one_of("rows", rows, ("first", "all")) == "all"
        path = _new(path, overwrite)
        made = path.with_name(f".{path.name}.{os.getpid()}.partial")
        try:
            self._study.workbook(made, is_all)
            os.replace(made, path)
        finally:
            made.unlink(missing_ok=True)
        return path

    def __repr__(self) -> str:
        return f"<mizan.Report: {len(self)} tables>\n{self.summary}"

    def _repr_html_(self) -> str:
        from html import escape

        return f'<div dir="auto" style="white-space: pre-wrap">{escape(self.summary)}</div>'


class Scorer:
    """Finds the mentions of articles batch by batch, as ``mizan score`` does, with lists that are loaded
    once.

    Arguments are those of ``compare``. With ``dictionaries=False`` names and ids are plain texts, as
    Spark wants them.
    """

    def __init__(
        self,
        lexicons=None,
        settings=None,
        threads: int | None = None,
        *,
        columns: Mapping[str, str] | None = None,
        dictionaries: bool = True,
    ):
        self._columns = _pairs(columns)
        self._scorer = _mizan.Scorer(
            self._columns, _path(lexicons), _settings(settings), threads, dictionaries
        )
        #: Remarks on the articles of the last batch: which rows were skipped, and why.
        self.notes: list[str] = []

    def score(self, batch, *, first_row: int = 1):
        """The mentions of a batch, in the order of its articles, a ``pyarrow.RecordBatch``. ``batch`` is
        whatever ``compare`` takes for articles, but for paths; its rows are counted from ``first_row``."""
        mentions, self.notes = self._scorer.score(rows_of(batch, self._columns), first_row)
        return mentions

    def stream(self, batches: Iterable):
        """The mentions of many batches, a ``pyarrow.RecordBatchReader``: one batch is in memory at a
        time."""
        import pyarrow

        def scored():
            first_row = 1
            for batch in batches:
                yield self.score(batch, first_row=first_row)
                first_row += len(batch)

        return pyarrow.RecordBatchReader.from_batches(self.schema, scored())

    @property
    def schema(self):
        """The schema of the mentions, a ``pyarrow.Schema``, with the meaning of each column."""
        return self._scorer.schema

    @property
    def digest(self) -> str:
        """The digest of the word lists: two scorers with the same one have the same lists."""
        return self._scorer.digest


#: The columns of what ``score_batches`` gives, as Spark wants them told.
MENTIONS_DDL = (
    "article STRING, source STRING, date DATE, event STRING, copy_of STRING, part STRING, "
    "start_byte BIGINT, end_byte BIGINT, start_char BIGINT, end_char BIGINT, form STRING, "
    "id STRING, term STRING, frame STRING, label STRING, stance BIGINT, voice STRING, "
    "speaker STRING, actor STRING, guess STRING, binding STRING, rule STRING, before STRING, "
    "after STRING, remark STRING, counted BOOLEAN"
)

_scorers: dict = {}


def score_batches(batches: Iterable, *, lexicons=None, settings=None, columns=None) -> Iterator:
    """The mentions of batches of articles, for ``DataFrame.mapInArrow``::

        frame.mapInArrow(mizan.score_batches, mizan.MENTIONS_DDL)

    One thread a task, since Spark has a task for each processor; the lists are loaded once a process.
    """
    given = (os.getpid(), str(lexicons), str(settings), str(columns))
    if given not in _scorers:
        _scorers[given] = Scorer(lexicons, settings, 1, columns=columns, dictionaries=False)
    scorer = _scorers[given]
    for batch in batches:
        yield scorer.score(batch)


def _pairs(columns) -> list[tuple[str, str]]:
    return [] if columns is None else [(str(ours), str(theirs)) for ours, theirs in dict(columns).items()]


def _path(given):
    return None if given is None else os.path.expanduser(os.fspath(given))


def _settings(given):
    return dict(given) if isinstance(given, Mapping) else _path(given)


def _one_of(name: str, given: str, known: tuple[str, ...]) -> str:
    if given not in known:
        raise SettingError(f"{name}: `{given}` is not known; give {' or '.join(known)}")
    return given


def _new(path, overwrite: bool) -> Path:
    path = Path(_path(path))
    if path.exists() and not overwrite:
        raise OutputError(
            f"{path}: the file is there already and is left alone; give another one, or overwrite=True"
        )
    return path
