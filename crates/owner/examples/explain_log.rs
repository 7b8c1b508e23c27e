//! Explains the lines of an error log: `cargo run -p whichside-owner --example explain_log < /var/log/nginx/error.log`.

use std::io::{Read, stdin};

use whichside_owner::Pasted;
use whichside_owner::logs::explain;

fn main() -> std::io::Result<()> {
    let mut log = String::new();
    stdin().read_to_string(&mut log)?;
    for kind in explain(&Pasted::log(&log).text) {
        let pattern = kind.pattern;
        println!(
            "{} × {}: {}",
            kind.count,
            pattern.source.name(),
            pattern.meaning
        );
        println!("  {}", pattern.likely);
        println!("  next: {}", pattern.step.title());
        for line in kind.lines {
            println!("  | {line}");
        }
    }
    Ok(())
}
