//! The fields that an owner fills in: their names, and what each takes. Reading them is left to [`crate::choices`].

/// Which of the choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The site's address.
    Site,
    /// Its name.
    Name,
    /// The front server.
    Stack,
    /// The application's place.
    Upstream,
    /// The application's health path.
    Health,
    /// The folder of the pages.
    Folder,
    /// The status page.
    StatusPage,
    /// The support.
    Support,
    /// The Whichside page.
    Whichside,
    /// The colour.
    Accent,
    /// The theme.
    Theme,
    /// The languages.
    Languages,
    /// The visitors.
    Visitors,
    /// The visits a second.
    PerSecond,
    /// The `Retry-After`.
    RetryAfter,
}

impl Field {
    /// All of them, in the order of the form.
    pub const ALL: [Field; 15] = [
        Field::Site,
        Field::Name,
        Field::Stack,
        Field::Upstream,
        Field::Health,
        Field::Folder,
        Field::StatusPage,
        Field::Support,
        Field::Whichside,
        Field::Accent,
        Field::Theme,
        Field::Languages,
        Field::Visitors,
        Field::PerSecond,
        Field::RetryAfter,
    ];

    /// Its name: the option's on the command line, and the control's in the browser.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Field::Site => "site",
            Field::Name => "name",
            Field::Stack => "stack",
            Field::Upstream => "upstream",
            Field::Health => "health",
            Field::Folder => "folder",
            Field::StatusPage => "status-page",
            Field::Support => "support",
            Field::Whichside => "whichside",
            Field::Accent => "accent",
            Field::Theme => "theme",
            Field::Languages => "lang",
            Field::Visitors => "visitors",
            Field::PerSecond => "per-second",
            Field::RetryAfter => "retry-after",
        }
    }

    /// What it takes, as an error says it.
    #[must_use]
    pub const fn takes(self) -> &'static str {
        match self {
            Field::Site => "an address such as https://shop.example/, in ASCII, without a fragment",
            Field::Name => "at most 60 characters on one line",
            Field::Stack => "nginx, apache, caddy, haproxy, traefik, ingress-nginx or cloudflare",
            Field::Upstream => "a host and a port, such as 127.0.0.1:3000",
            Field::Health => "a path such as /health",
            Field::Folder => "a folder without a slash at its end, such as /srv/whichside-error",
            Field::StatusPage => "an address such as https://status.shop.example/",
            Field::Support => "an address of the web or of mail, such as help@shop.example",
            Field::Whichside => {
                "the https address of a folder with its slash, such as https://whichside.example/"
            }
            Field::Accent => "a colour such as #1f4e8c",
            Field::Theme => "auto, light or dark",
            Field::Languages => "languages of en, de, es, ar, with commas between",
            Field::Visitors => "a number from 1 to 100000000",
            Field::PerSecond => "a number from 1 to 1000000",
            Field::RetryAfter => "a number of seconds from 1 to 86400",
        }
    }
}
