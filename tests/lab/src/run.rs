//! Running units: many side by side out here, and one inside its own world.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use whichside_calibration::recording;
use whichside_egress::Traffic;
use whichside_egress::traffic::Request;
use whichside_harness::headers::Headers;
use whichside_harness::namespaces::{self, in_visitor_network};
use whichside_harness::options::build;
use whichside_harness::{parallel, project};

use crate::addresses::VISITORS_ADDRESSES;
use crate::arguments::{Arguments, Settings, package};
use crate::breakage::{self, Phase};
use crate::broken::Network;
use crate::egress::sniffer::Sniffer;
use crate::egress::{self, stores};
use crate::fault::{Fault, load, load_all};
use crate::judge::{self, Requests, judge};
use crate::record::{self, Outcome};
use crate::tally::{self, Tally};
use crate::unit::{Unit, Vantages};
use crate::visit::{Page, Visit};
use crate::visitor::Visitor;
use crate::world::{Blueprint, World};
use crate::{recordings, report, table};

/// What comes back out of a world.
#[derive(Serialize, Deserialize)]
struct RunResult {
    visit: Visit,
    requests: Requests,
    traffic: Traffic,
}

/// Runs the units that are asked for, prints and writes what they come to, and tells whether all passed.
///
/// # Errors
/// The lab cannot be built here, or a fault is not known.
pub fn all(lab: &Arguments) -> Result<bool> {
    let faults = load_all(&package())?;
    let units = chosen(lab, &faults)?;
    if lab.list {
        list(lab, &faults);
        return Ok(true);
    }
    let dist = build(&lab.dist, "index.html")?;
    namespaces::check()?;
    let folder = project().join("target/lab");
    for wanted in lab.screenshots.iter().chain([&folder]) {
        fs::create_dir_all(wanted).with_context(|| wanted.display().to_string())?;
    }
    table::head();
    let outcomes: Result<Vec<Outcome>> = parallel::run(&units, lab.jobs, |unit| {
        let outcome = one(lab, &dist, unit, &folder);
        record::write(&folder, &outcome)?;
        table::line(&outcome);
        Ok(outcome)
    })
    .into_iter()
    .collect();
    let mut outcomes = outcomes?;
    outcomes.sort_by(|a, b| a.key().cmp(&b.key()));
    if lab.verdicts {
        outcomes.iter().for_each(table::every_verdict);
    }
    let tallies = tally::by_group(&outcomes);
    if lab.record {
        recordings::write(&recording::folder(&project()), &outcomes, &faults)?;
    }
    if lab.report {
        report::write(&folder, &tallies, &outcomes)?;
    }
    table::sums(&tallies);
    table::failed(&outcomes);
    Ok(tallies.iter().all(Tally::passed))
}

/// Faults × engines × settings.
fn chosen<'a>(lab: &Arguments, faults: &'a [Fault]) -> Result<Vec<Unit<'a>>> {
    for name in &lab.only {
        if !faults.iter().any(|fault| fault.name == *name) {
            bail!("there is no fault named {name}; --list names them");
        }
    }
    let named = |fault: &Fault| lab.only.contains(&fault.name);
    let mut units = Vec::new();
    for fault in faults {
        for &engine in lab
            .engines
            .iter()
            .filter(|&&engine| fault.exists_in(engine))
        {
            let asked_for = if lab.only.is_empty() {
                lab.every || fault.broken.tests.contains(&engine)
            } else {
                named(fault)
            };
            let mut settings: Vec<Vantages> = Vec::new();
            if asked_for {
                settings.extend(lab.vantages.all());
            }
            if lab.only.is_empty() && fault.broken.egress {
                settings.extend([Vantages::With, Vantages::SwitchedOff]);
            }
            settings.sort();
            settings.dedup();
            units.extend(settings.into_iter().map(|vantages| Unit {
                fault,
                engine,
                vantages,
            }));
        }
    }
    if units.is_empty() && !lab.list {
        bail!("no fault asked for exists in the browsers asked for");
    }
    Ok(units)
}

/// Names the faults, with the engines of the default run.
fn list(lab: &Arguments, faults: &[Fault]) {
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

/// What an earlier run saw of a unit, if it saw anything.
fn kept(folder: &Path, unit: &Unit<'_>) -> Option<RunResult> {
    let path = record::path(folder, &unit.fault.name, unit.engine, unit.vantages);
    let seen: RunResult = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    (!seen.visit.shown.is_empty()).then_some(seen)
}

/// Runs one unit in namespaces of its own. What goes wrong with the lab fails it.
fn one(lab: &Arguments, dist: &Path, unit: &Unit<'_>, folder: &Path) -> Outcome {
    let seen = match lab.resume.then(|| kept(folder, unit)).flatten() {
        Some(kept) => Ok(kept),
        // A driver or a browser that hangs says nothing of the page: one more try, in a world of its own, and it is told.
        None => in_a_world(lab, dist, unit).or_else(|error| {
            println!("{}: the lab broke, trying again: {error:#}", unit.name());
            in_a_world(lab, dist, unit)
        }),
    };
    let (seen, broken_lab) = match seen {
        Ok(seen) => (seen, None),
        Err(error) => (
            RunResult {
                visit: Visit::default(),
                requests: Requests::default(),
                traffic: Traffic::default(),
            },
            Some(format!("the lab broke: {error:#}")),
        ),
    };
    let fault = unit.fault;
    let mut judged = judge(
        &seen.visit.shown,
        &fault.judgement.given(unit.vantages == Vantages::With),
    );
    judged.failures.extend(judge::own_word(
        &fault.broken.own_word,
        &seen.visit.own_word,
    ));
    let egress = egress::breaches(unit, &seen.traffic);
    let breaches = egress.unwrap_or_else(|error| vec![format!("{error:#}")]);
    judged.failures.extend(
        breaches
            .into_iter()
            .map(|breach| format!("egress: {breach}")),
    );
    if !seen.visit.fatal.is_empty() {
        judged
            .failures
            .push(format!("the page stopped: {}", seen.visit.fatal));
    }
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
        traffic: seen.traffic,
        visit: seen.visit,
    }
}

fn in_a_world(lab: &Arguments, dist: &Path, unit: &Unit<'_>) -> Result<RunResult> {
    let mut command = namespaces::this_program()?;
    command
        .args(["--inside", &unit.fault.name])
        .args(["--browser", unit.engine.id()])
        .args(["--vantages", unit.vantages.id(), "--dist"])
        .arg(dist);
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
    let output = namespaces::output_of(&mut command)?;
    serde_json::from_slice(&output).context("what came out of the world cannot be read")
}

/// Builds the world of one unit around this process, visits it, and prints what was seen as JSON.
///
/// # Errors
/// The world cannot be built, or the page cannot be used in it.
pub fn one_inside(arguments: &Arguments, fault: &str) -> Result<()> {
    let fault = load(&package(), fault)?;
    let world = World::build(&Blueprint {
        broken: &fault.broken,
        dist: &arguments.dist,
        headers: &Headers::load(&project())?,
        extra_hosts: &[],
    })?;
    breakage::apply(&fault.broken.network, Phase::BeforeTheVisit)?;
    for vantages in arguments.vantages.all() {
        breakage::apply(&vantages.broken(), Phase::BeforeTheVisit)?;
    }
    let visited = visit(&world, &fault, arguments);
    if let Some(folder) = &arguments.inside.keep_in {
        world.keep_in(folder)?;
    }
    let seen = visited?;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &seen)?;
    out.flush()?;
    Ok(())
}

fn visit(world: &World, fault: &Fault, arguments: &Arguments) -> Result<RunResult> {
    let engine = *arguments.engines.first().context("no browser is named")?;
    let sniffer = in_visitor_network(Sniffer::start)?;
    let page = in_visitor_network(|| Page::open(world, engine, fault.broken.hurried))?;
    let network = &fault.broken.network;
    breakage::apply(network, Phase::PageOpen)?;
    if network.contains(&Network::LinkDown) {
        in_visitor_network(|| page.wait_until_offline())?;
    }
    let visited = thread::scope(|scope| {
        let (clicked, click) = mpsc::channel();
        // Out here, where the network is broken; without a click there is nothing to break.
        let after = scope.spawn(move || match click.recv() {
            Ok(()) => breakage::apply(network, Phase::Clicked),
            Err(_) => Ok(()),
        });
        let visited =
            in_visitor_network(|| visit_page(&page, world, &sniffer, fault, arguments, clicked));
        after
            .join()
            .map_err(|_| anyhow!("the thread that breaks the network panicked"))??;
        visited
    });
    let mut seen = visited?;
    if let Some(typed) = typed_in_secret(fault) {
        // A closed browser has written what it keeps.
        drop(page);
        seen.traffic.found_in_profile =
            stores::found_in_profile(&world.browser_folder(), &[typed])?;
    }
    Ok(seen)
}

/// What the browser must not keep of what the visitor types.
fn typed_in_secret(fault: &Fault) -> Option<&str> {
    egress::secret_of(&fault.judgement.url).filter(|_| fault.broken.unvisited)
}

fn visit_page(
    page: &Page,
    world: &World,
    sniffer: &Sniffer,
    fault: &Fault,
    arguments: &Arguments,
    clicked: Sender<()>,
) -> Result<RunResult> {
    if arguments.vantages == Settings::SwitchedOff {
        page.switch_outside_off()?;
    }
    page.check(&fault.judgement.url, &fault.broken.visitor.seen, clicked)?;
    let own_word = page.own_word()?;
    // Before the visitor looks for themselves, which is no request of the check's.
    let mut traffic = egress::observe(world, sniffer, fault)?;
    traffic.kept = page.kept()?;
    let requests = count(&world.target_requests()?);
    let mut visitor = Visitor::of(world, fault);
    let asked = if fault.broken.unvisited {
        Vec::new()
    } else {
        page.be_asked(&mut visitor, arguments.inside.look_around)?
    };
    page.wait_for_steps()?;
    if let Some(path) = &arguments.inside.screenshot {
        fs::write(path, page.picture()?).with_context(|| path.display().to_string())?;
    }
    let answers = visitor.known();
    Ok(RunResult {
        visit: Visit {
            shown: page.shown()?,
            own_word,
            report: page.report(),
            console: page.console(),
            fatal: page.fatal()?,
            user_agent: page.user_agent()?,
            asked,
            answers: answers
                .into_iter()
                .map(|(id, answer)| (id.to_owned(), answer))
                .collect(),
        },
        requests,
        traffic,
    })
}

/// Counts requests by who sent them.
fn count(all: &[Request]) -> Requests {
    let visitors = VISITORS_ADDRESSES.map(|address| address.to_string());
    let mut requests = Requests::default();
    for request in all {
        if !visitors.contains(&request.from) {
            requests.outside += 1;
        } else if request.http().is_some() {
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
        let request = |from: &str, line: &str| Request {
            from: from.into(),
            line: line.into(),
            ..Request::default()
        };
        let requests = count(&[
            request("203.0.113.2", "GET / HTTP/2.0"),
            request("203.0.113.100", "GET / HTTP/1.1"),
            request("203.0.113.200", "GET / HTTP/1.1"),
            request("203.0.113.2", "\u{0}\u{3}"),
        ]);
        assert_eq!((requests.visitor, requests.outside), (1, 2));
        assert_eq!(requests.not_http, 1);
    }
}
