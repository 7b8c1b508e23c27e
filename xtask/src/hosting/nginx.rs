//! What nginx includes: `maps.conf`, which finds each path's headers, and `page.conf`, which sends them.
//!
//! Maps, since a location that adds one header loses all those from around it.

use super::{Rule, WRITTEN};
use crate::kinds;

/// A header of what is missing must not outlive the release that it is missing in.
const CACHE: &str = "Cache-Control";

/// For the block `http`.
pub fn maps(rules: &[Rule]) -> String {
    let mut text = format!(
        "{WRITTEN}# For the block `http`: which path has which headers.\n\n\
         # The one line that is yours: under a sub-path such as /whichside/, write \"~^/whichside(?<whichside_rest>/.*)$\".\n\
         map $uri $whichside_path {{\n    \"~^(?<whichside_rest>/.*)$\" $whichside_rest;\n}}\n"
    );
    for rule in rules.iter().filter(|rule| !rule.others.is_empty()) {
        let variable = if rule.name == CACHE {
            "$whichside_kept".to_owned()
        } else {
            variable(rule.name)
        };
        text += &format!(
            "map $whichside_path {variable} {{\n    default \"{}\";\n",
            rule.usual
        );
        for (paths, value) in &rule.others {
            for path in paths {
                text += &format!("    {} \"{value}\";\n", key(path));
            }
        }
        text += "}\n";
        if rule.name == CACHE {
            text += &format!(
                "# What is missing now may be there after the next release.\n\
                 map $status {} {{\n    default \"{}\";\n    ~^[23] {variable};\n}}\n",
                self::variable(rule.name),
                rule.usual
            );
        }
    }
    text
}

/// For the block `location` that the page is in.
pub fn page(rules: &[Rule]) -> String {
    let mut text = format!(
        "{WRITTEN}# For the block `location` that the page is in; needs maps.conf in the block `http`.\n\n\
         index index.html;\nabsolute_redirect off;\nserver_tokens off;\n\n\
         # What the build has compressed. Without the module of brotli (Debian: libnginx-mod-http-brotli-static), take its line out.\n\
         gzip off;\ngzip_static on;\ngzip_proxied any;\nbrotli_static on;\nadd_header Vary Accept-Encoding always;\n\n\
         charset off;\ntypes {{\n"
    );
    for kind in &kinds::ALL {
        text += &format!("    \"{}\" {};\n", kind.mime, kind.ending);
    }
    text += "}\ndefault_type application/octet-stream;\n\n";
    for rule in rules {
        let value = if rule.others.is_empty() {
            format!("\"{}\"", rule.usual)
        } else {
            variable(rule.name)
        };
        text += &format!("add_header {} {value} always;\n", rule.name);
    }
    text
}

fn variable(header: &str) -> String {
    format!(
        "$whichside_{}",
        header.to_ascii_lowercase().replace('-', "_")
    )
}

/// A path as the key of a map.
fn key(path: &str) -> String {
    match path.strip_suffix('*') {
        Some(beginning) => format!("~^{}", beginning.replace('.', "\\.")),
        None => path.to_owned(),
    }
}
