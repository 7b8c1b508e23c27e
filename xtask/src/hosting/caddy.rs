//! The Caddyfile: a snippet that serves the page, and the site that imports it.

use super::{Rule, WRITTEN};
use crate::kinds::{self, Kind};

const CACHE: &str = "Cache-Control";

const HEAD: &str = "\
# Serves the page. Under a sub-path, import it inside `handle_path`: see docs/hosting.md.
(whichside) {
	route {
";

const FOOT: &str = "		header {
			Vary Accept-Encoding
			defer
		}
		@other not method GET HEAD
		header @other Allow \"GET, HEAD\"
		respond @other 405
		file_server {
			precompressed br gzip
		}
	}
}

# Yours: the page’s host, and the folder that dist/ was copied to. Caddy fetches the certificate.
{$WHICHSIDE_HOST:whichside.example} {
	# A certificate of your own in its place:
	# tls /etc/ssl/whichside.pem /etc/ssl/whichside.key
	root * {$WHICHSIDE_FOLDER:/srv/whichside}
	import whichside
}
";

/// The whole file.
pub fn file(rules: &[Rule]) -> String {
    let mut text = format!("{WRITTEN}{HEAD}");
    let mut matchers = Vec::new();
    let mut headers = String::new();
    for rule in rules {
        if !rule.usual.is_empty() {
            headers += &format!("\t\theader {} \"{}\"\n", rule.name, rule.usual);
        }
        for (paths, value) in &rule.others {
            // What is missing now may be there after the next release: only what exists is kept.
            let exists = rule.name == CACHE;
            let name = matcher(&mut matchers, paths, exists);
            headers += &if value.is_empty() {
                format!("\t\theader {name} -{}\n", rule.name)
            } else {
                format!("\t\theader {name} {} \"{value}\"\n", rule.name)
            };
        }
    }
    for (number, (paths, exists)) in matchers.iter().enumerate() {
        let file = if *exists { "\t\t\tfile\n" } else { "" };
        text += &format!(
            "\t\t@part{number} {{\n\t\t\tpath {}\n{file}\t\t}}\n",
            paths.join(" ")
        );
    }
    text += &headers;
    for Kind { ending, mime, .. } in &kinds::ALL {
        let folder = if *ending == "html" { "*/ " } else { "" };
        text += &format!(
            "\t\t@{ending} path {folder}*.{ending}\n\t\theader @{ending} Content-Type \"{mime}\"\n"
        );
    }
    text + FOOT
}

/// The name of the matcher of these paths, which is made where there is none yet.
fn matcher<'a>(
    matchers: &mut Vec<(Vec<&'a str>, bool)>,
    paths: &[&'a str],
    exists: bool,
) -> String {
    let wanted = (paths.to_vec(), exists);
    let known = matchers.iter().position(|matcher| *matcher == wanted);
    let number = known.unwrap_or_else(|| {
        matchers.push(wanted);
        matchers.len() - 1
    });
    format!("@part{number}")
}
