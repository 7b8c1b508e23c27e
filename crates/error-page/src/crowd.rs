//! A crowd of waiting visitors, simulated: how many ask the application in each second after it is back, by the error page's
//! pace and by what pages and people do otherwise. `docs/waiting-crowd.md` tells the results.
//!
//! The model: an outage of ten minutes. Half of the crowd was on the site and meets the error within moments, the other half
//! arrives evenly. Nobody gives up. The recovering site answers its capacity in each second; whoever is beyond it gets
//! another error and goes on waiting. That is kind to the others: a real server answers less when it is asked for more.

use crate::pace::Pace;

/// How long the outage lasts, in seconds.
const OUTAGE_S: f64 = 600.0;
/// The mean time until a visitor who was on the site clicks, in seconds.
const NEXT_CLICK_S: f64 = 10.0;
/// Nothing is simulated for longer after the recovery.
const LIMIT_S: usize = 3_600;
/// The figures are taken over this many seconds: chance alone makes single seconds of a small crowd differ.
pub const BUCKET_S: usize = 5;

/// How visitors wait.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Strategy {
    /// By the error page.
    ErrorPage,
    /// Pressing reload every two to eight seconds.
    Reload,
    /// A script that loads the page again every 30 seconds.
    Fixed,
    /// `<meta http-equiv="refresh" content="30">`: 30 seconds after each load, which takes up to a second.
    MetaRefresh,
}

impl Strategy {
    /// All of them.
    pub const ALL: [Strategy; 4] = [
        Strategy::ErrorPage,
        Strategy::Reload,
        Strategy::Fixed,
        Strategy::MetaRefresh,
    ];

    /// Its name in tables and plots.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Strategy::ErrorPage => "error page",
            Strategy::Reload => "people press reload",
            Strategy::Fixed => "script, every 30 s",
            Strategy::MetaRefresh => "meta refresh, 30 s",
        }
    }
}

/// A crowd, and the site that it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// How many wait.
    pub visitors: u32,
    /// How many page loads a second the recovering site answers.
    pub per_second: u32,
}

/// The crowds that the documentation tells of, each before a site of its size.
pub const CROWDS: [Crowd; 3] = [
    Crowd {
        visitors: 1_000,
        per_second: 50,
    },
    Crowd {
        visitors: 100_000,
        per_second: 500,
    },
    Crowd {
        visitors: 1_000_000,
        per_second: 2_000,
    },
];
/// The server's `Retry-After` in the simulation, in seconds.
pub const RETRY_AFTER_S: u32 = 10;

/// What came of a crowd. Times are seconds after the recovery.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Page loads that the application was asked for, in each second.
    pub asked: Vec<u32>,
    /// When the last visitor was in; nothing where some never were.
    pub last_in_s: Option<usize>,
    /// The busiest seconds: page loads a second, over [`BUCKET_S`].
    pub peak: f64,
    /// The visitors let in, by the time it took: a second.
    pub mean: f64,
    /// Seconds in which more was asked for than the site answers.
    pub overloaded_s: usize,
    /// Questions to the front server alone, in the busiest second before the recovery.
    pub looks: u32,
}

impl Course {
    /// The peak by the mean.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        self.peak / self.mean
    }
}

/// Simulates a crowd. The same seed gives the same course.
#[must_use]
pub fn simulate(crowd: Crowd, strategy: Strategy, seed: u64) -> Course {
    let pace = Pace::for_crowd(crowd.visitors, crowd.per_second, RETRY_AFTER_S);
    let mut chance = Chance(seed);
    let mut looks = vec![0_u32; OUTAGE_S as usize + 1];
    // For each second after the recovery: who loads the page then, by how often they had asked.
    let mut loads: Vec<Vec<u32>> = vec![Vec::new(); LIMIT_S];
    for visitor in 0..crowd.visitors {
        let arrival = if visitor % 2 == 0 {
            (-NEXT_CLICK_S * (1.0 - chance.draw()).ln()).min(OUTAGE_S - 1.0)
        } else {
            chance.draw() * OUTAGE_S
        };
        let (mut at, mut asked) = (arrival - OUTAGE_S, 0);
        while at < 0.0 {
            if let Some(count) = looks.get_mut((at + OUTAGE_S) as usize) {
                *count += 1;
            }
            at += strategy.pause(&pace, asked, &mut chance);
            asked += 1;
        }
        put(
            &mut loads,
            at + strategy.admission(&pace, &mut chance),
            asked,
        );
    }
    let mut course = Course {
        asked: Vec::new(),
        last_in_s: None,
        peak: 0.0,
        mean: 0.0,
        overloaded_s: 0,
        looks: looks.into_iter().max().unwrap_or_default(),
    };
    let mut left = crowd.visitors;
    for second in 0..LIMIT_S {
        let come = loads
            .get_mut(second)
            .map(core::mem::take)
            .unwrap_or_default();
        let answered = (come.len() as u32).min(crowd.per_second);
        course.asked.push(come.len() as u32);
        left -= answered;
        if come.len() as u32 > crowd.per_second {
            course.overloaded_s += 1;
        }
        if left == 0 {
            course.last_in_s = Some(second + 1);
            break;
        }
        for asked in come.into_iter().skip(answered as usize) {
            let again = strategy.after_refusal(&pace, asked, &mut chance);
            put(&mut loads, second as f64 + again.max(1.0), asked + 1);
        }
    }
    course.peak = course
        .asked
        .chunks(BUCKET_S)
        .map(|bucket| f64::from(bucket.iter().sum::<u32>()) / BUCKET_S as f64)
        .fold(0.0, f64::max);
    course.mean = f64::from(crowd.visitors - left) / course.asked.len() as f64;
    course
}

fn put(loads: &mut [Vec<u32>], at: f64, asked: u32) {
    // Beyond the limit a visitor is counted as never in.
    if let Some(second) = loads.get_mut(at as usize) {
        second.push(asked);
    }
}

impl Strategy {
    /// From one question to the next, in seconds.
    fn pause(self, pace: &Pace, asked: u32, chance: &mut Chance) -> f64 {
        match self {
            Strategy::ErrorPage => pace.pause(asked, f64::from(RETRY_AFTER_S), chance.draw()),
            Strategy::Reload => 2.0 + 6.0 * chance.draw(),
            Strategy::Fixed => 30.0,
            Strategy::MetaRefresh => 30.0 + chance.draw(),
        }
    }

    /// From the answer that the site is back to the load of the page.
    fn admission(self, pace: &Pace, chance: &mut Chance) -> f64 {
        match self {
            Strategy::ErrorPage => pace.admission(f64::from(RETRY_AFTER_S), chance.draw()),
            Strategy::Reload | Strategy::Fixed | Strategy::MetaRefresh => 0.0,
        }
    }

    /// From another error to the next load.
    fn after_refusal(self, pace: &Pace, asked: u32, chance: &mut Chance) -> f64 {
        match self {
            // The page stands there anew: it looks within the first window, finds the site up, and draws a place again.
            Strategy::ErrorPage => {
                chance.draw() * f64::from(pace.first) + self.admission(pace, chance)
            }
            Strategy::Reload | Strategy::Fixed | Strategy::MetaRefresh => {
                self.pause(pace, asked, chance)
            }
        }
    }
}

/// A seeded sequence: SplitMix64, of Steele, Lea and Flood (2014).
struct Chance(u64);

impl Chance {
    /// From 0 up to 1.
    fn draw(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_after_the_recovery_is_at_most_three_times_the_mean_for_every_crowd() {
        for crowd in CROWDS {
            for seed in 1..=3 {
                let course = simulate(crowd, Strategy::ErrorPage, seed);
                assert!(course.last_in_s.is_some(), "{crowd:?}: some never come in");
                assert!(
                    course.ratio() <= 3.0,
                    "{crowd:?}, seed {seed}: {:.2}",
                    course.ratio()
                );
                assert!(
                    course.peak <= f64::from(crowd.per_second),
                    "{crowd:?}: {:.0} a second",
                    course.peak
                );
            }
        }
    }

    #[test]
    fn what_others_do_asks_for_more_than_the_site_answers() {
        for strategy in [Strategy::Reload, Strategy::Fixed, Strategy::MetaRefresh] {
            let course = simulate(CROWDS[1], strategy, 1);
            assert!(
                course.peak > 3.0 * f64::from(CROWDS[1].per_second),
                "{strategy:?}: {:.0}",
                course.peak
            );
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_course_and_everybody_is_counted_once() {
        let crowd = CROWDS[0];
        let course = simulate(crowd, Strategy::ErrorPage, 7);
        assert_eq!(course, simulate(crowd, Strategy::ErrorPage, 7));
        assert_ne!(course.asked, simulate(crowd, Strategy::ErrorPage, 8).asked);
        assert!(course.asked.iter().sum::<u32>() >= crowd.visitors);
    }
}
