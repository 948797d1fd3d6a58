"""A study of frames is that of the program on the same articles."""

import csv
import datetime
import io

import pandas
import polars
import pyarrow as pa
import pytest
from conftest import ROOT, SETTINGS, assert_same, program

import mizan

#: Tables that name the file and the rows that articles came from.
OF_FILES = {"run", "notes", "articles"}


def test_every_table_of_the_demo_is_that_of_the_program(report, folder):
    assert set(report.tables) == {path.stem for path in folder.glob("*.csv")}
    for name in set(report.tables) - OF_FILES:
        assert_same(report[name], (folder / f"{name}.csv").read_bytes())
    rows = list(csv.reader(io.StringIO((folder / "articles.csv").read_text("utf-8-sig"))))
    assert report["articles"].num_rows == len(rows) - 1


def test_every_table_of_a_file_is_that_of_the_program(tmp_path):
    path = ROOT / "tests/corpora/kadour/articles.csv"
    settings = SETTINGS | {"by_month": True}
    report = mizan.compare(path, settings=settings)
    out = tmp_path / "report"
    limits = ["--set", "draws=200", "--by", "month"]
    program("compare", path, *limits, "--no-page", "--no-workbook", "--out", out)
    assert set(report.tables) == {path.stem for path in out.glob("*.csv")}
    for name in report.tables:
        assert_same(report[name], (out / f"{name}.csv").read_bytes())


def frames(rows):
    """The same articles in whatever people hold them in."""
    table = pa.Table.from_pylist(rows)
    frame = pandas.DataFrame(rows)
    view = pa.table({name: column.cast(pa.string_view()) for name, column in zip(table.column_names, table.columns)})
    large = pa.table({name: column.cast(pa.large_string()) for name, column in zip(table.column_names, table.columns)})
    keys = table.set_column(1, "source", table["source"].dictionary_encode())
    return {
        "a list": rows,
        "an iterator": iter(rows),
        "pyarrow": table,
        "a batch": table.to_batches()[0],
        "batches": iter(table.to_batches(max_chunksize=7)),
        "a reader": table.to_reader(max_chunksize=7),
        "views": view,
        "large": large,
        "a dictionary": keys,
        "columns": table.to_pydict(),
        "polars": polars.DataFrame(rows),
        "polars categories": polars.DataFrame(rows).with_columns(polars.col("source").cast(polars.Categorical)),
        "pandas": frame,
        "pandas categories": frame.astype({"source": "category"}),
        "pandas objects": frame.astype(object),
        "pandas dates": frame.assign(date=pandas.to_datetime(frame["date"], format="ISO8601")),
        "pandas with an index": frame.set_index(pandas.Index(range(len(rows), 0, -1))),
    }


def test_all_that_articles_are_held_in_gives_the_same(articles):
    found = {}
    for name, given in frames(articles).items():
        report = mizan.compare(given, settings=SETTINGS)
        found[name] = {table: report[table].to_pylist() for table in report.tables}
    for name, tables in found.items():
        for table, rows in tables.items():
            assert rows == found["a list"][table], f"{name}: {table}"


def test_columns_of_other_names_are_taken_as_is_said(articles):
    rows = [{"BODY": row["text"], "OUTLET": row["source"], "more": [1, 2]} for row in articles]
    report = mizan.compare(rows, columns={"text": "BODY", "source": "OUTLET"}, settings=SETTINGS)
    assert report["articles"].num_rows == len(articles)
    table = pa.Table.from_pylist(rows)
    report = mizan.compare(table, columns={"text": "BODY", "source": "OUTLET"}, settings=SETTINGS)
    assert report["articles"].num_rows == len(articles)


def test_what_is_missing_is_skipped_and_told_with_its_row(articles):
    rows = [dict(row) for row in articles]
    rows[3]["text"] = None
    rows[4] |= {"source": float("nan")}
    rows[5] |= {"date": "soon"}
    for given in [rows, pandas.DataFrame(rows), polars.DataFrame(rows, strict=False)]:
        report = mizan.compare(given, settings=SETTINGS)
        assert report["articles"].num_rows == len(rows) - 2
        notes = {(note["row"], note["column"]) for note in report.notes.to_pylist()}
        assert {(4, "text"), (5, "source"), (6, "date")} <= notes


def test_numbers_and_dates_are_read_as_they_are_told(articles):
    rows = [dict(row) for row in articles]
    for at, row in enumerate(rows):
        row["id"] = None if at == 1 else at
        row["date"] = datetime.datetime(2024, 3, 1, 10, 30)
    ids = {str(at) for at in range(len(rows)) if at != 1} | {"rows:2"}
    for given in [rows, pandas.DataFrame(rows), pa.Table.from_pylist(rows)]:
        found = mizan.compare(given, settings=SETTINGS)["articles"]
        assert set(found["article"].to_pylist()) == ids
        assert set(found["time"].to_pylist()) == {"10:30"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([{"text": "نص"}], "no column holds the source"),
        ([{"source": "النهر", "text": ""}], "there is no article"),
        (pa.table({"source": ["النهر"], "text": [[1]]}), "column `text`"),
        (pa.table({"source": pa.array([], pa.string())}), "no column holds"),
        ([{"source": "النهر", "text": ["نص"]}], "row 1, column `text`"),
        ([3], "row 1: a int is no article"),
        ([], "no column holds the source"),
        ("nowhere.csv", "nowhere.csv"),
    ],
)
def test_what_is_no_article_is_an_error_that_says_so(given, told):
    with pytest.raises(mizan.Error, match=told.replace("(", ".")):
        mizan.compare(given)


def test_an_error_has_the_row_and_the_column():
    with pytest.raises(mizan.InputError) as fault:
        mizan.compare([{"source": "النهر", "text": "نص"}, {"source": "البحر", "text": {"a": 1}}])
    assert (fault.value.row, fault.value.column) == (2, "text")
    with pytest.raises(mizan.SettingError, match="window_hours"):
        mizan.compare(mizan.demo(), settings={"window_hour": 3})


def test_faulty_lists_are_told_with_file_row_and_column(tmp_path):
    program("lexicon", "export", tmp_path / "lists")
    groups = tmp_path / "lists/ar/groups.csv"
    rows = list(csv.reader(groups.read_text("utf-8-sig").splitlines()))
    rows[3][rows[0].index("frame")] = "nowhere"
    with groups.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with pytest.raises(mizan.LexiconError) as fault:
        mizan.compare(mizan.demo(), lexicons=tmp_path / "lists")
    assert (fault.value.row, fault.value.column) == (4, "frame")
    assert fault.value.faults[0]["file"].endswith("groups.csv")
    assert fault.value.faults[0]["remedy"]


def test_a_grouping_is_kept_to(tmp_path, articles):
    ids = [row["id"] for row in articles[:3]]
    grouping = tmp_path / "events.csv"
    grouping.write_text("article,event\n" + "".join(f"{id},mine\n" for id in ids), "utf-8")
    table = mizan.compare(articles, events=grouping, settings=SETTINGS)["articles"].to_pylist()
    assert {row["event"] for row in table if row["article"] in ids} == {"mine"}
