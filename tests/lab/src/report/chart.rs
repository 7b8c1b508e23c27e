//! The reliability diagram: what was claimed, against how often it was right. On the diagonal a claim of
//! 0.9 is right nine times in ten.

use maud::{Markup, html};
use whichside_calibration::score::Bucket;

use super::Calibration;

/// The side of the square that is drawn into.
const SIZE: f64 = 320.0;
/// Room for the numbers at its edges.
const MARGIN: f64 = 40.0;

/// Draws the buckets of every setting.
pub fn reliability(all: &[Calibration]) -> Markup {
    let whole = SIZE + 2.0 * MARGIN;
    html! {
        svg viewBox={ "0 0 " (whole) " " (whole) } role="img"
            aria-label="Reliability: the share that was right over the confidence claimed" {
            line class="ideal" x1=(x(0.0)) y1=(y(0.0)) x2=(x(1.0)) y2=(y(1.0)) {}
            @for tenth in [0.0, 0.2, 0.4, 0.6, 0.8, 1.0] {
                line class="grid" x1=(x(0.0)) y1=(y(tenth)) x2=(x(1.0)) y2=(y(tenth)) {}
                text x=(x(0.0) - 8.0) y=(y(tenth) + 4.0) text-anchor="end" { (format!("{tenth:.1}")) }
                text x=(x(tenth)) y=(y(0.0) + 18.0) text-anchor="middle" { (format!("{tenth:.1}")) }
            }
            text x=(x(0.5)) y=(whole - 4.0) text-anchor="middle" { "confidence claimed" }
            text x=(x(0.0)) y=(y(1.0) - 14.0) text-anchor="middle" { "share right" }
            @for calibration in all {
                g class=(calibration.vantages) {
                    @for bucket in &calibration.reliability {
                        circle cx=(x(bucket.claimed)) cy=(y(bucket.right)) r=(radius(bucket)) {
                            title { (calibration.vantages) " vantages: " (said(bucket)) }
                        }
                    }
                }
            }
        }
    }
}

/// A bucket in words.
pub fn said(bucket: &Bucket) -> String {
    format!(
        "{} claimed {:.2} on average, and {:.2} of them were right",
        bucket.claims, bucket.claimed, bucket.right
    )
}

fn x(value: f64) -> f64 {
    tenth_of_a_pixel(MARGIN + value * SIZE)
}

fn y(value: f64) -> f64 {
    tenth_of_a_pixel(MARGIN + (1.0 - value) * SIZE)
}

/// The area grows with the claims.
fn radius(bucket: &Bucket) -> f64 {
    let claims = u32::try_from(bucket.claims).unwrap_or(u32::MAX);
    tenth_of_a_pixel((f64::from(claims).sqrt() * 2.0).clamp(3.0, 30.0))
}

fn tenth_of_a_pixel(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
