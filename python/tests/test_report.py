"""A report as an object: tables, files, a notebook's view."""

import duckdb
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import mizan


def test_a_table_has_types_also_where_it_has_no_rows():
    rows = [{"source": name, "text": "وصل الوفد إلى المدينة صباحا"} for name in ["النهر", "البحر"]]
    report = mizan.compare(rows)
    empty = report["contrasts"]
    assert empty.num_rows == 0
    kinds = {"text": pa.string(), "count": pa.int64(), "number": pa.float64(), "date": pa.date32(), "flag": pa.bool_()}
    for name in report.tables:
        for field in report[name].schema:
            kind = field.metadata[b"kind"].decode()
            expected = kinds.get(kind) or pa.dictionary(pa.int32(), pa.string())
            assert field.type == expected, f"{name}, {field.name}"


def test_tables_are_read_by_others_without_words(report):
    naming = report["naming"]
    assert polars.from_arrow(naming).height == naming.num_rows
    assert len(naming.to_pandas()) == naming.num_rows
    mentions = report["mentions"]
    assert duckdb.sql("select count(*) from mentions").fetchall() == [(mentions.num_rows,)]
    assert isinstance(report["mentions"].to_pandas()["source"].dtype, pandas.CategoricalDtype)


def test_a_table_tells_what_made_it(report, folder):
    facts = report["labels"].schema.metadata
    assert facts[b"mizan.table"] == b"labels"
    file = pq.read_schema(folder / "labels.parquet").metadata
    assert {name: file[name] for name in facts} == facts
    assert facts[b"mizan.lists"].decode() == mizan.Scorer().digest


def test_the_files_of_the_program_hold_the_same_tables(report, folder):
    for name in set(report.tables) - {"run", "notes", "articles"}:
        file = pq.read_table(folder / f"{name}.parquet")
        assert file.schema.equals(report[name].schema, check_metadata=True), name
        assert file.to_pylist() == report[name].to_pylist(), name


def test_a_name_that_no_table_has_is_told_with_the_likeliest(report):
    with pytest.raises(KeyError, match="contrasts"):
        report["contrast"]
    assert "contrasts" in report
    assert "contrast" not in report
    assert list(report) == report.tables


def test_a_report_is_written_and_written_again(report, tmp_path):
    folder = report.write(tmp_path / "report", parquet=True)
    names = {path.name for path in folder.iterdir()}
    assert {"report.html", "report.xlsx", "naming.csv", "naming.parquet", "summary.txt"} <= names
    report.write(folder, page=None, workbook=None)
    names = {path.name for path in folder.iterdir()}
    assert not names & {"report.html", "report.xlsx", "naming.parquet"}
    (folder / "mine.txt").write_text("of my thesis")
    with pytest.raises(mizan.OutputError, match="mine.txt"):
        report.write(folder)
    assert (folder / "mine.txt").exists()


def test_page_and_workbook_are_written_alone_and_over_nothing(report, tmp_path):
    page = report.page(tmp_path / "page.html")
    assert page.read_text("utf-8") == report.page()
    assert len(report.page(texts="none")) < len(report.page(texts="full"))
    workbook = report.workbook(tmp_path / "book.xlsx")
    assert workbook.read_bytes()[:2] == b"PK"
    for write, path in [(report.page, page), (report.workbook, workbook)]:
        with pytest.raises(mizan.OutputError, match="overwrite"):
            write(path)
        assert write(path, overwrite=True) == path
    assert {path.name for path in tmp_path.iterdir()} == {"page.html", "book.xlsx"}
    with pytest.raises(mizan.SettingError, match="excerpts"):
        report.page(texts="some")


def test_a_notebook_shows_the_summary(report):
    assert report.summary in repr(report)
    html = report._repr_html_()
    assert 'dir="auto"' in html
    assert "<script" not in html
