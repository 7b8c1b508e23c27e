//! `cargo xtask crowd`: prints how crowds of waiting visitors come back, as `crates/error-page` simulates them, and draws the
//! plots of `docs/waiting-crowd.md`.

use std::path::Path;

use anyhow::Result;
use whichside_error_page::{
    crowd::{CROWDS, Course, Strategy, simulate},
    plot,
};

use crate::files;

/// The folder of the plots.
const PLOTS: &str = "docs/waiting-crowd";
const SEED: u64 = 1;

/// Prints the table; with `plot`, writes the plots.
pub fn run(root: &Path, plot: bool) -> Result<()> {
    print!("{}", table());
    if plot {
        for crowd in CROWDS {
            let courses = Strategy::ALL.map(|strategy| (strategy, simulate(crowd, strategy, SEED)));
            let file = format!("{PLOTS}/{}.svg", crowd.visitors);
            files::write(&root.join(&file), plot::svg(crowd, &courses))?;
            println!("{file} is written");
        }
    }
    Ok(())
}

/// The figures, as a table of Markdown.
fn table() -> String {
    let mut text = "| visitors | the site answers | strategy | peak a second | mean a second | peak / mean | seconds over what it answers | all are in after | questions to the front server, at most a second |\n|---|---|---|---|---|---|---|---|---|\n".to_owned();
    for crowd in CROWDS {
        for strategy in Strategy::ALL {
            text += &row(
                crowd.visitors,
                crowd.per_second,
                strategy,
                &simulate(crowd, strategy, SEED),
            );
        }
    }
    text
}

fn row(visitors: u32, per_second: u32, strategy: Strategy, course: &Course) -> String {
    let last = course
        .last_in_s
        .map_or("never".to_owned(), |second| format!("{second} s"));
    let number = |value: f64| plot::thousands(value.round() as u32);
    format!(
        "| {} | {} a second | {} | {} | {} | {:.1} | {} | {last} | {} |\n",
        plot::thousands(visitors),
        plot::thousands(per_second),
        strategy.name(),
        number(course.peak),
        number(course.mean),
        course.ratio(),
        course.overloaded_s,
        plot::thousands(course.looks),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_holds_the_figures_that_are_printed() {
        let docs = include_str!("../../docs/waiting-crowd.md");
        assert!(
            docs.contains(&table()),
            "run `cargo xtask crowd --plot` and copy the table"
        );
    }
}
