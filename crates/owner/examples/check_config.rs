//! Checks an nginx configuration: `nginx -T | cargo run -p whichside-owner --example check_config`.

use std::io::{Read, stdin};

use whichside_owner::config::check;

fn main() -> std::io::Result<()> {
    let mut config = String::new();
    stdin().read_to_string(&mut config)?;
    for mistake in check(&config) {
        let kind = mistake.kind;
        println!(
            "line {}: {}: {}",
            mistake.line,
            kind.severity().name(),
            mistake.said(kind.what())
        );
        println!("  {}", mistake.said(kind.why()));
        for line in mistake.mended.lines() {
            println!("  + {line}");
        }
    }
    Ok(())
}
