#!/bin/sh
# Whether a change leaves every table of every report as it was, byte for byte.
#
#   tests/same_reports.sh MIZAN FILE     writes the digests of the reports that MIZAN makes to FILE
#
# Run it with the program of before and of after, and compare the two files with `diff`. The real
# news it reads lies outside of the project; where it is not there, only the demo study is run.
set -eu
mizan=$(realpath "$1")
list=$2
data=$(cd "$(dirname "$0")/.." && pwd)/../shared/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/list"

digests() { # NAME ARGUMENTS…
    name=$1
    shift
    "$mizan" compare "$@" --quiet --out "$work/report" >/dev/null
    (cd "$work/report" && sha256sum ./*) | sed "s|\./|$name/|" >>"$work/list"
    rm -r "$work/report"
}

digests demo --demo
if [ -d "$data" ]; then
    cd "$data" # paths of inputs stand in run.csv
    digests seeds seeds/articles.csv
    for corpus in egypt-2013-02-24 egypt-2013-03-11 saudi-2015 recent; do
        digests "$corpus" "corpora/$corpus.jsonl.gz"
    done
    for gold in seeds news news2 recent; do
        "$mizan" score "gold/$gold/articles.jsonl" --quiet | sha256sum | sed "s|-|score/$gold|" >>"$work/list"
    done
else
    echo "same_reports: skipped the real news, which is not at $data" >&2
fi
mv "$work/list" "$list"
