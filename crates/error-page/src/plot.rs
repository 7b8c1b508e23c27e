//! The course of a crowd as an SVG: page loads that the application is asked for in each second after the recovery, by each
//! strategy, on a logarithmic scale.

use core::fmt::Write;

use crate::crowd::{BUCKET_S, Course, Crowd, Strategy};

/// The picture's size, and the margins around the plot.
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 76.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 44.0;

const fn colour(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::ErrorPage => "#1d7a4c",
        Strategy::Reload => "#b3261e",
        Strategy::Fixed => "#1f4e8c",
        Strategy::MetaRefresh => "#8a5a00",
    }
}

/// Draws the courses of one crowd.
#[must_use]
pub fn svg(crowd: Crowd, courses: &[(Strategy, Course)]) -> String {
    let seconds = courses
        .iter()
        .map(|(_, course)| course.asked.len())
        .max()
        .unwrap_or(1);
    let highest = courses
        .iter()
        .map(|(_, course)| course.peak)
        .fold(10.0, f64::max);
    let decades = highest.log10().ceil().max(1.0);
    let x = |second: f64| LEFT + second / seconds as f64 * (WIDTH - LEFT - RIGHT);
    let y =
        |count: f64| HEIGHT - BOTTOM - count.max(1.0).log10() / decades * (HEIGHT - TOP - BOTTOM);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" role=\"img\" aria-label=\"Page loads a second after the recovery, {} visitors\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n\
         <text x=\"{LEFT}\" y=\"18\" font-weight=\"600\">{} visitors: page loads a second, after the site is back</text>\n",
        crowd.visitors,
        thousands(crowd.visitors)
    );
    // Writing to a string cannot fail.
    for decade in 0..=decades as u32 {
        let count = 10_u32.pow(decade);
        let at = y(f64::from(count));
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {at:.1}H{}\" stroke=\"#e3e1da\"/><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 6.0,
            at + 4.0,
            thousands(count)
        );
    }
    for part in 0..=4 {
        let second = seconds * part / 4;
        let anchor = if part == 4 { "end" } else { "middle" };
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"{anchor}\">{second} s</text>",
            x(second as f64),
            HEIGHT - BOTTOM + 18.0
        );
    }
    let capacity = y(f64::from(crowd.per_second));
    let _ = writeln!(
        svg,
        "<path d=\"M{LEFT} {capacity:.1}H{}\" stroke=\"#565b66\" stroke-dasharray=\"5 4\"/>\
         <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#565b66\">what the site answers: {} a second</text>",
        WIDTH - RIGHT,
        WIDTH - RIGHT,
        capacity - 5.0,
        thousands(crowd.per_second)
    );
    for (index, (strategy, course)) in courses.iter().enumerate() {
        let colour = colour(*strategy);
        let points: Vec<String> = course
            .asked
            .chunks(BUCKET_S)
            .enumerate()
            .map(|(bucket, asked)| {
                let rate = f64::from(asked.iter().sum::<u32>()) / asked.len() as f64;
                let middle = bucket * BUCKET_S + asked.len() / 2;
                format!("{:.1},{:.1}", x(middle as f64), y(rate))
            })
            .collect();
        let legend = LEFT + index as f64 * 168.0;
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\
             <path d=\"M{legend} 36h18\" stroke=\"{colour}\" stroke-width=\"3\"/><text x=\"{}\" y=\"40\">{}</text>",
            points.join(" "),
            legend + 24.0,
            strategy.name()
        );
    }
    svg + "</svg>\n"
}

/// A number with commas between thousands.
#[must_use]
pub fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = digits.as_str();
    while rest.len() > 3 {
        let (before, part) = rest.split_at(rest.len() - 3);
        parts.push(part);
        rest = before;
    }
    parts.push(rest);
    parts.reverse();
    parts.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crowd::{CROWDS, simulate};

    #[test]
    fn a_plot_has_a_line_for_each_strategy() {
        let courses = Strategy::ALL.map(|strategy| (strategy, simulate(CROWDS[0], strategy, 1)));
        let svg = svg(CROWDS[0], &courses);
        assert_eq!(svg.matches("<polyline").count(), 4);
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        assert_eq!(thousands(1_000_000), "1,000,000");
    }
}
