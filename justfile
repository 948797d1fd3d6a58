# What is done often. `just` alone lists it; everything here is also a plain command.

_default:
    @just --list

# Run all tests.
test:
    cargo test --locked

# Run all that must pass before a change lands: format, lints, documentation, tests.
ci:
    .ci/run

# Write the report of the demo study anew under reports/.
reports:
    MIZAN_BLESS=1 cargo test --locked --test program golden::the_report_of_the_demo

# Accept the reports that the program writes now as the golden ones; read the difference first.
bless: reports
    MIZAN_BLESS=1 cargo test --locked
    git diff --stat -- reports tests

# Damage inputs of every kind for an hour; what trips is kept under proptest-regressions/.
fuzz seconds="3600":
    PROPTEST_CASES=1000000000 timeout {{seconds}} cargo test --release --locked --lib -- damaged_ no_bytes_make || test $? -eq 124

# Measure speed.
bench:
    cargo bench --locked
    cargo test --release --locked --lib -- --ignored --nocapture the_cost

# How many times longer commands take than `wc -w` of the same file of articles.
speed file:
    cargo build --release --locked
    python3 benches/speed.py target/release/mizan {{file}}

# How time and memory grow with what once took its square; docs/RELIABILITY.md has the table.
growth:
    cargo build --release --locked
    python3 benches/growth.py target/release/mizan

# Run the long simulations: false discovery rates, coverage of intervals.
validity:
    cargo test --release --locked --lib -- --ignored --nocapture tests::validity tests::agreement
