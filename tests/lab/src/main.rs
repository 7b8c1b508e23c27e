//! The lab: a small internet on one machine, broken in a named way, and the shipped page opened in a
//! real browser in it.
//!
//! For every fault, in every engine and setting asked for, this program starts itself again inside fresh
//! namespaces ([`namespaces`]). There it builds the world ([`world`]), breaks it ([`breakage`]), lets the browser check the target
//! ([`visit`]) and hands back what it saw. Out here the result is judged ([`judge`]), shown ([`table`]),
//! counted ([`tally`]) and written down ([`record`], [`report`], [`recordings`]). It knows nothing of the page's
//! code: only the page's public contract, and the library's list of causes.

mod addresses;
mod arguments;
mod breakage;
mod broken;
mod certificates;
mod command;
mod dns;
mod engine;
mod extension;
mod fault;
mod judge;
mod link;
mod namespaces;
mod nginx;
mod record;
mod recordings;
mod report;
mod run;
mod standins;
mod table;
mod tally;
mod target_site;
mod unit;
mod visit;
mod visitor;
mod world;

use std::process::ExitCode;

use arguments::Task;

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
