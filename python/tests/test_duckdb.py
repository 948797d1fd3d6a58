"""What `docs/DUCKDB.md` says is run by DuckDB, and held against the tables of a report."""

import re

import pytest
from conftest import ROOT, program

import mizan

duckdb = pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def months(tmp_path_factory):
    """A report by months, of the articles in a working folder."""
    out = tmp_path_factory.mktemp("months") / "report"
    settings = ["--by", "month", "--set", "draws=200"]
    program("compare", "--demo", *settings, "--parquet", "--no-page", "--no-workbook", "--out", out)
    return out


@pytest.fixture(scope="module")
def queries():
    page = (ROOT / "docs/DUCKDB.md").read_text("utf-8")
    return re.findall(r"```sql\n(.*?)```", page, re.DOTALL)


def rows(connection, query):
    found = connection.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


def test_naming_of_a_month_is_that_of_the_report(months, queries):
    connection = duckdb.connect()
    connection.execute(queries[0])
    file = months / "naming_by_month.parquet"
    expected = rows(connection, f"from read_parquet('{file}')")
    asked = queries[1].replace("mentions/*.parquet", str(months / "mentions.parquet"))
    held = 0
    for month in {row["month"] for row in expected}:
        table = [row for row in expected if row["month"] == month]
        sources = [name.removesuffix(" lean") for name in table[0] if name.endswith(" lean")]
        cells = {
            (row["frame"], row["actor"], source): (
                row[f"{source} n"],
                row[f"{source} lean"],
                row["sources"],
                row["mentions"],
            )
            for row in table
            for source in sources
            if row[f"{source} n"]
        }
        found = rows(connection, asked.replace("2024-08", month))
        assert len(found) == len(cells)
        for row in found:
            cell = (row["n"], row["lean"], row["sources"], row["mentions"])
            assert cell == cells[row["frame"], row["actor"], row["source"]], row
            assert sum(int(word.split()[-1]) for word in row["said"].split(" · ")) == row["n"]
        held += len(found)
    assert held > 50


def test_a_file_tells_its_lists(months, queries):
    connection = duckdb.connect()
    asked = queries[2].replace("mentions/2024-08.parquet", str(months / "mentions.parquet"))
    facts = {row["name"]: row["value"] for row in rows(connection, asked)}
    assert facts["mizan.lists"] == mizan.Scorer().digest
    assert facts["mizan.table"] == "mentions"


def test_an_archive_that_is_scored_alone_gives_it_too(tmp_path, queries):
    (tmp_path / "mentions.parquet").write_bytes(
        program("score", ROOT / "tests/corpora/sahel/articles.csv", "--format", "parquet")
    )
    connection = duckdb.connect()
    connection.execute(queries[0])
    asked = queries[1].replace("mentions/*.parquet", str(tmp_path / "*.parquet"))
    found = rows(connection, asked.replace("2024-08", "2024-07"))
    assert sum(row["n"] for row in found) > 100
