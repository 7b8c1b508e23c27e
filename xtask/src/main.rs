//! The project's tasks: `cargo xtask help` lists them.
//!
//! Here are only the commands and their arguments. Everything a task does is in the module named after its subject;
//! the lab, which breaks a small internet on purpose, is a crate of its own in `tests/lab`.

mod checks;
mod child;
mod compressed;
mod embed;
mod fingerprint;
mod guide;
mod hosting;
mod imports;
mod kinds;
mod loader;
mod lockfile;
mod module;
mod owner;
mod packages;
mod page;
mod policy;
mod serve;
mod setup;
mod site;
mod sizes;
mod stylesheet;
mod toolchain;
mod tools;
mod words;
mod worker;

use std::{
    env,
    ffi::OsString,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

const HELP: &str = "\
cargo xtask serve    Build the page and serve it on http://127.0.0.1:8080
                       --port PORT        another port
                       --address ADDRESS  another address to listen on
cargo xtask build    Build the page into dist/, ready for any web server and any path
                       WHICHSIDE_ADDRESS=https://… in the environment adds a sitemap for that address
cargo xtask test     Run everything: formatting, clippy, native tests, browser tests, the page's size, servers, the lab
                       --without-lab      leave out the lab and the servers, which make network namespaces
cargo xtask lab      Build the page and open it in a real browser on a small internet that is broken on purpose
                       --browser NAME     chromium, firefox or webkit; may be repeated
                       --vantages WHICH   with outside vantages, without, or both
                       --only NAME        only this fault; may be repeated
                       --every            all faults
                       --list             name the faults and end
                       --report           write target/lab/report.html
                       --help             the other options
cargo xtask embed    Build the page and embed its widget in pages of that internet, well-meant and hostile
                       --browser NAME     chromium or firefox; may be repeated
                       --only NAME        only this scenario; may be repeated
                       --list             name the scenarios and end
                       --help             the other options
cargo xtask calibrate  Score the inference on the recorded runs of the lab, and on simulations
                       --write            set the library's counts from them anew
                       --help             the other options
cargo xtask words    Bring words/*.po up to the English, and list what is left to translate
                       --strict           fail if anything is left, as before a release
cargo xtask hosting  Bring the files for web servers in hosting/ up to headers.txt and paths.txt
cargo xtask setup    Install what the tasks above need and this machine lacks
                       --for build        only what build and serve need
cargo xtask help     Show this list

Each command first installs what it needs and the machine lacks, and says what and why.
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = Parser::from_env();
    let command = match arguments.next()? {
        Some(Arg::Value(command)) => command.string()?,
        Some(Arg::Short('h') | Arg::Long("help")) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    let root = repository();
    match command.as_str() {
        "serve" => serve(&root, arguments),
        "build" => {
            nothing_more(arguments)?;
            let setup = setup::run(&root, setup::Purpose::Build)?;
            page::build(&root, &setup).map(drop)
        }
        "test" => test(&root, arguments),
        "lab" => {
            let setup = setup::run(&root, setup::Purpose::Test)?;
            page::build(&root, &setup)?;
            checks::lab(&root, &setup, &rest(arguments)?)
        }
        "embed" => {
            let setup = setup::run(&root, setup::Purpose::Test)?;
            page::build(&root, &setup)?;
            checks::embed(&root, &setup, &rest(arguments)?)
        }
        "calibrate" => child::run(
            child::command("cargo")
                .current_dir(&root)
                .args([
                    "run",
                    "--locked",
                    "--package",
                    "whichside-calibration",
                    "--",
                ])
                .args(rest(arguments)?),
        ),
        "words" => {
            let mut strict = false;
            while let Some(argument) = arguments.next()? {
                match argument {
                    Arg::Long("strict") => strict = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            words::follow(&root, strict)
        }
        "hosting" => {
            nothing_more(arguments)?;
            hosting::write(&root)
        }
        "setup" => only_setup(&root, arguments),
        "help" => {
            nothing_more(arguments)?;
            print!("{HELP}");
            Ok(())
        }
        unknown => bail!("there is no command `{unknown}`\n\n{HELP}"),
    }
}

fn serve(root: &Path, mut arguments: Parser) -> Result<()> {
    let mut address = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let mut port = 8080_u16;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => port = arguments.value()?.parse().context("--port")?,
            Arg::Long("address") => address = arguments.value()?.parse().context("--address")?,
            other => return Err(other.unexpected().into()),
        }
    }
    let listen = SocketAddr::new(address, port);
    let setup = setup::run(root, setup::Purpose::Build)?;
    serve::run(listen, &page::build(root, &setup)?)
}

fn test(root: &Path, mut arguments: Parser) -> Result<()> {
    let mut lab = true;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("without-lab") => lab = false,
            other => return Err(other.unexpected().into()),
        }
    }
    checks::run(root, lab)
}

fn only_setup(root: &Path, mut arguments: Parser) -> Result<()> {
    let mut purpose = setup::Purpose::Test;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("for") => {
                purpose = match arguments.value()?.string()?.as_str() {
                    "build" => setup::Purpose::Build,
                    "test" => setup::Purpose::Test,
                    other => bail!("--for takes `build` or `test`, not `{other}`"),
                }
            }
            other => return Err(other.unexpected().into()),
        }
    }
    setup::run(root, purpose)?;
    println!("Everything needed is on this machine.");
    Ok(())
}

fn nothing_more(mut arguments: Parser) -> Result<()> {
    match arguments.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn rest(mut arguments: Parser) -> Result<Vec<OsString>> {
    Ok(arguments.raw_args()?.collect())
}

/// The checkout this task was started in; cargo names it to whatever it runs.
fn repository() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(package.clone(), PathBuf::from)
}
