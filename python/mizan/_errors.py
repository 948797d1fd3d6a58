"""What can go wrong, as exceptions."""

from __future__ import annotations


class Error(Exception):
    """Whatever mizan refuses; its text says where, what, and what to do.

    ``row`` is the row that is meant, where there is one: of a frame counted from 1, of a list as a
    spreadsheet counts. ``column`` is its column.
    """

    row: int | None
    column: str | None

    def __init__(self, what: str, row: int | None = None, column: str | None = None):
        super().__init__(what)
        self.row = row
        self.column = column


class InputError(Error, ValueError):
    """Articles that cannot be read."""


class SettingError(Error, ValueError):
    """A setting that is not known or has no such value."""


class LexiconError(Error, ValueError):
    """Word lists with faults. ``faults`` has them all: file, row, column, what, remedy."""

    faults: list[dict]

    def __init__(self, what, row=None, column=None, faults=()):
        super().__init__(what, row, column)
        self.faults = list(faults)


class OutputError(Error, OSError):
    """A place that cannot be written to."""

    def __init__(self, what, row=None, column=None):
        Error.__init__(self, what, row, column)


class TableError(Error, KeyError):
    """No table of that name."""

    __str__ = Exception.__str__
