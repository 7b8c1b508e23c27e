//! The Content-Security-Policy of the error page: nothing but its own script and style, by their hashes, and its own origin.
//! A named Whichside host adds the loader and the frame that a click brings.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::Settings;

/// The source expression of an inline script or style.
#[must_use]
pub fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// The policy, as a header and as the page's own `<meta>` state it.
#[must_use]
pub fn policy(script: &str, styles: [&str; 2], settings: &Settings) -> String {
    let script = hash(script);
    let [style, brand] = styles.map(hash);
    let (loader, frame) = settings.whichside.as_ref().map_or_else(
        || (String::new(), String::new()),
        |host| {
            let host = host.as_str();
            (
                format!(" {host}embed/v1.js"),
                format!("; frame-src {host}widget/"),
            )
        },
    );
    format!(
        "default-src 'none'; script-src {script}{loader}; style-src {style} {brand}; connect-src 'self'; \
         img-src data:{frame}; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Choices;

    #[test]
    fn a_policy_names_hashes_and_nobody_else_unless_a_host_is_named() {
        let mut choices = Choices {
            site: "https://shop.example/".into(),
            ..Choices::default()
        };
        let alone = policy("", ["", "a"], &choices.read().unwrap());
        assert!(
            alone.contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';")
        );
        assert!(!alone.contains("http") && !alone.contains("unsafe"));
        choices.whichside = "https://whichside.example/".into();
        let named = policy("", ["", ""], &choices.read().unwrap());
        assert!(named.contains(" https://whichside.example/embed/v1.js;"));
        assert!(named.contains("frame-src https://whichside.example/widget/;"));
    }
}
