//! Explains the lines of an error log: `cargo run -q -p whichside-owner --example explain < error.log`.
//!
//! It prints a line a reason, its fields between tabs: the id, the program, what it means, what is likely behind it, and the
//! step to take. What is not understood, and what needs no words, prints nothing.

use std::io::{Read, stdin};

use whichside_owner::logs::explain;

fn main() -> std::io::Result<()> {
    let mut log = Vec::new();
    stdin().read_to_end(&mut log)?;
    // A log can hold bytes that are no text.
    let log = String::from_utf8_lossy(&log);
    for kind in explain(&log) {
        let pattern = kind.pattern;
        let share = kind.share.map_or_else(String::new, |share| {
            let under = share
                .under
                .map_or_else(String::new, |path| format!(", all on {path}"));
            format!(" ({} of {} requests{under})", kind.count, share.all)
        });
        println!(
            "{}\t{}\t{}{}\t{}\t{}",
            pattern.id,
            kind.program.name(),
            pattern.meaning,
            share.replace(['\t', '\n'], " "),
            pattern.likely,
            pattern.step.title()
        );
    }
    Ok(())
}
