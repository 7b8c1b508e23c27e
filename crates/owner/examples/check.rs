//! Checks an nginx configuration, a line a finding: `nginx -T | cargo run -q -p whichside-owner --example check`.
//!
//! Each line is `line<TAB>severity<TAB>kind<TAB>what`. First, with line 0, comes what was pasted, where that is not a whole
//! file of nginx. With `--mended`, the mended lines follow each finding.

use std::io::{Read, stdin};

use whichside_owner::config::{Mistake, Paste, Severity, check};

fn main() -> std::io::Result<()> {
    let mended = std::env::args().any(|argument| argument == "--mended");
    let mut bytes = Vec::new();
    stdin().read_to_end(&mut bytes)?;
    let checked = check(&String::from_utf8_lossy(&bytes));
    for paste in checked.pasted {
        if paste != Paste::WholeFile {
            println!(
                "0\t{}\t{}\t{}",
                Severity::Note.id(),
                paste.id(),
                paste.what()
            );
        }
    }
    for mistake in &checked.mistakes {
        println!("{}", line(mistake));
        for line in mistake.mended.lines().filter(|_| mended) {
            println!("\t\t\t+ {line}");
        }
    }
    Ok(())
}

fn line(mistake: &Mistake) -> String {
    let (what, why) = (
        mistake.said(mistake.kind.what()),
        mistake.said(mistake.kind.why()),
    );
    let times = match mistake.count {
        1 => String::new(),
        count => format!(" ({count} times)"),
    };
    format!(
        "{}\t{}\t{}\t{what}{times} {why}",
        mistake.line,
        mistake.severity.id(),
        mistake.kind.id()
    )
}
