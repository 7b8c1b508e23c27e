//! What is concluded from a few observations, one statement each.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]

use whichside_diagnosis::observation::{Control, Ice, Round};
use whichside_diagnosis::outside::{Answer, Place, Sight, Vantage};
use whichside_diagnosis::path::HopState;
use whichside_diagnosis::{
    Cause, Check, Confidence, Millis, Outcome, Probability, Probe, Question, Setting, Side, Target,
    UrlParts, Verdict, globalping, path, words,
};

fn target(path: &str, query: Option<&str>) -> Target {
    let parts = UrlParts {
        scheme: "https".into(),
        host: "shop.example".into(),
        path: path.into(),
        query: query.map(str::to_owned),
        ..UrlParts::default()
    };
    Target::new(parts, "whichside.example").unwrap().0
}

/// A check of a visitor whose network is well, every control answering after `control_ms`.
fn online(target: Target, setting: Setting, control_ms: u64) -> Check {
    let mut check = Check::new(target, setting);
    check.next_probes(Millis(0));
    for control in Control::ALL {
        check.observe(
            Probe::Control(control),
            Outcome::Answered,
            Millis(control_ms),
        );
    }
    check.observe(Probe::Link, Outcome::Link(true), Millis(1));
    check.observe(Probe::Oracle, Outcome::Sound(true), Millis(control_ms));
    check
}

fn shop(setting: Setting) -> Check {
    online(target("/", None), setting, 40)
}

fn alone() -> Setting {
    Setting {
        only_this_browser: true,
        ..Setting::default()
    }
}

fn answer(code: u16) -> Sight {
    Sight::Answer(Answer {
        code,
        ..Answer::default()
    })
}

fn outside(check: &mut Check, sights: [Sight; 3]) {
    for ((slot, saw), city) in (0..).zip(sights).zip(["Berlin", "Boston", "Tokyo"]) {
        let vantage = Vantage {
            place: Place {
                city: city.into(),
                ..Place::default()
            },
            saw,
            took: Some(Millis(90)),
        };
        check.observe(
            Probe::Vantage(Round::First, slot),
            Outcome::Vantage(vantage),
            Millis(600),
        );
    }
}

/// Lets everything be asked, and be silent that has not answered.
fn end(check: &mut Check) {
    for now in [1_000, 30_000, 60_000, 90_000] {
        check.next_probes(Millis(now));
        check.elapse(Millis(now));
    }
    assert!(check.finished());
}

fn error_page(check: &mut Check) {
    check.observe(Probe::Fetch, Outcome::Answered, Millis(50));
    check.observe(Probe::Status, Outcome::Failed, Millis(70));
    check.observe(Probe::Commit, Outcome::Failed, Millis(90));
}

fn page(check: &mut Check) {
    check.observe(Probe::Fetch, Outcome::Answered, Millis(50));
    check.observe(Probe::Status, Outcome::Opened, Millis(70));
}

fn probability(verdict: &Verdict, wanted: Cause) -> f64 {
    let ranked = verdict.ranked.iter();
    ranked
        .filter(|(cause, _)| *cause == wanted)
        .map(|(_, probability)| probability.fraction())
        .sum()
}

#[test]
fn an_error_here_and_a_page_elsewhere_is_a_refusal_where_the_tab_says_so() {
    let mut check = shop(Setting::default());
    error_page(&mut check);
    outside(&mut check, [answer(200), answer(200), answer(200)]);
    end(&mut check);
    // A number that this browser cannot read: 403 for this visitor, or 502 on the way of this visitor's region.
    assert_eq!(check.verdict().side, Side::Unknown);
    assert_eq!(check.verdict().ranked[0].0, Cause::RefusedYou);
    assert_eq!(check.question(), Some(Question::Refusal));
    let answered = |yes| {
        let mut check = check.clone();
        check.observe(
            Probe::Asked(Question::Refusal),
            Outcome::Said(yes),
            Millis(95_000),
        );
        check.verdict().clone()
    };
    assert_eq!(answered(true).cause, Cause::RefusedYou);
    assert_ne!(answered(false).side, Side::Yours);
    let told = Setting {
        seen: whichside_diagnosis::observation::Seen::from_value("403"),
        ..Setting::default()
    };
    let mut told = shop(told);
    error_page(&mut told);
    outside(&mut told, [answer(200), answer(200), answer(200)]);
    assert_eq!(told.verdict().cause, Cause::RefusedYou);
}

#[test]
fn a_front_page_that_opens_elsewhere_says_nothing_of_a_page_behind_it() {
    for (path, query) in [("/search", Some("q=secret")), ("/o/8f3kd92hf83hd7", None)] {
        let mut check = online(target(path, query), Setting::default(), 40);
        error_page(&mut check);
        outside(&mut check, [answer(200), answer(200), answer(200)]);
        let verdict = check.verdict();
        assert!(
            probability(verdict, Cause::RefusedYou) < 0.5,
            "{path}: {verdict:?}"
        );
    }
}

#[test]
fn a_site_that_fails_in_one_region_is_said_to_with_the_places() {
    let mut check = shop(Setting::default());
    page(&mut check);
    outside(&mut check, [answer(200), answer(200), answer(502)]);
    let verdict = check.verdict();
    assert_eq!(verdict.cause, Cause::Intermittent);
    let said = words::explanation(&words::Words::english(), &check, verdict, false);
    assert!(said.contains("opens from Berlin and Boston"), "{said}");
    assert!(said.contains("fails from Tokyo"), "{said}");
    let mut check = shop(Setting::default());
    error_page(&mut check);
    outside(&mut check, [answer(502), answer(200), answer(502)]);
    let verdict = check.verdict();
    assert_eq!(
        (verdict.side, verdict.cause),
        (Side::Theirs, Cause::Intermittent)
    );
    let said = words::explanation(&words::Words::english(), &check, verdict, false);
    assert!(said.contains("fails from Berlin and Tokyo"), "{said}");
}

/// A verdict that is sure of its side, with the two likeliest causes.
fn sure_of(side: Side, causes: [(Cause, f64); 2]) -> Verdict {
    let ranked = causes.map(|(cause, probability)| (cause, Probability::new(probability)));
    let of_side: f64 = causes.iter().map(|(_, probability)| probability).sum();
    Verdict {
        side,
        cause: ranked[0].0,
        confidence: Confidence::of(Probability::new(of_side)),
        cause_confidence: Confidence::of(ranked[0].1),
        ranked: ranked.to_vec(),
        ..Verdict::idle()
    }
}

#[test]
fn where_the_side_is_sure_and_the_cause_is_not_the_words_claim_the_side_alone() {
    let english = words::Words::english();
    let check = shop(alone());
    for (side, claimed, other) in [
        (Side::Yours, Cause::Offline, Cause::NetworkDown),
        (Side::Theirs, Cause::BadGateway, Cause::ServerDown),
    ] {
        let told = sure_of(side, [(claimed, 0.9), (other, 0.07)]);
        let untold = sure_of(side, [(claimed, 0.44), (other, 0.53)]);
        let explained = |verdict| words::explanation(&english, &check, verdict, false);
        let name = |cause| words::cause_name(&english, cause);
        assert!(
            explained(&untold).contains(name(claimed)),
            "{}",
            explained(&untold)
        );
        assert!(
            explained(&untold).contains(name(other)),
            "{}",
            explained(&untold)
        );
        assert!(
            !explained(&told).contains(name(other)),
            "{}",
            explained(&told)
        );
        assert!(words::technical(&english, &told).is_some());
        assert_eq!(words::technical(&english, &untold), None);
        let broken = |verdict| {
            let mut hops = path::hops(check.record(), verdict).into_iter();
            hops.any(|hop| hop.state == HopState::Broken)
        };
        assert!(broken(&told) && !broken(&untold));
    }
    let headline = |sure| {
        let offline = sure_of(
            Side::Yours,
            [(Cause::Offline, sure), (Cause::NetworkDown, 0.5)],
        );
        words::headline(&english, &offline, false).to_owned()
    };
    assert_eq!(headline(0.45), "It’s on your side.");
    assert_eq!(headline(0.5), "You are offline.");
}

#[test]
fn a_silent_site_may_still_answer_late() {
    let mut check = shop(alone());
    check.elapse(Millis(3_000));
    assert_eq!(check.outcome(Probe::Fetch), Some(&Outcome::Silent));
    assert!(check.awaits_a_late_answer() && !check.finished());
    check.observe(Probe::Fetch, Outcome::Answered, Millis(6_000));
    let verdict = check.verdict();
    assert_eq!(verdict.ranked[0].0, Cause::Slow);
    let mut silent = shop(alone());
    silent.elapse(Millis(3_000));
    silent.elapse(Millis(20_000));
    assert!(!silent.awaits_a_late_answer());
}

#[test]
fn a_tie_between_a_dead_site_and_a_lost_way_is_put_to_the_visitor() {
    let mut check = shop(alone());
    check.observe(
        Probe::Trace,
        Outcome::Trace(whichside_diagnosis::trace::Trace::default()),
        Millis(50),
    );
    end(&mut check);
    assert_eq!(check.verdict().side, Side::Unknown);
    let said = words::explanation(&words::Words::english(), &check, check.verdict(), false);
    assert!(
        said.contains("a server that is down") && said.contains("the way from your network"),
        "{said}"
    );
    assert_eq!(check.question(), Some(Question::OtherNetwork));
    let mut opens_there = check.clone();
    opens_there.observe(
        Probe::Asked(Question::OtherNetwork),
        Outcome::Said(true),
        Millis(95_000),
    );
    assert_eq!(opens_there.verdict().side, Side::Yours);
    check.observe(
        Probe::Asked(Question::OtherNetwork),
        Outcome::Said(false),
        Millis(95_000),
    );
    assert_eq!(check.verdict().side, Side::Theirs);
}

#[test]
fn a_question_that_could_change_nothing_is_not_put() {
    let mut check = shop(Setting::default());
    error_page(&mut check);
    outside(&mut check, [answer(502), answer(502), answer(502)]);
    end(&mut check);
    assert_eq!(check.question(), None);
}

#[test]
fn a_week_of_the_same_failure_makes_it_likelier() {
    let with = |history: Vec<Cause>| {
        let mut check = shop(Setting { history, ..alone() });
        error_page(&mut check);
        probability(check.verdict(), Cause::BadGateway)
    };
    let once = with(vec![Cause::BadGateway]);
    let often = with(vec![Cause::BadGateway; 4]);
    assert!(
        with(vec![]) < once && once < often && often < 0.8,
        "{once} {often}"
    );
    assert!((with(vec![Cause::BadGateway; 5]) - with(vec![Cause::BadGateway; 90])).abs() < 1e-9);
}

#[test]
fn where_every_secure_connection_fails_and_the_page_is_from_the_future_the_clock_is_wrong() {
    let setting = Setting {
        clock_behind: true,
        ..Setting::default()
    };
    let mut check = Check::new(target("/", None), setting);
    check.next_probes(Millis(0));
    for control in Control::ALL {
        check.observe(Probe::Control(control), Outcome::Failed, Millis(40));
    }
    check.observe(Probe::Trace, Outcome::Failed, Millis(40));
    check.observe(Probe::Fetch, Outcome::Failed, Millis(40));
    check.observe(
        Probe::Ice,
        Outcome::Ice(Ice {
            name_fails: false,
            connects: true,
            secures: false,
            completes: true,
        }),
        Millis(200),
    );
    check.observe(Probe::Events, Outcome::Failed, Millis(60));
    assert_eq!(check.verdict().cause, Cause::Clock);
}

#[test]
fn on_a_slow_link_the_time_of_a_failure_says_how_far_the_request_got() {
    // A control takes four round trips of 150 ms, our own server one.
    let failing_after = |ms| {
        let mut check = online(target("/", None), alone(), 600);
        check.observe(Probe::Control(Control::Own), Outcome::Answered, Millis(160));
        check.observe(Probe::Fetch, Outcome::Failed, Millis(ms));
        check.observe(Probe::Events, Outcome::Failed, Millis(ms + 10));
        check.observe(Probe::Ice, Outcome::Unavailable, Millis(ms + 20));
        check.verdict().clone()
    };
    let at_once = failing_after(12);
    assert!(
        probability(&at_once, Cause::BlockedLocally)
            > 3.0 * probability(&failing_after(300), Cause::BlockedLocally)
    );
    assert!(
        probability(&failing_after(450), Cause::Certificate)
            > 3.0 * probability(&at_once, Cause::Certificate)
    );
}

#[test]
fn an_error_page_names_the_server_that_wrote_it_and_what_it_came_through() {
    let server = |headers: &str, body: &str| {
        let text = format!(
            r#"{{"status":"finished","results":[{{"probe":{{}},"result":{{"status":"finished","statusCode":502,
               "headers":{headers},"rawBody":{}}}}}]}}"#,
            serde_json::Value::from(body)
        );
        let results = globalping::read_results(&text).unwrap();
        match &results.vantages[0].saw {
            Sight::Answer(answer) => answer.server.clone(),
            _ => None,
        }
    };
    let nginx = "<hr><center>nginx/1.26</center>";
    assert_eq!(
        server(r#"{"server":"nginx/1.26"}"#, nginx).as_deref(),
        Some("nginx/1.26")
    );
    assert_eq!(
        server(r#"{"server":"cloudflare"}"#, nginx).as_deref(),
        Some("nginx, through cloudflare")
    );
    assert_eq!(server("{}", nginx).as_deref(), Some("nginx"));
    assert_eq!(
        server("{}", "Error 503 Backend fetch failed").as_deref(),
        Some("Varnish")
    );
    assert_eq!(server("{}", "it broke"), None);
}

#[test]
fn requests_that_a_change_of_network_ends_are_asked_again_and_are_no_evidence() {
    let mut check = Check::new(target("/", None), alone());
    check.next_probes(Millis(0));
    check.observe(Probe::Control(Control::Own), Outcome::Answered, Millis(30));
    let ended = [
        Probe::Fetch,
        Probe::Control(Control::Google),
        Probe::Control(Control::Apple),
        Probe::Control(Control::Microsoft),
    ];
    for probe in ended {
        check.observe(probe, Outcome::Failed, Millis(400));
    }
    let again: Vec<Probe> = check
        .next_probes(Millis(410))
        .into_iter()
        .map(|ask| ask.probe)
        .collect();
    for probe in [Probe::Fetch, Probe::Control(Control::Google)] {
        assert!(again.contains(&probe), "{again:?}");
    }
    assert_eq!(check.verdict().side, Side::Unknown);
    for probe in ended {
        check.observe(probe, Outcome::Answered, Millis(900));
    }
    check.observe(Probe::Status, Outcome::Opened, Millis(950));
    assert_eq!(check.verdict().side, Side::Works);
}

#[test]
fn resolvers_and_vantages_that_are_refused_together_are_no_change_of_network() {
    let mut check = Check::new(target("/", None), Setting::default());
    let asked: Vec<Probe> = check
        .next_probes(Millis(0))
        .into_iter()
        .map(|ask| ask.probe)
        .collect();
    check.observe(Probe::Control(Control::Own), Outcome::Answered, Millis(30));
    check.observe(Probe::Fetch, Outcome::Answered, Millis(60));
    check.next_probes(Millis(60));
    check.observe(Probe::Status, Outcome::Failed, Millis(400));
    for probe in asked.iter().filter(|probe| matches!(probe, Probe::Dns(..))) {
        check.observe(*probe, Outcome::Failed, Millis(400));
    }
    let again = check.next_probes(Millis(410));
    assert!(
        again.iter().all(|ask| ask.probe != Probe::Status),
        "{again:?}"
    );
}

#[test]
fn what_fails_where_a_connection_stands_is_asked_again_and_is_no_block_for_being_faster_then() {
    let fails = |first_ms: u64, second_ms: u64| {
        let mut check = online(target("/", None), alone(), 240);
        check.observe(Probe::Fetch, Outcome::Failed, Millis(first_ms));
        check.next_probes(Millis(300));
        check.observe(Probe::Events, Outcome::Failed, Millis(310));
        check.next_probes(Millis(310));
        let ice = Ice {
            name_fails: false,
            connects: true,
            secures: true,
            completes: true,
        };
        check.observe(Probe::Ice, Outcome::Ice(ice), Millis(400));
        let again = check.next_probes(Millis(400));
        assert!(
            again.iter().any(|ask| ask.probe == Probe::Fetch),
            "{again:?}"
        );
        check.observe(Probe::Fetch, Outcome::Failed, Millis(400 + second_ms));
        check.next_probes(Millis(400 + second_ms));
        let verdict = check.verdict();
        (verdict.side, verdict.cause)
    };
    assert_ne!(fails(200, 60).0, Side::Yours);
    assert_eq!(fails(10, 5), (Side::Yours, Cause::BlockedLocally));
}

#[test]
fn a_site_that_answers_well_and_then_with_an_error_is_intermittent() {
    let mut check = shop(alone());
    check.observe(Probe::Fetch, Outcome::Answered, Millis(60));
    check.observe(Probe::Status, Outcome::Opened, Millis(90));
    let asked = check.next_probes(Millis(95));
    assert!(
        asked.iter().any(|ask| ask.probe == Probe::Again),
        "nobody else can be asked: {asked:?}"
    );
    check.observe(Probe::Again, Outcome::Failed, Millis(130));
    assert_eq!(check.verdict().cause, Cause::Intermittent);
}

#[test]
fn a_network_that_changes_all_the_time_is_not_asked_for_ever() {
    let mut check = Check::new(target("/", None), alone());
    let mut fetches = 0;
    for round in 0..9_u64 {
        let now = Millis(round * 1_000);
        for ask in check.next_probes(now) {
            fetches += usize::from(ask.probe == Probe::Fetch);
            let outcome = match ask.probe {
                Probe::Control(Control::Own) | Probe::Link => Outcome::Answered,
                _ => Outcome::Failed,
            };
            check.observe(ask.probe, outcome, Millis(now.0 + 300));
        }
    }
    assert!((1..=3).contains(&fetches), "{fetches}");
}
