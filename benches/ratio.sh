#!/bin/sh
# How many times longer finding entries takes than `LC_ALL=C wc -w` of the same file, in one run.
#
#   benches/ratio.sh FILE     plain text, UTF-8; blank lines part the articles
set -eu
case $1 in
    /*) file=$1 ;;
    *) file=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
exec cargo bench --quiet --locked --bench ratio -- "$file"
