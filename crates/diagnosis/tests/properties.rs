//! What must hold for every input and every order of answers.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]

use std::hint::black_box;

use proptest::prelude::*;
use whichside_diagnosis::doh::DnsAnswer;
use whichside_diagnosis::observation::{Control, Ice, Measured, Record, Resolver, Round, Seen};
use whichside_diagnosis::outside::{Answer, Place, Sight, Vantage};
use whichside_diagnosis::trace::Trace;
use whichside_diagnosis::{
    Ask, Cause, Check, CheckRecord, Millis, Outcome, Probability, Probe, Question, Setting, Side,
    Target, UrlParts, What, advice, doh, globalping, lines, path, report, target, trace, watch,
    words,
};

fn shop() -> Target {
    let parts = UrlParts {
        scheme: "https".into(),
        host: "shop.example".into(),
        path: "/".into(),
        ..UrlParts::default()
    };
    Target::new(parts, "").unwrap().0
}

fn any_probe() -> impl Strategy<Value = Probe> {
    let control = prop::sample::select(Control::ALL.to_vec()).prop_map(Probe::Control);
    let dns = (
        prop::sample::select(Resolver::ALL.to_vec()),
        prop::sample::select(vec![Record::A, Record::Aaaa, Record::Unchecked]),
    )
        .prop_map(|(resolver, record)| Probe::Dns(resolver, record));
    let round = prop::sample::select(Round::ALL.to_vec());
    let plain = prop::sample::select(vec![
        Probe::Link,
        Probe::Seen,
        Probe::Oracle,
        Probe::Trace,
        Probe::Fetch,
        Probe::Commit,
        Probe::Status,
        Probe::Events,
        Probe::Ice,
        Probe::Twin,
        Probe::Asked(Question::StillFails),
        Probe::Asked(Question::OtherNetwork),
        Probe::Asked(Question::OtherBrowser),
        Probe::Asked(Question::OtherDevice),
        Probe::Asked(Question::OwnVpn),
        Probe::Asked(Question::OwnPage),
        Probe::Asked(Question::Managed),
    ]);
    prop_oneof![
        3 => plain,
        2 => control,
        1 => dns,
        1 => round.clone().prop_map(Probe::Outside),
        2 => (round, 0..4_u8).prop_map(|(round, slot)| Probe::Vantage(round, slot)),
    ]
}

fn any_sight() -> impl Strategy<Value = Sight> {
    prop_oneof![
        Just(Sight::Waiting),
        Just(Sight::Refused),
        Just(Sight::TimedOut),
        Just(Sight::HungUp),
        Just(Sight::NameMissing),
        Just(Sight::NameBroken),
        ".{0,9}".prop_map(Sight::Other),
        (0..700_u16, any::<bool>(), any::<bool>(), ".{0,30}").prop_map(
            |(code, challenge, distrusted, location)| {
                Sight::Answer(Answer {
                    code,
                    distrust: distrusted.then(|| "expired".to_owned()),
                    server: Some("nginx".to_owned()),
                    challenge,
                    placeholder: code % 5 == 0,
                    location: Some(location),
                    retry_after: (code % 7 == 0).then_some(Millis(u64::from(code) * 1_000)),
                })
            }
        ),
    ]
}

fn any_outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        3 => prop::sample::select(vec![Outcome::Silent, Outcome::Unavailable, Outcome::Answered, Outcome::Opened, Outcome::Failed]),
        1 => any::<bool>().prop_map(Outcome::Link),
        1 => any::<bool>().prop_map(Outcome::Sound),
        1 => any::<bool>().prop_map(Outcome::Said),
        1 => (400..600_u16).prop_map(|code| Outcome::Seen(Seen::Status(code))),
        1 => prop::sample::select(vec![
            Seen::Unreachable, Seen::NotSecure, Seen::Blank, Seen::Endless, Seen::Dangerous, Seen::Puzzle, Seen::OtherPage,
            Seen::Redirects,
        ]).prop_map(Outcome::Seen),
        1 => prop::sample::select(vec![
            DnsAnswer::Found(vec!["198.51.100.20".into()]), DnsAnswer::Found(vec!["10.0.0.1".into()]), DnsAnswer::Empty,
            DnsAnswer::Missing, DnsAnswer::Broken, DnsAnswer::Other(5),
        ]).prop_map(Outcome::Dns),
        1 => (any::<i64>(), any::<bool>()).prop_map(|(skew_seconds, tunnelled)| {
            Outcome::Trace(Trace { skew_seconds, country: Some("DE".into()), tunnelled })
        }),
        1 => any::<[bool; 4]>().prop_map(|[name_fails, connects, secures, completes]| {
            Outcome::Ice(Ice { name_fails, connects, secures, completes })
        }),
        1 => prop::sample::select(vec![
            Measured::Complete { id: "m1".into(), vantages: 3 }, Measured::RateLimited, Measured::NoProbes, Measured::Rejected,
        ]).prop_map(Outcome::Measured),
        3 => (any_sight(), prop::option::of(any::<u64>())).prop_map(|(saw, took)| {
            Outcome::Vantage(Vantage { place: Place::default(), saw, took: took.map(Millis) })
        }),
    ]
}

fn any_history() -> impl Strategy<Value = Vec<(Probe, Outcome, u64)>> {
    prop::collection::vec((any_probe(), any_outcome(), any::<u64>()), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_history_panics_and_probabilities_are_probabilities(history in any_history(), ask in any::<bool>()) {
        let english = words::Words::english();
        let mut check = Check::new(shop(), Setting::default());
        for (probe, outcome, now) in history {
            if ask { check.next_probes(Millis(now)); }
            check.observe(probe, outcome, Millis(now));
            check.elapse(Millis(now));
            let verdict = check.verdict().clone();
            prop_assert!((0.0..=1.0).contains(&verdict.confidence.fraction()));
            prop_assert!((0.0..=1.0).contains(&verdict.cause_confidence.fraction()));
            prop_assert!(verdict.cause_confidence.fraction() <= verdict.confidence.fraction() + 1e-9);
            prop_assert_eq!(verdict.cause.side(), verdict.side);
            prop_assert_eq!(verdict.ranked.len(), Cause::COUNT);
            prop_assert!(verdict.ranked.iter().all(|(_, p)| (0.0..=1.0).contains(&p.fraction())));
            let sum: f64 = verdict.ranked.iter().map(|(_, p)| p.fraction()).sum();
            prop_assert!((sum - 1.0).abs() < 1e-9, "{}", sum);
            for running in [true, false] {
                black_box((words::headline(&english, &verdict, running), words::explanation(&english, &check, &verdict, running)));
                black_box(words::sureness(&english, &verdict, running));
            }
            black_box((words::technical(&english, &verdict), words::emblem(&check, &verdict), path::hops(check.record(), &verdict)));
            black_box((lines::lines(&english, check.record()), check.progress(), check.question(), advice::for_visitor(&verdict, &[])));
            let browser = report::BrowserInfo::default();
            black_box((report::json(&check, "", &browser, true), report::text(&english, &check, "", &browser, false)));
        }
    }

    #[test]
    fn what_could_not_be_measured_names_no_side(probes in prop::collection::vec(any_probe(), 0..40), ask in any::<bool>()) {
        let mut check = Check::new(shop(), Setting::default());
        if ask { check.next_probes(Millis(0)); }
        // Controls answer or do not: there is no browser that cannot ask them.
        for probe in probes.into_iter().filter(|probe| !matches!(probe, Probe::Control(_))) {
            check.observe(probe, Outcome::Unavailable, Millis(10));
        }
        let verdict = check.verdict();
        prop_assert_eq!(verdict.side, Side::Unknown);
        prop_assert_eq!(verdict.confidence.fraction(), 0.0);
    }

    #[test]
    fn a_record_that_was_handed_over_as_json_leads_to_the_same_check(history in any_history()) {
        let mut check = Check::new(shop(), Setting::default());
        for (probe, outcome, now) in history {
            check.observe(probe, outcome, Millis(now));
        }
        let json = serde_json::to_string(check.record()).unwrap();
        let record: CheckRecord = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(Check::from(record), check);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,200}|(https?:)?//[a-z.@:/?#%\\[\\]0-9]{0,40}|\\{.{0,60}\\}") {
        let _ = black_box(target::candidate(&text));
        let parts = UrlParts { scheme: "https".into(), host: text.clone(), path: text.clone(), query: Some(text.clone()), ..UrlParts::default() };
        if let Ok((target, _)) = Target::new(parts, "") {
            black_box((target.twin_url(), target.outside_path(false).to_owned()));
            black_box((advice::archive_url(&target), advice::second_opinions(&target)));
        }
        black_box((doh::read(&text), trace::read(&text, 0.0), globalping::read_order(&text)));
        black_box((globalping::read_results(&text), globalping::results_url(&text), Seen::from_value(&text)));
    }

    #[test]
    fn the_order_of_answers_does_not_change_the_verdict(history in any_history(), seed in any::<u64>()) {
        // One answer a probe: a second one to the same probe is a newer fact, and may well change it.
        let mut unique: Vec<(Probe, Outcome, u64)> = Vec::new();
        for entry in history {
            if unique.iter().all(|(probe, ..)| *probe != entry.0) { unique.push(entry); }
        }
        let verdict = |order: &[(Probe, Outcome, u64)]| {
            let mut check = Check::new(shop(), Setting::default());
            for (probe, outcome, _) in order { check.observe(*probe, outcome.clone(), Millis(10)); }
            check.verdict().clone()
        };
        let forwards = verdict(&unique);
        let mut shuffled = unique.clone();
        let mut state = seed | 1;
        for index in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(index, (state >> 33) as usize % (index + 1));
        }
        prop_assert_eq!(forwards, verdict(&shuffled));
    }

    #[test]
    fn pauses_stay_within_their_bounds(attempt in any::<u32>(), random in any::<f64>()) {
        let pause = watch::pause(attempt, random);
        prop_assert!((5_000..=900_000).contains(&pause.0));
    }
}

#[test]
fn clocks_that_are_off_by_all_of_time_are_told() {
    let english = words::Words::english();
    for skew_seconds in [i64::MIN, i64::MAX] {
        let trace = Trace {
            skew_seconds,
            ..Trace::default()
        };
        let mut check = Check::new(shop(), Setting::default());
        check.observe(Probe::Trace, Outcome::Trace(trace), Millis(9));
        assert!(!lines::lines(&english, check.record()).is_empty());
    }
}

#[test]
fn no_observation_at_all_is_unknown() {
    let check = Check::new(shop(), Setting::default());
    let verdict = check.verdict();
    assert_eq!(
        (verdict.side, verdict.cause),
        (Side::Unknown, Cause::Unclear)
    );
    assert_eq!(verdict.confidence.fraction(), 0.0);
}

#[test]
fn a_late_answer_replaces_silence_and_silence_never_replaces_an_answer() {
    let mut check = Check::new(shop(), Setting::default());
    check.next_probes(Millis(0));
    resolver_says(&mut check, DnsAnswer::Found(vec!["192.0.2.7".into()]), 30);
    check.next_probes(Millis(30));
    check.elapse(Millis(20_000));
    assert_eq!(check.outcome(Probe::Fetch), Some(&Outcome::Silent));
    check.observe(Probe::Fetch, Outcome::Answered, Millis(21_000));
    assert_eq!(check.outcome(Probe::Fetch), Some(&Outcome::Answered));
    check.observe(Probe::Fetch, Outcome::Silent, Millis(22_000));
    assert_eq!(check.outcome(Probe::Fetch), Some(&Outcome::Answered));
}

#[test]
fn every_cause_has_two_remedies_for_the_visitor() {
    for &cause in Cause::ALL {
        let verdict = whichside_diagnosis::Verdict {
            side: cause.side(),
            cause,
            ranked: vec![(cause, Probability::new(1.0))],
            ..whichside_diagnosis::Verdict::idle()
        };
        assert!(advice::for_visitor(&verdict, &[]).len() >= 2, "{cause:?}");
    }
}

#[test]
fn yes_it_still_fails_names_no_side_and_a_private_window_that_opens_it_leads_to_what_the_browser_keeps()
 {
    let mut check = Check::new(shop(), Setting::default());
    check.observe(Probe::Link, Outcome::Link(true), Millis(1));
    for control in Control::ALL {
        check.observe(Probe::Control(control), Outcome::Answered, Millis(50));
    }
    check.observe(Probe::Fetch, Outcome::Answered, Millis(60));
    check.observe(Probe::Commit, Outcome::Opened, Millis(90));
    assert_eq!(check.verdict().cause, Cause::Healthy);
    check.observe(
        Probe::Asked(Question::StillFails),
        Outcome::Said(true),
        Millis(9_000),
    );
    assert_eq!(check.verdict().side, Side::Unknown);
    check.observe(
        Probe::Asked(Question::PrivateWindow),
        Outcome::Said(false),
        Millis(19_000),
    );
    let verdict = check.verdict().clone();
    assert_eq!(
        (verdict.side, verdict.cause),
        (Side::Yours, Cause::BrowserState)
    );
    let remedies: Vec<&str> = advice::for_visitor(&verdict, &[])
        .iter()
        .map(|remedy| remedy.id())
        .collect();
    for expected in ["private-window", "clear-site-data", "extensions-off"] {
        assert!(remedies.contains(&expected), "{remedies:?}");
    }
}

#[test]
fn a_site_that_failed_earlier_and_opens_now_has_recovered() {
    let mut check = Check::new(
        shop(),
        Setting {
            earlier: vec![false],
            ..Setting::default()
        },
    );
    check.observe(Probe::Fetch, Outcome::Answered, Millis(60));
    check.observe(Probe::Commit, Outcome::Opened, Millis(90));
    assert_eq!(check.verdict().cause, Cause::Recovered);
}

#[test]
fn nothing_of_the_target_leaves_the_browser_when_only_this_browser_asks() {
    let mut check = Check::new(
        shop(),
        Setting {
            only_this_browser: true,
            ..Setting::default()
        },
    );
    let asks = check.next_probes(Millis(0));
    for ask in asks {
        let said = format!("{:?}", ask.what);
        assert!(
            !said.contains("shop.example") || ask.probe.asks_target(),
            "{said}"
        );
    }
    check.observe(Probe::Trace, Outcome::Failed, Millis(1));
    assert!(
        check
            .next_probes(Millis(9_000))
            .iter()
            .all(|ask| !matches!(ask.probe, Probe::Outside(_) | Probe::Dns(..)))
    );
}

/// What a resolver says of the target's name.
fn resolver_says(check: &mut Check, answer: DnsAnswer, at: u64) {
    let probe = Probe::Dns(Resolver::Google, Record::A);
    check.observe(probe, Outcome::Dns(answer), Millis(at));
}

fn asks_target(asks: &[Ask]) -> bool {
    asks.iter().any(|ask| ask.probe.asks_target())
}

#[test]
fn nothing_is_sent_to_a_name_that_leads_to_a_private_address() {
    let private = DnsAnswer::Found(vec!["192.168.0.9".into()]);
    let mut check = Check::new(shop(), Setting::default());
    assert!(!asks_target(&check.next_probes(Millis(0))));
    let ipv6 = Probe::Dns(Resolver::Google, Record::Aaaa);
    check.observe(ipv6, Outcome::Dns(DnsAnswer::Empty), Millis(20));
    assert!(!asks_target(&check.next_probes(Millis(20))));
    resolver_says(&mut check, private.clone(), 30);
    assert!(!asks_target(&check.next_probes(Millis(9_000))));
    assert!(check.record().began(Probe::Fetch).is_none());
    // Where the resolvers were late, the probing ends.
    let mut late = Check::new(shop(), Setting::default());
    late.next_probes(Millis(0));
    assert!(!asks_target(&late.next_probes(Millis(1_000))));
    late.elapse(Millis(9_000));
    assert!(asks_target(&late.next_probes(Millis(9_000))));
    late.observe(Probe::Fetch, Outcome::Failed, Millis(9_020));
    resolver_says(&mut late, private, 9_030);
    assert!(!asks_target(&late.next_probes(Millis(20_000))));
}

#[test]
fn the_target_is_asked_once_its_name_is_known_to_be_public() {
    let mut check = Check::new(shop(), Setting::default());
    check.next_probes(Millis(0));
    resolver_says(&mut check, DnsAnswer::Found(vec!["192.0.2.7".into()]), 30);
    assert!(asks_target(&check.next_probes(Millis(30))));
    let alone = Setting {
        only_this_browser: true,
        ..Setting::default()
    };
    let mut check = Check::new(shop(), alone);
    assert!(asks_target(&check.next_probes(Millis(0))));
}

#[test]
fn webrtc_is_left_out_where_it_could_leak_or_lead_inside() {
    let public = || DnsAnswer::Found(vec!["192.0.2.7".into()]);
    for (only_this_browser, answer, uses_webrtc) in [
        (false, Some(public()), true),
        (false, Some(DnsAnswer::Missing), false),
        (false, None, true),
        (true, None, false),
    ] {
        let setting = Setting {
            only_this_browser,
            ..Setting::default()
        };
        let mut check = Check::new(shop(), setting);
        check.next_probes(Millis(0));
        match answer.clone() {
            Some(answer) => resolver_says(&mut check, answer, 30),
            None => check.elapse(Millis(9_000)),
        }
        check.next_probes(Millis(9_000));
        check.observe(Probe::Fetch, Outcome::Failed, Millis(9_020));
        check.next_probes(Millis(9_020));
        check.observe(Probe::Events, Outcome::Failed, Millis(9_040));
        let asks = check.next_probes(Millis(9_040));
        let uses = asks
            .iter()
            .any(|ask| matches!(ask.what, What::Ice { webrtc: true, .. }));
        assert_eq!(uses, uses_webrtc, "{answer:?}");
    }
}

#[test]
fn a_url_with_a_query_is_never_navigated_to() {
    let parts = UrlParts {
        scheme: "https".into(),
        host: "shop.example".into(),
        path: "/logout".into(),
        query: Some("now=1".into()),
        ..UrlParts::default()
    };
    let mut check = Check::new(Target::new(parts, "").unwrap().0, Setting::default());
    check.next_probes(Millis(0));
    check.observe(Probe::Oracle, Outcome::Sound(true), Millis(10));
    check.observe(Probe::Fetch, Outcome::Answered, Millis(20));
    assert!(
        check
            .next_probes(Millis(21))
            .iter()
            .all(|ask| match &ask.what {
                // Through our worker it goes without cookies.
                What::Status { .. } => true,
                _ => !ask.probe.asks_target(),
            })
    );
}
