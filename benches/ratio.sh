#!/bin/sh
# How many times longer finding entries takes than `LC_ALL=C wc -w` of the same file, in one run.
#
#   benches/ratio.sh [FILE]   plain text, UTF-8; blank lines part the articles
set -eu
case ${1:-} in
    '') ;;
    /*) export MIZAN_TEXT="$1" ;;
    *) export MIZAN_TEXT="$PWD/$1" ;;
esac
cd "$(dirname "$0")/.."
exec cargo test --quiet --locked --release --lib -- --ignored --nocapture the_cost_of_finding
