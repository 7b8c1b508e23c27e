//! A 502, from observations to the verdict, its reasons and the remedies: `cargo run -p whichside-diagnosis --example diagnose`.

use whichside_diagnosis::observation::{Control, Round};
use whichside_diagnosis::outside::{Answer, Place, Sight, Vantage};
use whichside_diagnosis::words::{self, Words};
use whichside_diagnosis::{
    Check, InputError, Millis, Outcome, Probe, Setting, Target, UrlParts, advice,
};

fn main() -> Result<(), InputError> {
    let parts = UrlParts {
        scheme: "https".into(),
        host: "shop.example".into(),
        path: "/".into(),
        ..UrlParts::default()
    };
    let (target, _) = Target::new(parts, "whichside.example")?;
    let mut check = Check::new(target, Setting::default());

    // The caller performs what is due, and hands in what it saw, with the time since the check began.
    for ask in check.next_probes(Millis(0)) {
        println!("to ask: {:?}", ask.probe);
    }
    for control in Control::ALL {
        check.observe(Probe::Control(control), Outcome::Answered, Millis(40));
    }
    check.observe(Probe::Fetch, Outcome::Answered, Millis(60));
    check.observe(Probe::Status, Outcome::Failed, Millis(90));
    for (slot, city) in (0..).zip(["Berlin", "Boston", "Tokyo"]) {
        let vantage = Vantage {
            place: Place {
                city: city.into(),
                ..Place::default()
            },
            saw: Sight::Answer(Answer {
                code: 502,
                ..Answer::default()
            }),
            took: Some(Millis(120)),
        };
        let outcome = Outcome::Vantage(vantage);
        check.observe(Probe::Vantage(Round::First, slot), outcome, Millis(900));
    }

    let (words, verdict) = (Words::english(), check.verdict());
    println!("\n{}", words::headline(&words, verdict, false));
    println!("{}", words::explanation(&words, &check, verdict, false));
    println!("side: {}, {} sure", verdict.side.id(), verdict.confidence);
    println!(
        "cause: {}, {} sure",
        verdict.cause.id(),
        verdict.cause_confidence
    );
    println!("\nWhy, in bits:");
    for reason in check.reasons() {
        println!("  {}", words::reason(&words, &reason));
    }
    println!("\nWhat to try:");
    for remedy in advice::for_visitor(verdict, &[]) {
        println!("  {}", words::remedy(&words, remedy).title);
    }
    Ok(())
}
