//! The lab's program: what the command line asks for, and what it came to.

use std::process::ExitCode;

use whichside_lab::arguments::{self, Task};
use whichside_lab::run;

fn main() -> ExitCode {
    let done = arguments::read().and_then(|task| match task {
        Task::Help => {
            println!("{}", arguments::HELP);
            Ok(true)
        }
        Task::Lab(lab) => run::all(&lab),
        Task::InsideTheWorld(inside) => run::one_inside(&inside).map(|()| true),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("lab: {error:#}");
            ExitCode::from(2)
        }
    }
}
