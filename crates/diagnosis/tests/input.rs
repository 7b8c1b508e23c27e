//! What visitors type and paste: understood where it can be, and otherwise answered with what to change.

use whichside_diagnosis::target::{Note, candidate};
use whichside_diagnosis::{InputError, Target, UrlParts, words};

/// The page's way from text to target, with the `url` crate in the browser parser's place.
fn understand(text: &str) -> Result<(String, Vec<Note>), InputError> {
    let candidate = candidate(text)?;
    let url = url::Url::parse(&candidate).map_err(|_| InputError::NotAnAddress)?;
    let parts = UrlParts {
        scheme: url.scheme().to_owned(),
        host: url.host_str().unwrap_or_default().to_owned(),
        port: url.port(),
        path: url.path().to_owned(),
        query: url.query().map(str::to_owned),
        credentials: !url.username().is_empty() || url.password().is_some(),
        fragment: url.fragment().is_some(),
    };
    Target::new(parts, "whichside.example").map(|(target, notes)| (target.url(), notes))
}

#[test]
fn addresses_are_understood_as_people_type_and_paste_them() {
    for (typed, url) in [
        ("example.com", "https://example.com/"),
        ("  example.com/x  ", "https://example.com/x"),
        ("example.com.", "https://example.com/"),
        ("https://example.com./", "https://example.com/"),
        ("EXAMPLE.com", "https://example.com/"),
        ("http://example.com/a?b=c#d", "http://example.com/a?b=c"),
        ("//example.com/x", "https://example.com/x"),
        ("example.com:8443/x", "https://example.com:8443/x"),
        ("bücher.example", "https://xn--bcher-kva.example/"),
        (
            "The page https://shop.example/cart does not open!",
            "https://shop.example/cart",
        ),
        (
            "it says 502 on shop.example/cart, why?",
            "https://shop.example/cart",
        ),
        (
            "(see https://shop.example/cart).",
            "https://shop.example/cart",
        ),
        ("<https://shop.example/>", "https://shop.example/"),
        ("“shop.example”", "https://shop.example/"),
        ("HTTPS://SHOP.EXAMPLE/", "https://shop.example/"),
        ("198.51.100.20", "https://198.51.100.20/"),
        ("https://example.com/a b", "https://example.com/a"),
    ] {
        assert_eq!(
            understand(typed).map(|(url, _)| url).as_deref(),
            Ok(url),
            "{typed}"
        );
    }
}

#[test]
fn a_name_and_password_are_dropped_and_it_says_so() {
    for typed in [
        "https://user:secret@example.com/",
        "user:secret@example.com",
    ] {
        let (url, notes) = understand(typed).expect("understood");
        assert_eq!(url, "https://example.com/", "{typed}");
        assert!(notes.contains(&Note::CredentialsDropped), "{typed}");
    }
}

#[test]
fn what_cannot_be_asked_is_refused_with_what_to_change() {
    let long = format!("https://example.com/{}", "a".repeat(10_000));
    type Expected = fn(&InputError) -> bool;
    let cases: &[(&str, Expected)] = &[
        ("", |e| *e == InputError::Empty),
        ("   \t\n", |e| *e == InputError::Empty),
        ("\"\"", |e| *e == InputError::Empty),
        (&long, |e| *e == InputError::TooLong),
        ("my site is broken", |e| *e == InputError::NotAnAddress),
        ("https://", |e| *e == InputError::NotAnAddress),
        ("https:///", |e| *e == InputError::NotAnAddress),
        ("ftp://example.com/", |e| {
            *e == InputError::Scheme("ftp".into())
        }),
        ("javascript:alert(1)", |e| {
            *e == InputError::Scheme("javascript".into())
        }),
        ("mailto:a", |e| *e == InputError::Scheme("mailto".into())),
        ("data:text/html,x", |e| {
            *e == InputError::Scheme("data".into())
        }),
        ("file:///etc/passwd", |e| {
            *e == InputError::Scheme("file".into())
        }),
        ("http://localhost", |e| *e == InputError::ThisDevice),
        ("localhost:8080", |e| *e == InputError::ThisDevice),
        ("app.localhost", |e| *e == InputError::ThisDevice),
        ("shop.onion", |e| {
            *e == InputError::Intranet("shop.onion".into())
        }),
        ("1.0.168.192.in-addr.arpa", |e| {
            *e == InputError::Intranet("1.0.168.192.in-addr.arpa".into())
        }),
        ("[64:ff9b::c0a8:4d01]", |e| {
            matches!(e, InputError::PrivateAddress(_))
        }),
        ("intranet", |e| {
            *e == InputError::Intranet("intranet".into())
        }),
        ("http://printer.local/", |e| {
            *e == InputError::Intranet("printer.local".into())
        }),
        ("wiki.corp.internal", |e| {
            *e == InputError::Intranet("wiki.corp.internal".into())
        }),
        ("nas.home.arpa", |e| {
            *e == InputError::Intranet("nas.home.arpa".into())
        }),
        ("192.168.0.1", |e| {
            matches!(e, InputError::PrivateAddress(_))
        }),
        ("http://0x7f.1/", |e| {
            matches!(e, InputError::PrivateAddress(_))
        }),
        ("http://2130706433/", |e| {
            matches!(e, InputError::PrivateAddress(_))
        }),
        ("http://[::1]/", |e| {
            matches!(e, InputError::PrivateAddress(_))
        }),
        ("[::1]", |e| matches!(e, InputError::PrivateAddress(_))),
        ("https://example.com:22/", |e| *e == InputError::Port(22)),
        ("example.com:6667", |e| *e == InputError::Port(6667)),
        ("https://whichside.example/", |e| {
            *e == InputError::Ourselves
        }),
    ];
    for (typed, expected) in cases {
        let error = understand(typed).expect_err(typed);
        assert!(expected(&error), "{typed:.60}: {error:?}");
        assert!(
            words::input_error(&words::Words::english(), &error).len() > 30,
            "{typed:.60}"
        );
    }
}

#[test]
fn outside_vantages_get_no_path_unless_the_visitor_agrees() {
    let path = |path: &str, agreed| {
        let parts = UrlParts {
            scheme: "https".into(),
            host: "shop.example".into(),
            path: path.into(),
            ..UrlParts::default()
        };
        Target::new(parts, "")
            .unwrap()
            .0
            .outside_path(agreed)
            .to_owned()
    };
    for secret in [
        "/cart",
        "/patients/meier/hiv-test",
        "/users/maria.garcia/messages",
        "/reset-password/happy-horse-battery",
        "/meet/abc-defg-hij",
        "/x/550e/8400/e29b/41d4",
        "/u/anna@example.com",
    ] {
        assert_eq!(path(secret, false), "/", "{secret}");
        assert_eq!(path(secret, true), secret);
    }
    assert_eq!(path("/", false), "/");
}

#[test]
fn the_twin_of_a_public_name_is_never_a_name_of_the_visitors_network() {
    let twin = |host: &str| {
        let parts = UrlParts {
            scheme: "https".into(),
            host: host.into(),
            path: "/".into(),
            ..UrlParts::default()
        };
        Target::new(parts, "").unwrap().0.twin_url()
    };
    assert_eq!(
        twin("shop.example").as_deref(),
        Some("https://www.shop.example/")
    );
    assert_eq!(
        twin("www.shop.example").as_deref(),
        Some("https://shop.example/")
    );
    for host in [
        "www.router",
        "www.fritzbox",
        "a.shop.example",
        "198.51.100.20",
    ] {
        assert_eq!(twin(host), None, "{host}");
    }
}
