//! Matching speed on text it generates itself.
fn main() {
    divan::main();
}
