//! The project's tasks: `cargo xtask --help` lists them.
//!
//! Here are only the commands and their arguments. Everything a task does is in the module named after its subject;
//! the lab, which breaks a small internet on purpose, is a crate of its own in `tests/lab`.

mod build;
mod checks;
mod compressed;
mod crowd;
mod embed;
mod error_page;
mod files;
mod guide;
mod headers;
mod headers_file;
mod html;
mod loader;
mod notices;
mod packages;
mod post_build;
mod reproduce;
mod serve;
mod service_worker;
mod setup;
mod sizes;
mod tools;
mod words;

use std::{
    env,
    ffi::OsString,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Result;
use clap::{Parser, Subcommand};
use xshell::cmd;

use setup::Purpose;

/// The tasks of this project. Each first installs what it needs and the machine lacks, and says what and why.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page and serve it as it is deployed
    Serve {
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The address to listen on
        #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
        address: IpAddr,
    },
    /// Serve a debug page that reloads with each change: `trunk serve`, whose options may follow
    Dev {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<OsString>,
    },
    /// Build the page into dist/, ready for any web server and any path
    ///
    /// WHICHSIDE_ADDRESS=https://… in the environment adds a sitemap for that address.
    Build,
    /// Build the page once more from a copy in another folder, and see that every byte of it is the same
    Reproduce,
    /// Run everything: formatting, clippy, native tests, browser tests, the page's size, servers, the lab
    Test {
        /// Leave out the lab and the servers, which make network namespaces
        #[arg(long)]
        without_lab: bool,
    },
    /// Build the page and open it in real browsers on a small internet that is broken on purpose (`--list`, `--help`)
    #[command(disable_help_flag = true)]
    Lab {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<OsString>,
    },
    /// Build the page and embed its widget in pages of that internet, well-meant and hostile (`--list`, `--help`)
    #[command(disable_help_flag = true)]
    Embed {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<OsString>,
    },
    /// Score the inference on the lab's recorded runs and on simulations (`--write`, `--help`)
    #[command(disable_help_flag = true)]
    Calibrate {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<OsString>,
    },
    /// Make the error page that a front server shows while its application is dead, and the server's configuration
    ErrorPage(Box<error_page::Options>),
    /// Put the error page on real servers, and break the application behind them (`--only`, `--help`)
    #[command(disable_help_flag = true)]
    ErrorPageLab {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<OsString>,
    },
    /// Print how a crowd of waiting visitors comes back, by the error page and by what others do
    Crowd {
        /// Write docs/waiting-crowd/*.svg, too
        #[arg(long)]
        plot: bool,
    },
    /// Bring words/*.po up to the English, and list what is left to translate
    Words {
        /// Fail if anything is left, as before a release
        #[arg(long)]
        strict: bool,
    },
    /// Install what the tasks above need and this machine lacks
    Setup {
        /// `build` installs only what build, serve and trunk need
        #[arg(long = "for", value_enum, default_value_t = Purpose::Test)]
        purpose: Purpose,
    },
    /// Write what stands beside the page: trunk runs this after each build
    #[command(hide = true)]
    PostBuild,
}

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
    let root = &repository();
    match Arguments::parse().task {
        Task::Serve { port, address } => {
            let shell = setup::run(root, Purpose::Build)?;
            build::run_if_stale(&shell)?;
            serve::run(SocketAddr::new(address, port), &root.join(build::DIST))
        }
        Task::Dev { options } => {
            let shell = setup::run(root, Purpose::Build)?;
            Ok(cmd!(shell, "trunk serve {options...}").run()?)
        }
        Task::Build => build::run(&setup::run(root, Purpose::Build)?),
        Task::Reproduce => reproduce::run(&setup::run(root, Purpose::Build)?),
        Task::Test { without_lab } => checks::run(root, !without_lab),
        Task::Lab { options } => {
            let shell = setup::run(root, Purpose::Test)?;
            build::run_if_stale(&shell)?;
            checks::lab(&shell, &options)
        }
        Task::Embed { options } => {
            let shell = setup::run(root, Purpose::Test)?;
            build::run_if_stale(&shell)?;
            checks::embed(&shell, &options)
        }
        Task::Calibrate { options } => {
            let shell = setup::shell(root)?;
            Ok(cmd!(
                shell,
                "cargo run --locked --package whichside-calibration -- {options...}"
            )
            .run()?)
        }
        Task::ErrorPage(options) => error_page::run(root, &options),
        Task::ErrorPageLab { options } => {
            checks::error_page(&setup::run(root, Purpose::Test)?, &options)
        }
        Task::Crowd { plot } => crowd::run(root, plot),
        Task::Words { strict } => words::follow(root, strict),
        Task::Setup { purpose } => {
            setup::run(root, purpose)?;
            println!("Everything needed is on this machine.");
            Ok(())
        }
        Task::PostBuild => post_build::run(root),
    }
}

/// The checkout this task was started in; cargo names it to whatever it runs.
fn repository() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(package.clone(), Path::to_path_buf)
}
