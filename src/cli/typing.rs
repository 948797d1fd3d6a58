//! `mizan completions` and `mizan manual`: help for those who type.

use super::Cli;
use super::out::{data, put, unwritten};
use crate::error::Result;
use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

/// Arguments of `mizan completions`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan completions bash > ~/.local/share/bash-completion/completions/mizan
  mizan completions fish > ~/.config/fish/completions/mizan.fish")]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Arguments of `mizan manual`.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  mizan manual > ~/.local/share/man/man1/mizan.1      then: man mizan")]
pub(super) struct ManualArgs {}

/// Writes what a shell needs to complete commands and options.
///
/// Errors: a reader that has gone.
pub(super) fn completions(args: &CompletionsArgs) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "mizan", &mut script);
    put(&mut data(), &script)
}

/// Writes the manual for `man`: the program, then each of its commands.
///
/// Errors: a reader that has gone.
pub(super) fn manual() -> Result<()> {
    let mut pages = Vec::new();
    let mut all = Cli::command().disable_help_subcommand(true);
    all.build();
    page(&all, &mut pages)?;
    put(&mut data(), &pages)
}

fn page(command: &Command, pages: &mut Vec<u8>) -> Result<()> {
    Man::new(command.clone()).render(pages).map_err(unwritten)?;
    let mut further = command.get_subcommands();
    further.try_for_each(|further| page(further, pages))
}
