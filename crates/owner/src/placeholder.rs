//! The placeholders of texts, commands and fragments, and how values get into them without becoming commands themselves.
//!
//! Where the values come from is left to the page: the host from the target, the rest from the owner.

/// Declares the placeholders once: variant, name in braces, example, meaning.
macro_rules! placeholders {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $example:literal $meaning:literal;)+) => {
        /// What stands in braces in a command, a fragment or a sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Placeholder {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Placeholder {
            /// Every placeholder.
            pub const ALL: &'static [Placeholder] = &[$(Placeholder::$variant,)+];

            /// What stands between the braces. Never translated.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Placeholder::$variant => $name,)+ }
            }

            /// A value as it could be. Never translated; names and addresses are those set aside for examples.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self { $(Placeholder::$variant => $example,)+ }
            }

            /// What the owner puts there, in words.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Placeholder::$variant => $meaning,)+ }
            }
        }
    };
}

placeholders! {
    /// The host of the target.
    Host "host" "example.com" "The name of your site, as visitors type it.";
    /// The application's address and port.
    Backend "backend" "127.0.0.1:3000" "The address and port where your application listens.";
    /// The second application server.
    Second "second" "127.0.0.1:3001" "The address and port of a second copy of your application.";
    /// The name of an upstream host.
    Name "name" "app.internal" "The host name that your web server passes requests to.";
    /// The site's own server behind a CDN.
    Origin "origin" "203.0.113.10" "The address of your own server behind the delivery network.";
    /// The systemd unit of the application.
    Service "service" "myapp" "The name of your application’s service.";
    /// The systemd unit of PHP-FPM on Debian.
    Fpm "fpm" "php8.2-fpm" "The name of the PHP-FPM service. On Debian and Ubuntu it carries the version.";
    /// The socket PHP-FPM listens on.
    Socket "socket" "/run/php/php8.2-fpm.sock" "The path of the socket where PHP-FPM listens.";
    /// The user the web server's workers run as.
    Worker "worker" "www-data" "The user that the web server’s workers run as.";
    /// A DNS resolver's address.
    Resolver "resolver" "127.0.0.53" "The address of the DNS resolver that your server uses.";
    /// The folder of nginx's cache.
    Cache "cache" "/var/cache/nginx/pages" "The folder where nginx may keep copies of pages.";
    /// The container of the web server.
    Front "front" "nginx" "The container that runs the web server.";
    /// The container of the application.
    Container "container" "app" "The container that runs your application.";
    /// The Kubernetes deployment of the application.
    Deployment "deployment" "app" "The Kubernetes deployment of your application.";
    /// The address of a visitor who is turned away.
    Visitor "visitor" "198.51.100.7" "The internet address of the visitor who is turned away.";
}

/// The placeholders of a text, each once, in the order they appear.
#[must_use]
pub fn of(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    for (name, _) in pieces(text).filter_map(|(_, place)| place) {
        if let Some(known) = known(name)
            && !found.contains(&known)
        {
            found.push(known);
        }
    }
    found
}

/// The text with these values in place. A placeholder without a value stays, and so does one whose value could do more in a
/// shell or a configuration than name something: a host is untrusted text, and `$(…)` can be part of one.
#[must_use]
pub fn fill(text: &str, values: &[(Placeholder, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    for (before, place) in pieces(text) {
        filled.push_str(before);
        if let Some((name, whole)) = place {
            let value = values
                .iter()
                .find(|(place, value)| place.name() == name && is_harmless(value));
            filled.push_str(value.map_or(whole, |(_, value)| value));
        }
    }
    filled
}

/// The text with the examples in place of all placeholders.
#[must_use]
pub fn with_examples(text: &str) -> String {
    let examples: Vec<(Placeholder, &str)> = Placeholder::ALL
        .iter()
        .map(|place| (*place, place.example()))
        .collect();
    fill(text, &examples)
}

/// Names, addresses, ports and paths, and nothing that a shell or nginx gives a meaning to.
fn is_harmless(value: &str) -> bool {
    !value.is_empty()
        && !value.starts_with('-')
        && value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b".-_:/[]".contains(&b))
}

fn known(name: &str) -> Option<Placeholder> {
    Placeholder::ALL
        .iter()
        .copied()
        .find(|place| place.name() == name)
}

/// The text in pieces: what stands before a placeholder, and the placeholder as its name and with its braces.
/// Only the names above are placeholders: the blocks of a configuration and `${…}` of a shell use braces too.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<(&str, &str)>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let mut from = 0;
        while let Some(open) = whole.get(from..).and_then(|tail| tail.find('{')) {
            let open = from + open;
            let name = whole
                .get(open + 1..)
                .and_then(|tail| tail.split_once('}'))
                .map(|(name, _)| name);
            if let Some(name) = name.filter(|name| known(name).is_some()) {
                let end = open + name.len() + 2;
                rest = whole.get(end..);
                return Some((
                    whole.get(..open).unwrap_or_default(),
                    whole.get(open..end).map(|place| (name, place)),
                ));
            }
            from = open + 1;
        }
        rest = None;
        Some((whole, None))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_names_the_host_that_the_visitor_saw() {
        assert_eq!(
            fill(
                "curl -sI https://{host}/ # {backend}",
                &[(Placeholder::Host, "shop.example")]
            ),
            "curl -sI https://shop.example/ # {backend}"
        );
    }

    #[test]
    fn a_host_that_a_shell_would_run_stays_out_of_commands() {
        for host in [
            "$(reboot).example",
            "`id`.example",
            "a;id",
            "a&id",
            "a b",
            "a\nb",
            "'",
            "-o",
            "",
        ] {
            assert_eq!(
                fill("dig {host}", &[(Placeholder::Host, host)]),
                "dig {host}",
                "{host}"
            );
        }
    }

    #[test]
    fn the_braces_of_a_configuration_are_no_placeholders() {
        let block = "location / { return 200 ${host}; } {} {nobody} {";
        assert_eq!(of("location / { root /srv; }"), []);
        assert_eq!(of(block), [Placeholder::Host]);
        assert_eq!(fill(block, &[]), block);
    }

    #[test]
    fn every_example_is_a_value_that_may_be_filled_in() {
        for place in Placeholder::ALL {
            let text = format!("<{{{}}}>", place.name());
            assert_eq!(with_examples(&text), format!("<{}>", place.example()));
        }
    }
}
