//! The project's commands, run as `cargo xtask <command>`.
//!
//! `main` picks a file of `commands/`; those call `site` (builds `dist/`), `server` (serves it),
//! `sizes` (weighs it) and `tools` (installs what is missing).
//! The crate depends on the standard library alone, so that it compiles in seconds anywhere.

mod args;
mod classic;
mod commands;
mod failure;
mod fingerprint;
mod glue;
mod machine;
mod order;
mod project;
mod server;
mod site;
mod sizes;
mod split;
mod table;
mod task;
#[cfg(test)]
mod temp_folder;
mod tools;
mod wasm;

use std::env;
use std::process::ExitCode;

use crate::args::Args;
use crate::failure::{Failure, Outcome};
use crate::project::Project;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve     Build the site if anything changed, serve it and open it
              --port N        first port to try (8080)
              --strict-port   fail when that port is taken
              --no-open       do not open a browser
              --no-build      serve dist/ as it is
              --dist DIR      serve another folder as it is
              --dev           debug build that reloads when a file changes
  build     Write the release site to dist/, optimized and compressed
  classic   Write embed.js into a built site, as `build` does [--dist DIR]
  sizes     Print the bytes of dist/ and check the budget [--dist DIR]
  test      Run every check, cheapest first
              --quick         no browser: stop after the doctests
              --only STEP     one step alone
              --list          print the steps
  bench     Time the core, weigh the page, time its frames and answers
              --only core|bytes|frames|answers, --repeat N, --dist DIR
  screens   Write the screenshots to docs/screens/
              --event ID, --only TEXT, --out DIR, --dist DIR
  social    Draw the pictures that stand for the page elsewhere, into public/ [--dist DIR]
  stats     Rewrite the counts in README.md
  help      Print this
";

fn main() -> ExitCode {
    match run(Args::new(env::args().skip(1))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Args) -> Outcome {
    let Some(command) = args.word() else {
        print!("{USAGE}");
        return Err(Failure::new("which command?"));
    };
    if args.flag("--help") {
        print!("{USAGE}");
        return Ok(());
    }
    let project = Project::find()?;
    match command.as_str() {
        "serve" => commands::serve::run(&project, args),
        "build" => commands::build::run(&project, args),
        "classic" => commands::classic::run(&project, args),
        "sizes" => commands::sizes::run(&project, args),
        "test" => commands::test::run(&project, args),
        "bench" => commands::bench::run(&project, args),
        "screens" => commands::screens::run(&project, args),
        "social" => commands::social::run(&project, args),
        "stats" => commands::stats::run(&project, args),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        unknown => Err(Failure::new(format!("no command `{unknown}`; `cargo xtask help` lists them"))),
    }
}
