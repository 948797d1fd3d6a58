//! Tables as Parquet, held against the same tables as CSV.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use assert_cmd::Command;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn mizan(args: &[&str]) -> Vec<u8> {
    let mut command = Command::cargo_bin("mizan").unwrap();
    let done = command.args(args).arg("--quiet").assert().success();
    done.get_output().stdout.clone()
}

fn opened(path: &Path) -> ParquetRecordBatchReaderBuilder<File> {
    ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap()
}

/// A cell as CSV has it, but for the guard against formulas; a flag is 1 or 0.
fn cell(column: &dyn Array, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Dictionary(..) => {
            let keys = column.as_dictionary::<Int32Type>();
            let names = keys.values().as_string::<i32>();
            names.value(keys.keys().value(row) as usize).to_owned()
        }
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Float64 => {
            let number = column.as_primitive::<Float64Type>().value(row);
            format!("{number:.4}")
        }
        DataType::Boolean => u8::from(column.as_boolean().value(row)).to_string(),
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>().value(row);
            let day = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(days);
            day.to_string()
        }
        other => panic!("{other}"),
    }
}

fn rows(batches: ParquetRecordBatchReader) -> Vec<Vec<String>> {
    let of_batch = |batch: RecordBatch| {
        let cells = |row| {
            batch
                .columns()
                .iter()
                .map(move |column| cell(column, row))
                .collect()
        };
        (0..batch.num_rows())
            .map(cells)
            .collect::<Vec<Vec<String>>>()
    };
    batches.flat_map(|batch| of_batch(batch.unwrap())).collect()
}

/// The header and the rows of a table of CSV, its guard taken off.
fn of_csv(table: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let table = table.strip_prefix("\u{feff}".as_bytes()).unwrap_or(table);
    let mut reader = csv::Reader::from_reader(table);
    let header = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let unguarded = |cell: &str| match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest.to_owned(),
        _ => cell.to_owned(),
    };
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(unguarded).collect());
    (header, rows.collect())
}

/// Holds a file against the same table as CSV, and gives how many rows both have.
fn assert_same(file: &Path, table: &[u8]) -> usize {
    let (header, mut expected) = of_csv(table);
    let reader = opened(file);
    let fields = reader.schema().fields().clone();
    let names: Vec<&str> = fields.iter().map(|field| field.name().as_str()).collect();
    assert_eq!(names, header, "{}", file.display());
    for row in &mut expected {
        for (cell, field) in row.iter_mut().zip(&fields) {
            if field.data_type() == &DataType::Boolean {
                *cell = cell.replace("yes", "1").replace("no", "0");
            }
        }
    }
    let found = rows(reader.build().unwrap());
    assert_eq!(found.len(), expected.len(), "{}", file.display());
    for (at, (found, expected)) in found.iter().zip(&expected).enumerate() {
        assert_eq!(found, expected, "{}, row {at}", file.display());
    }
    found.len()
}

/// Compares with Parquet, and holds every table of the report.
fn assert_report(inputs: &[&str]) -> usize {
    let home = tempfile::tempdir().unwrap();
    let report = home.path().join("report");
    let out = report.to_str().unwrap();
    let beside = [
        "--no-page",
        "--no-workbook",
        "--parquet",
        "--set",
        "draws=200",
        "--out",
        out,
    ];
    mizan(&[&["compare"], inputs, &beside].concat());
    let files = fs::read_dir(&report)
        .unwrap()
        .map(|file| file.unwrap().path());
    let tables: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|e| e == "csv"))
        .collect();
    assert!(tables.len() > 20);
    let mark = fs::read_to_string(report.join(".mizan-report")).unwrap();
    let rows = tables.iter().map(|table| {
        let file = table.with_extension("parquet");
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(
            mark.contains(&format!(" {name}\n")),
            "{name} is known as mizan's"
        );
        assert_same(&file, &fs::read(table).unwrap())
    });
    rows.sum()
}

#[test]
fn every_table_of_the_demo_is_the_same_as_parquet() {
    assert!(assert_report(&["--demo"]) > 2_000);
}

#[test]
fn every_table_of_a_study_by_months_is_the_same_as_parquet() {
    let articles = at("tests/corpora/kadour/articles.csv");
    assert_report(&[
        articles.to_str().unwrap(),
        "--by",
        "month",
        "--tables",
        "all",
    ]);
}

/// A file of articles that begin with what a spreadsheet would run, and one that says nothing.
fn written(folder: &Path) -> PathBuf {
    let table = folder.join("a.csv");
    let rows = "id,source,date,text\n\
                1,النهر,2024-03-01,- قال الجيش إن الإرهابيين هاجموا البلدة\n\
                2,البحر,2024-03-01,هاجم مسلحون البلدة\n\
                3,البحر,,\n";
    fs::write(&table, rows).unwrap();
    table
}

#[test]
fn mentions_that_are_streamed_as_parquet_are_those_of_csv() {
    let home = tempfile::tempdir().unwrap();
    let demo = at("tests/corpora/sahel/articles.csv");
    for (input, least) in [(written(home.path()), 2), (demo, 500)] {
        let input = input.to_str().unwrap();
        let file = home.path().join("mentions.parquet");
        fs::write(&file, mizan(&["score", input, "--format", "parquet"])).unwrap();
        assert!(assert_same(&file, &mizan(&["score", input])) >= least);
    }
}

#[test]
fn a_grouping_is_written_as_parquet_in_either_way_of_asking() {
    let home = tempfile::tempdir().unwrap();
    let demo = at("tests/corpora/sahel/articles.csv");
    let demo = demo.to_str().unwrap();
    let file = home.path().join("events.parquet");
    mizan(&["events", demo, "--parquet", "--out", file.to_str().unwrap()]);
    assert!(assert_same(&file, &mizan(&["events", demo])) > 20);
    assert_eq!(
        fs::read(&file).unwrap(),
        mizan(&["events", demo, "--format", "parquet"])
    );
}

#[test]
fn a_file_tells_what_made_it_and_what_its_columns_mean_also_without_a_row() {
    let home = tempfile::tempdir().unwrap();
    let table = home.path().join("a.csv");
    fs::write(&table, "id,source,text\n1,النهر,وصل الوفد\n").unwrap();
    let input = table.to_str().unwrap();
    let scored = |further: &[&str]| {
        let args = [&["score", input, "--format", "parquet"], further].concat();
        let file = home.path().join("mentions.parquet");
        fs::write(&file, mizan(&args)).unwrap();
        opened(&file)
    };
    let facts = |further: &[&str]| {
        let reader = scored(further);
        let facts = reader
            .metadata()
            .file_metadata()
            .key_value_metadata()
            .unwrap();
        let fact = |name: &str| {
            let fact = facts
                .iter()
                .find(|fact| fact.key == format!("mizan.{name}"));
            fact.unwrap().value.clone().unwrap()
        };
        ["table", "version", "lists", "settings"].map(fact)
    };
    let [table, version, lists, settings] = facts(&[]);
    assert_eq!(
        (&*table, &*version),
        ("mentions", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(lists.len(), 64, "SHA-256 as hexadecimal digits");
    assert!(settings.contains("\"near_words\":"), "{settings}");
    let lexicons = at("lexicons");
    let same = facts(&["--lexicons", lexicons.to_str().unwrap()]);
    assert_eq!(same[2], lists, "the same lists out of a folder");
    assert_ne!(facts(&["--set", "context_words=3"])[3], settings);
    let reader = scored(&[]);
    let stance = reader.schema().field_with_name("stance").unwrap().clone();
    assert_eq!(stance.data_type(), &DataType::Int64);
    assert_eq!(stance.metadata()["unit"], "−2…2");
    assert_eq!(rows(reader.build().unwrap()), Vec::<Vec<String>>::new());
}

#[test]
fn the_same_articles_give_the_same_bytes_at_any_number_of_threads() {
    let demo = at("tests/corpora/sahel/articles.csv");
    let args = [
        "score",
        demo.to_str().unwrap(),
        "--format",
        "parquet",
        "--threads",
    ];
    let once = mizan(&[&args[..], &["1"]].concat());
    assert!(once == mizan(&[&args[..], &["4"]].concat()));
}
