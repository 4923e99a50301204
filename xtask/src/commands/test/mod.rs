//! `cargo xtask test`: every check, cheapest first.
//!
//! `steps` is the list, `checks` are those of them that are more than one command.

mod checks;
mod steps;

use std::time::{Duration, Instant};

use self::steps::{STEPS, Step};
use crate::args::Args;
use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::table::Table;
use crate::tools;

/// Installing for longer than this gets a row of its own in the summary.
const NOTABLE: Duration = Duration::from_secs(1);

/// Runs all steps, the quick ones, or one; stops at the first that fails.
///
/// # Errors
/// When a step fails; the message names it and how to run it alone.
pub(crate) fn run(project: &Project, mut args: Args) -> Outcome {
    let quick = args.flag("--quick");
    let list = args.flag("--list");
    let only: Option<String> = args.value("--only")?;
    args.finish()?;
    let chosen = chosen(quick, only.as_deref())?;
    if list {
        chosen.iter().for_each(|step| println!("{:12} {}", step.name, step.title));
        return Ok(());
    }

    let mut summary = Table::new(&["step", "seconds"]);
    let started = Instant::now();
    let n_steps = chosen.len();
    for (idx, step) in chosen.into_iter().enumerate() {
        println!("\n== {}/{n_steps} {}: {}", idx + 1, step.name, step.title);
        let result = timed(&mut summary, project, step);
        if let Err(failure) = result {
            println!("\n{summary}");
            return Err(failure.during(format!(
                "step `{0}` failed ({1}); run it alone with `cargo xtask test --only {0}`",
                step.name, step.title
            )));
        }
    }
    summary.row(["total".to_owned(), seconds(started.elapsed())]);
    println!("\n{summary}\nsteps: {n_steps} passed, 0 failed");
    Ok(())
}

fn chosen(quick: bool, only: Option<&str>) -> Outcome<Vec<&'static Step>> {
    let steps: Vec<_> = STEPS
        .iter()
        .filter(|step| only.is_none_or(|name| step.name == name))
        .filter(|step| !quick || step.quick)
        .collect();
    match only {
        Some(name) if steps.is_empty() => {
            Err(Failure::new(format!("no step `{name}`; `cargo xtask test --list` prints them")))
        }
        _ => Ok(steps),
    }
}

/// Installs what the step needs, runs it, and adds its rows, whether it succeeds or not.
fn timed(summary: &mut Table, project: &Project, step: &Step) -> Outcome {
    let started = Instant::now();
    let ready = tools::ensure_all(project, step.needs);
    let installing = started.elapsed();
    if installing > NOTABLE {
        let name = format!("tools for {}", step.name);
        summary.row([name, seconds(installing)]);
    }
    ready?;
    let started = Instant::now();
    let result = (step.run)(project);
    let mark = if result.is_ok() { "" } else { " FAILED" };
    let elapsed = started.elapsed();
    summary.row([format!("{}{mark}", step.name), seconds(elapsed)]);
    if result.is_ok() {
        println!("== {} passed in {} s", step.name, seconds(elapsed));
    }
    result
}

fn seconds(duration: Duration) -> String {
    format!("{:.1}", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_have_names_of_their_own() {
        let mut names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }

    #[test]
    fn quick_steps_come_first() {
        assert!(STEPS.is_sorted_by_key(|step| !step.quick));
        assert!(chosen(true, None).unwrap().iter().all(|step| step.quick));
    }

    #[test]
    fn one_step_can_be_chosen_and_an_unknown_one_is_an_error() {
        let steps = chosen(false, Some("fmt")).unwrap();
        assert_eq!(steps.len(), 1);
        assert!(chosen(false, Some("format")).is_err());
    }
}
