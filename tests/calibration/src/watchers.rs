//! A crowd that watches a site until it is back, simulated with the page's own pauses: what reaches the site and the outside vantages
//! in each second. `docs/crowd.md` tells the results.
//!
//! The model: visitors open the page evenly over an outage, or over its first minutes, and watch it to its end. Each first check sends the
//! site some requests of the visitor's own and orders one measurement; a look sends the visitor's own requests alone; the look
//! that meets the site well again asks others, too.

use std::fmt::Write as _;

use whichside_diagnosis::watch;

/// How many watch.
pub const WATCHERS: u32 = 100_000;
/// Seconds in which they come, counted from the beginning of the outage: at the site's usual rate, faster, and as after a call.
pub const ARRIVALS_S: [usize; 3] = [3_600, 1_800, 600];
/// Seconds that the outage lasts.
pub const OUTAGE_S: usize = 3_600;
/// Requests of the visitor's own in a check or a look of a site that answers with an error: one for the answer, one for its status.
const OWN_REQUESTS: u32 = 2;
/// Vantages of a measurement, each with one request.
const VANTAGES: u32 = 3;
/// Measurements by one address that Globalping takes in an hour without an account, a vantage each
/// (<https://globalping.io/docs/api.globalping.io#overview--rate-limits>).
pub const VANTAGES_AN_HOUR: u32 = 250;
/// Seconds over which rates are taken.
const BUCKET_S: usize = 60;

/// What reaches the site and the vantages.
#[derive(Debug)]
pub struct Course {
    /// Requests at the site in each second, visitors' and vantages'.
    pub requests: Vec<u32>,
    /// The most vantages that one visitor has ordered in an hour.
    pub vantages_of_one: u32,
    /// Looks of one visitor in the outage, on average.
    pub looks_of_one: f64,
}

impl Course {
    /// Requests a second over a minute, in the busiest minute from here on.
    #[must_use]
    pub fn peak(&self, from_s: usize) -> f64 {
        let minutes = self.requests.get(from_s..).unwrap_or_default();
        let busiest = minutes
            .chunks(BUCKET_S)
            .map(|minute| minute.iter().sum::<u32>())
            .max();
        f64::from(busiest.unwrap_or_default()) / BUCKET_S as f64
    }

    /// Requests a second on average over the outage.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let outage = self.requests.get(..OUTAGE_S).unwrap_or_default();
        outage.iter().map(|count| f64::from(*count)).sum::<f64>() / OUTAGE_S as f64
    }
}

/// Simulates the crowd that comes in so many seconds. The same seed gives the same course.
#[must_use]
pub fn simulate(seed: u64, arrivals_s: usize) -> Course {
    let mut chance = fastrand::Rng::with_seed(seed);
    // The longest pause after the recovery.
    let end = OUTAGE_S + 1_000;
    let mut requests = vec![0_u32; end];
    let mut looks = 0_u64;
    let mut vantages_of_one = 0;
    for _ in 0..WATCHERS {
        let mut at = chance.f64() * arrivals_s as f64;
        let mut add = |at: f64, count: u32| {
            if let Some(second) = requests.get_mut(at as usize) {
                *second += count;
            }
        };
        add(at, OWN_REQUESTS + VANTAGES);
        let mut vantages = VANTAGES;
        let mut attempt = 0;
        loop {
            at += watch::pause(attempt, chance.f64()).0 as f64 / 1_000.0;
            attempt += 1;
            add(at, OWN_REQUESTS);
            if at >= OUTAGE_S as f64 {
                // Something has changed: others are asked.
                add(at, VANTAGES);
                vantages += VANTAGES;
                break;
            }
            looks += 1;
        }
        vantages_of_one = vantages_of_one.max(vantages);
    }
    Course {
        requests,
        vantages_of_one,
        looks_of_one: looks as f64 / f64::from(WATCHERS),
    }
}

/// What a figure is called, how it is read off a course, and with how many digits behind the point it is written.
type Figure = (&'static str, fn(&Course) -> f64, usize);

/// The figures as a table of Markdown, a column for each rate of arrivals.
#[must_use]
pub fn table(seed: u64) -> String {
    let courses = ARRIVALS_S.map(|arrivals_s| simulate(seed, arrivals_s));
    let mut text = String::from("| figure |");
    for arrivals_s in ARRIVALS_S {
        let _ = write!(text, " they come in {} min |", arrivals_s / 60);
    }
    text.push_str("\n|---|---|---|---|\n");
    let figures: [Figure; 7] = [
        (
            "looks of one visitor in the outage",
            |of| of.looks_of_one,
            0,
        ),
        (
            "requests a second, on average over the outage",
            Course::mean,
            0,
        ),
        ("the same in the busiest minute", |of| of.peak(0), 0),
        (
            "that many times the average",
            |of| of.peak(0) / of.mean(),
            1,
        ),
        (
            "in the busiest minute after the recovery",
            |of| of.peak(OUTAGE_S),
            0,
        ),
        (
            "that many times the average",
            |of| of.peak(OUTAGE_S) / of.mean(),
            1,
        ),
        (
            "vantages that one visitor orders, at most",
            |of| f64::from(of.vantages_of_one),
            0,
        ),
    ];
    for (figure, value, digits) in figures {
        let _ = write!(text, "| {figure} |");
        for course in &courses {
            let _ = write!(text, " {:.digits$} |", value(course));
        }
        text.push('\n');
    }
    text
}

/// Requests a second, minute by minute, as a picture.
#[must_use]
pub fn plot(course: &Course) -> String {
    let minutes: Vec<f64> = course
        .requests
        .chunks(BUCKET_S)
        .map(|minute| f64::from(minute.iter().sum::<u32>()) / BUCKET_S as f64)
        .collect();
    let most = minutes.iter().copied().fold(1.0, f64::max);
    let mut text = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 240\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <title>Requests a second at a site that 100,000 visitors watch</title>\n\
         <rect width=\"640\" height=\"240\" fill=\"#fff\"/>\n",
    );
    for (minute, rate) in minutes.iter().enumerate() {
        let height = 180.0 * rate / most;
        let _ = writeln!(
            text,
            "<rect x=\"{}\" y=\"{:.0}\" width=\"6\" height=\"{height:.0}\" fill=\"#3565a8\"/>",
            30 + minute * 7,
            205.0 - height
        );
    }
    let _ = write!(
        text,
        "<path d=\"M{0} 20v185\" stroke=\"#a33\" stroke-dasharray=\"4\"/>\n\
         <text x=\"{0}\" y=\"15\" text-anchor=\"middle\" fill=\"#a33\">the site is back</text>\n\
         <text x=\"30\" y=\"15\">{most:.0} a second</text>\n\
         <text x=\"30\" y=\"225\">0</text><text x=\"590\" y=\"225\">minutes</text>\n</svg>\n",
        30 + OUTAGE_S / BUCKET_S * 7
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_of_watchers_makes_no_stampede() {
        for arrivals_s in ARRIVALS_S {
            let course = simulate(1, arrivals_s);
            // Where all come in ten minutes, their own first checks are the busiest minute.
            let from_s = if arrivals_s < OUTAGE_S / 2 {
                OUTAGE_S
            } else {
                0
            };
            assert!(course.peak(from_s) <= 3.0 * course.mean(), "{arrivals_s}");
            assert!(course.vantages_of_one <= VANTAGES_AN_HOUR / 2);
        }
    }

    #[test]
    fn the_documentation_holds_the_figures_that_are_printed() {
        let docs = include_str!("../../../docs/crowd.md");
        assert!(
            docs.contains(&table(1)),
            "run `cargo xtask calibrate --watchers`"
        );
    }
}
