"""Finds the mentions of an archive on a cluster, and writes them as Parquet, a folder a month.

    spark-submit examples/spark/score.py archive/*.parquet --out mentions

Each task reads its articles on one thread, a few thousand at a time, with word lists that its process
loads once; nothing is sent between tasks. The workers need the package `mizan-frames`. DuckDB asks the
files afterwards: docs/DUCKDB.md.
"""

import argparse
import json
import os

import mizan
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

#: Articles of a batch: 10,000 long ones would be some 35 MB.
ARTICLES = 2000


def read(spark, paths):
    """The articles of tables: Parquet, JSON Lines or CSV, by their ending."""
    ending = paths[0].removesuffix(".gz").rsplit(".", 1)[-1]
    if ending in ("json", "jsonl"):
        return spark.read.json(paths)
    if ending == "csv":
        return spark.read.csv(paths, header=True, multiLine=True, escape='"', enforceSchema=False)
    return spark.read.parquet(*paths)


def score(articles, lexicons=None):
    """The mentions of a frame of articles, as `mizan score` gives them."""

    def scored(batches):
        return mizan.score_batches(batches, lexicons=lexicons)

    mentions = articles.mapInArrow(scored, mizan.MENTIONS_DDL)
    return mentions.withColumn("month", f.date_format("date", "yyyy-MM"))


def main():
    """Reads the arguments, and runs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="+", help="tables with the columns source, text, date, title, id")
    parser.add_argument("--out", required=True, help="the folder that the mentions are written to; it must not be there")
    parser.add_argument("--lexicons", help="a folder of word lists, at the same place on every worker")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("mizan").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ARTICLES)
    mentions = score(read(spark, given.articles), given.lexicons)
    mentions.write.partitionBy("month").option("compression", "zstd").parquet(given.out)
    scorer = mizan.Scorer(given.lexicons)
    made = {name.decode(): told.decode() for name, told in scorer.schema.metadata.items()}
    # Spark takes no metadata of our own; a name that begins so is no table to it.
    with open(os.path.join(given.out, "_mizan.json"), "w", encoding="utf-8") as file:
        json.dump(made, file, indent=2)


if __name__ == "__main__":
    main()
