//! The program `mizan`; all it does stands in the library.

fn main() -> std::process::ExitCode {
    mizan::cli::main()
}
