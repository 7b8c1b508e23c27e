//! The widget as others embed it: on a status page of the lab's internet whose site is really broken, in every way there is
//! to embed it, and on the pages of those who would misuse it.
//!
//! A run is a scenario ([`scenarios`]) in an engine. Each stands in a world of its own ([`worlds`]): the lab's internet, with
//! the hosts of `hosts/` in it ([`hosts`]). In it a visitor looks at pages ([`scene`]) and uses widgets ([`widget`]). A
//! scenario ends well or says what was expected and what was seen. The widget's code is unknown here: only what is promised
//! to those who embed it.

mod arguments;
mod hosts;
mod run;
mod scenarios;
mod scene;
mod tabs;
mod widget;
mod worlds;

use std::process::ExitCode;

use clap::Parser;
use whichside_harness::options::exit_code;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = match &arguments.inside {
        Some(scenario) => run::one_inside(&arguments, scenario).map(|()| true),
        None if arguments.list => {
            scenarios::list();
            Ok(true)
        }
        None => run::all(&arguments),
    };
    exit_code("embed", ended)
}
