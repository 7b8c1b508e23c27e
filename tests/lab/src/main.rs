//! The lab's program: runs the faults that are asked for, or one inside its world.

use std::process::ExitCode;

use clap::Parser;
use whichside_harness::options::exit_code;
use whichside_lab::arguments::Arguments;
use whichside_lab::run;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = match &arguments.inside.fault {
        Some(fault) => run::one_inside(&arguments, fault).map(|()| true),
        None => run::all(&arguments),
    };
    exit_code("lab", ended)
}
