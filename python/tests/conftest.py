"""What several tests need: the program of the wheel, and studies that are made once."""

import csv
import subprocess
import sysconfig
from pathlib import Path

import pyarrow as pa
import pytest

import mizan

ROOT = Path(__file__).resolve().parents[2]

#: Fewer draws: a test of intervals is none of ours.
SETTINGS = {"draws": 200}


def program(*args):
    """Runs the program of the wheel, and gives what it wrote to standard output."""
    command = [str(Path(sysconfig.get_path("scripts")) / "mizan"), *map(str, args), "--quiet"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def told(cell):
    """A cell of Arrow as CSV has it, but for the guard against formulas; a flag is 1 or 0."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    return f"{cell:.4f}" if isinstance(cell, float) else str(cell)


def unguarded(cell):
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@\t\r" and cell[1:] else cell


def assert_same(table, text):
    """Holds a table against the same one as CSV, cell by cell."""
    rows = list(csv.reader(text.decode("utf-8-sig").splitlines(keepends=True)))
    assert table.column_names == rows[0]
    assert table.num_rows == len(rows) - 1
    flags = {at for at, kind in enumerate(table.schema.types) if pa.types.is_boolean(kind)}
    columns = [column.to_pylist() for column in table.columns]
    for at, expected in enumerate(rows[1:]):
        found = [told(column[at]) for column in columns]
        expected = [
            {"yes": "1", "no": "0"}.get(cell, cell) if column in flags else unguarded(cell)
            for column, cell in enumerate(expected)
        ]
        assert found == expected, f"row {at + 2}"


@pytest.fixture(scope="session")
def report():
    """The study of the demo."""
    return mizan.compare(mizan.demo(), settings=SETTINGS)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The report that the program writes of the demo, without page and workbook."""
    out = tmp_path_factory.mktemp("program") / "report"
    program("compare", "--demo", "--set", "draws=200", "--parquet", "--no-page", "--no-workbook", "--out", out)
    return out


@pytest.fixture(scope="session")
def articles():
    """Some articles as dictionaries."""
    return mizan.demo().to_pylist()[:40]
