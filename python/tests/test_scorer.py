"""Mentions of batches are those that the program streams."""

import pyarrow as pa
import pytest
from conftest import ROOT, assert_same, program

import mizan


@pytest.fixture(scope="module")
def scorer():
    return mizan.Scorer()


def in_order(path):
    """The articles of a table, in its order."""
    import pyarrow.csv

    kinds = pa.csv.ConvertOptions(column_types={name: pa.string() for name in ["id", "date", "event"]})
    return pa.csv.read_csv(path, parse_options=pa.csv.ParseOptions(newlines_in_values=True), convert_options=kinds)


def test_mentions_are_those_of_the_program(scorer):
    path = ROOT / "tests/corpora/sahel/articles.csv"
    text = program("score", path)
    articles = in_order(path)
    scored = scorer.score(articles)
    assert isinstance(scored, pa.RecordBatch)
    assert_same(pa.Table.from_batches([scored]), text)
    batches = scorer.stream(articles.to_batches(max_chunksize=10))
    assert batches.schema.equals(scorer.schema, check_metadata=True)
    assert_same(batches.read_all(), text)


def test_batches_for_spark_are_plain_and_as_told(scorer):
    batches = iter(mizan.demo().to_batches(max_chunksize=50))
    scored = pa.Table.from_batches(mizan.score_batches(batches))
    assert not any(pa.types.is_dictionary(kind) for kind in scored.schema.types)
    assert scored.to_pylist() == pa.Table.from_batches([scorer.score(mizan.demo())]).to_pylist()
    names = {"STRING": pa.string(), "BIGINT": pa.int64(), "DATE": pa.date32(), "BOOLEAN": pa.bool_()}
    ddl = [column.split() for column in mizan.MENTIONS_DDL.split(", ")]
    assert [(name, names[kind]) for name, kind in ddl] == list(zip(scored.schema.names, scored.schema.types))


def test_rows_that_give_no_article_are_told_with_their_number(scorer):
    rows = [{"source": "النهر", "text": "وصل الإرهابيون"}, {"source": "البحر", "text": None}]
    scored = scorer.score(rows, first_row=11)
    assert set(scored["article"].to_pylist()) == {"rows:11"}
    assert any("row 12" in note and "skipped" in note for note in scorer.notes)


def test_a_batch_in_which_nothing_is_said_has_the_schema(scorer):
    scored = scorer.score([{"source": "النهر", "text": "نعم"}])
    assert scored.num_rows == 0
    assert scored.schema.equals(scorer.schema)
