"""On Spark, in any number of partitions, the mentions are those of the program."""

import importlib.util
import os
import shutil
import subprocess
import sys

import pyarrow.parquet as pq
import pytest
from conftest import ROOT, told

import mizan

if os.environ.get("MIZAN_SPARK") != "needed":
    pytest.importorskip("pyspark", reason="no Spark is there")
    if not shutil.which("java"):
        pytest.skip("no Java is there", allow_module_level=True)

from pyspark.sql import SparkSession


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("mizan")
    builder = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", 2)
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def example():
    spec = importlib.util.spec_from_file_location("score", ROOT / "examples/spark/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sorted_rows(rows):
    return sorted(tuple(map(told, row.values())) for row in rows)


def test_mentions_are_the_same_in_any_number_of_partitions(spark, example):
    demo = mizan.demo()
    names = mizan.Scorer(dictionaries=False).schema.names
    expected = sorted_rows(mizan.Scorer(threads=1).score(demo).to_pylist())
    kinds = ", ".join(f"{name} STRING" for name in demo.column_names)
    frame = spark.createDataFrame([tuple(row.values()) for row in demo.to_pylist()], kinds)
    for partitions in [1, 2, 7]:
        scored = example.score(frame.repartition(partitions)).select(*names).collect()
        assert sorted_rows(row.asDict() for row in scored) == expected, partitions


def test_the_example_writes_what_duckdb_reads(tmp_path):
    pq.write_table(mizan.demo(), tmp_path / "a.parquet")
    out = tmp_path / "mentions"
    script = str(ROOT / "examples/spark/score.py")
    settings = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "MASTER": "local[2]"}
    command = [sys.executable, script, str(tmp_path / "a.parquet"), "--out", str(out)]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert mizan.Scorer().digest in (out / "_mizan.json").read_text()
    found = pq.read_table(out)
    assert found.num_rows == mizan.Scorer().score(mizan.demo()).num_rows
    assert {path.name for path in out.iterdir() if path.is_dir()} >= {"month=2024-07"}
