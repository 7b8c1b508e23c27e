//! Running units: many side by side out here, and one inside its own world.

use std::collections::VecDeque;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use whichside_calibration::project;

use crate::addresses::VISITOR;
use crate::arguments::{Inside, Lab, package};
use crate::breakage::{self, Moment};
use crate::fault::{Fault, load, load_all};
use crate::hosting::Hosting;
use crate::judge::{POLITE, Requests, judge};
use crate::namespaces::{self, at_the_visitors};
use crate::record::{self, Outcome};
use crate::tally::{self, Tally};
use crate::unit::{Unit, Vantages};
use crate::visit::{Browser, Visit};
use crate::visitor::Visitor;
use crate::world::{Blueprint, World};
use crate::{recordings, report, table};

/// How long the browser gets to notice that its network changed, which is no fault of its own.
const NOTICING: Duration = Duration::from_millis(300);

/// What comes back out of a world.
#[derive(Serialize, Deserialize)]
struct Seen {
    visit: Visit,
    requests: Requests,
}

/// Runs the units that are asked for, prints and writes what they come to, and tells whether all passed.
///
/// # Errors
/// The lab cannot be built here, or a fault is not known.
pub fn all(lab: &Lab) -> Result<bool> {
    let faults = load_all(&package())?;
    let units = chosen(lab, &faults)?;
    if lab.list {
        list(lab, &faults);
        return Ok(true);
    }
    namespaces::check()?;
    let folder = project().join("target/lab");
    for wanted in lab.screenshots.iter().chain([&folder]) {
        fs::create_dir_all(wanted).with_context(|| wanted.display().to_string())?;
    }
    table::head();
    let mut outcomes = side_by_side(lab, &units, &folder)?;
    outcomes.sort_by(|a, b| a.key().cmp(&b.key()));
    if lab.verdicts {
        outcomes.iter().for_each(table::every_verdict);
    }
    let tallies = tally::by_group(&outcomes);
    if lab.record {
        recordings::write(&project().join("tests/cases/runs"), &outcomes, &faults)?;
    }
    if lab.report {
        report::write(&folder, &tallies, &outcomes)?;
    }
    table::sums(&tallies);
    Ok(tallies.iter().all(Tally::passed))
}

/// Faults × engines × settings.
fn chosen<'a>(lab: &Lab, faults: &'a [Fault]) -> Result<Vec<Unit<'a>>> {
    for name in &lab.only {
        if !faults.iter().any(|fault| fault.name == *name) {
            bail!("there is no fault named {name}; --list names them");
        }
    }
    let asked_for = |fault: &Fault, engine| {
        if lab.only.is_empty() {
            lab.every || fault.broken.tests.contains(&engine)
        } else {
            lab.only.contains(&fault.name)
        }
    };
    let mut units = Vec::new();
    for fault in faults {
        for &engine in &lab.engines {
            if fault.exists_in(engine) && asked_for(fault, engine) {
                units.extend(lab.vantages.iter().map(|&vantages| Unit {
                    fault,
                    engine,
                    vantages,
                }));
            }
        }
    }
    if units.is_empty() && !lab.list {
        bail!("no fault asked for exists in the browsers asked for");
    }
    Ok(units)
}

/// Names the faults, with the engines of the default run.
fn list(lab: &Lab, faults: &[Fault]) {
    let named = |fault: &&Fault| lab.only.is_empty() || lab.only.contains(&fault.name);
    for fault in faults.iter().filter(named) {
        let engines: Vec<&str> = fault
            .broken
            .tests
            .iter()
            .map(|engine| engine.id())
            .collect();
        println!(
            "{:<28} {:<24} {}",
            fault.name,
            engines.join(" "),
            fault.broken.about
        );
    }
}

/// Runs as many at once as is asked for, and prints and writes down each as it ends.
fn side_by_side(lab: &Lab, units: &[Unit<'_>], folder: &Path) -> Result<Vec<Outcome>> {
    let waiting: Mutex<VecDeque<&Unit<'_>>> = Mutex::new(units.iter().collect());
    let finished: Mutex<Vec<Outcome>> = Mutex::default();
    let unwritten: Mutex<Option<anyhow::Error>> = Mutex::default();
    let next = || {
        waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front()
    };
    thread::scope(|scope| {
        for _ in 0..lab.jobs {
            scope.spawn(|| {
                while let Some(unit) = next() {
                    let outcome = one(lab, unit, folder);
                    if let Err(error) = record::write(folder, &outcome) {
                        *unwritten.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    }
                    let mut finished = finished.lock().unwrap_or_else(PoisonError::into_inner);
                    table::line(&outcome);
                    finished.push(outcome);
                }
            });
        }
    });
    let unwritten = unwritten
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    if let Some(error) = unwritten {
        return Err(error);
    }
    Ok(finished
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner))
}

/// What an earlier run saw of a unit, if it saw anything.
fn kept(folder: &Path, unit: &Unit<'_>) -> Option<Seen> {
    let path = record::path(folder, &unit.fault.name, unit.engine, unit.vantages);
    let seen: Seen = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    (!seen.visit.shown.is_empty()).then_some(seen)
}

/// Runs one unit in namespaces of its own. What goes wrong with the lab fails it.
fn one(lab: &Lab, unit: &Unit<'_>, folder: &Path) -> Outcome {
    let seen = match lab.resume.then(|| kept(folder, unit)).flatten() {
        Some(kept) => Ok(kept),
        // A driver or a browser that hangs says nothing of the page: one more try, in a world of its own, and it is told.
        None => in_a_world(lab, unit).or_else(|error| {
            println!("{}: the lab broke, trying again: {error:#}", unit.name());
            in_a_world(lab, unit)
        }),
    };
    let (seen, broken_lab) = match seen {
        Ok(seen) => (seen, None),
        Err(error) => (
            Seen {
                visit: Visit::default(),
                requests: Requests::default(),
            },
            Some(format!("the lab broke: {error:#}")),
        ),
    };
    let fault = unit.fault;
    let polite = fault.broken.requests.unwrap_or(POLITE);
    let mut judged = judge(
        &seen.visit.shown,
        seen.requests,
        polite,
        &fault.judgement.given(unit.vantages == Vantages::With),
    );
    if let Some(broken_lab) = broken_lab {
        judged.failures = vec![broken_lab];
    }
    Outcome {
        fault: fault.name.clone(),
        about: fault.broken.about.clone(),
        url: fault.judgement.url.clone(),
        truth: fault.broken.truth,
        browser: unit.engine,
        vantages: unit.vantages,
        judged,
        requests: seen.requests,
        visit: seen.visit,
    }
}

fn in_a_world(lab: &Lab, unit: &Unit<'_>) -> Result<Seen> {
    let this = std::env::current_exe().context("this program's own file is gone")?;
    let mut command = namespaces::command(&this);
    command
        .args(["--inside", &unit.fault.name])
        .args(["--browser", unit.engine.id()])
        .args(["--vantages", unit.vantages.id(), "--dist"])
        .arg(&lab.dist);
    if let Some(folder) = &lab.screenshots {
        let folder = folder.canonicalize()?;
        command
            .arg("--screenshot-to")
            .arg(folder.join(format!("{}.png", unit.name())));
    }
    if lab.record {
        command.arg("--look-around");
    }
    if lab.keep {
        command
            .arg("--keep-in")
            .arg(project().join("target/lab/worlds").join(unit.name()));
    }
    let done = command
        .stdin(Stdio::null())
        .output()
        .context("setpriv cannot be started: install util-linux")?;
    if !done.status.success() {
        bail!("{}", String::from_utf8_lossy(&done.stderr).trim());
    }
    serde_json::from_slice(&done.stdout).context("what came out of the world cannot be read")
}

/// Builds the world of one unit around this process, visits it, and prints what was seen as JSON.
///
/// # Errors
/// The world cannot be built, or the page cannot be used in it.
pub fn one_inside(inside: &Inside) -> Result<()> {
    if std::process::id() != 1 {
        bail!("--inside is for this program's own use, in namespaces it has made");
    }
    let fault = load(&package(), &inside.fault)?;
    let world = World::build(&Blueprint {
        broken: &fault.broken,
        dist: &inside.dist,
        hosting: &Hosting::load(&project())?,
        neighbours: &[],
    })?;
    inside.engine.trust(&world)?;
    breakage::apply(&fault.broken.network, Moment::BeforeTheVisit)?;
    breakage::apply(&inside.vantages.broken(), Moment::BeforeTheVisit)?;
    let visited = visit(&world, &fault, inside);
    if let Some(folder) = &inside.keep {
        world.keep_in(folder)?;
    }
    let seen = visited?;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &seen)?;
    out.flush()?;
    Ok(())
}

fn visit(world: &World, fault: &Fault, inside: &Inside) -> Result<Seen> {
    let browser = at_the_visitors(|| Browser::open(world, inside.engine))?;
    let network = &fault.broken.network;
    if breakage::apply(network, Moment::PageOpen)? {
        thread::sleep(NOTICING);
    }
    thread::scope(|scope| {
        let (clicked, click) = mpsc::channel();
        // Out here, where the network is broken; without a click there is nothing to break.
        let after = scope.spawn(move || match click.recv() {
            Ok(()) => breakage::apply(network, Moment::Clicked).map(drop),
            Err(_) => Ok(()),
        });
        let visited = at_the_visitors(|| visit_page(&browser, world, fault, inside, clicked));
        after
            .join()
            .map_err(|_| anyhow!("the thread that breaks the network panicked"))??;
        visited
    })
}

fn visit_page(
    browser: &Browser,
    world: &World,
    fault: &Fault,
    inside: &Inside,
    clicked: Sender<()>,
) -> Result<Seen> {
    browser.check(&fault.judgement.url, clicked)?;
    // Before the visitor looks for themselves, which is no request of the check's.
    let requests = count(&world.target_log()?);
    let mut visitor = Visitor::of(world, fault);
    let asked = browser.be_asked(&mut visitor, inside.look_around)?;
    if let Some(path) = &inside.screenshot {
        fs::write(path, browser.picture()?).with_context(|| path.display().to_string())?;
    }
    let answers = visitor.known();
    Ok(Seen {
        visit: Visit {
            shown: browser.shown()?,
            report: browser.report(),
            console: browser.console(),
            user_agent: browser.user_agent()?,
            asked,
            answers: answers
                .into_iter()
                .map(|(id, answer)| (id.to_owned(), answer))
                .collect(),
        },
        requests,
    })
}

/// Counts the lines of nginx's log, which begin with the address of whoever asked.
fn count(log: &str) -> Requests {
    let visitor = VISITOR.to_string();
    let mut requests = Requests::default();
    for line in log.lines() {
        let is_http = line
            .split('"')
            .nth(1)
            .is_some_and(|request| request.contains(" HTTP/"));
        if line.split(' ').next() != Some(visitor.as_str()) {
            requests.outside += 1;
        } else if is_http {
            requests.visitor += 1;
        } else {
            requests.not_http += 1;
        }
    }
    requests
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_told_apart_by_who_sent_them() {
        let log = "203.0.113.2 shop.example \"GET / HTTP/2.0\" 200 \"M\"\n\
                   203.0.113.100 shop.example \"GET / HTTP/1.1\" 200 \"g\"\n\
                   203.0.113.200 shop.example \"GET / HTTP/1.1\" 200 \"g\"\n\
                   203.0.113.2 shop.example \"\\x00\\x03\" 400 \"-\"\n";
        let requests = count(log);
        assert_eq!((requests.visitor, requests.outside), (1, 2));
        assert_eq!(requests.not_http, 1);
    }
}
