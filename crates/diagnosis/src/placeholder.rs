//! Whether an answer that is well is a page in the site's place: a domain for sale, a suspended account, a server's first page,
//! a list of files, a database that is away, maintenance, an error with the wrong status.
//!
//! What such pages are built of counts before their words; words count in a page's title or first heading alone. Where many
//! sites say the same about themselves, only a bare page counts. Everything read is untrusted text, and a mark is no proof: two
//! vantages must agree, and the inference weighs it.

/// Where hosts and traders send on to, and what their pages load.
const MARKS: [&str; 14] = [
    "suspendedpage",
    "account-suspended",
    "cgi-sys/defaultwebpage",
    "data-adblockkey",
    "adsense/domains/caf.js",
    "parking-lander",
    "sedoparking.com",
    "parkingcrew.net",
    "bodis.com",
    "hugedomains.com",
    "afternic.com/forsale",
    "dan.com/buy-domain",
    "window.park",
    "location.href=\"/lander\"",
];

/// What titles and headings of such pages say, in lower case.
const WORDS: [&str; 30] = [
    "500 internal server error",
    "502 bad gateway",
    "503 service",
    "504 gateway",
    "account suspended",
    "site suspended",
    "website is suspended",
    "konto gesperrt",
    "webseite gesperrt",
    "cuenta suspendida",
    "sitio suspendido",
    "compte suspendu",
    "site suspendu",
    "conta suspensa",
    "account sospeso",
    "welcome to nginx",
    "welcome to openresty",
    "default page: it works",
    "apache http server test page",
    "test page for the ",
    "iis windows",
    "default web site page",
    "domain default page",
    "web server's default page",
    "establishing a database connection",
    "aufbau einer datenbankverbindung",
    "conexión con la base de datos",
    "connexion à la base de données",
    "conexão com o banco de dados",
    "connessione al database",
];

/// What they say that others say, too.
const COMMON_WORDS: [&str; 15] = [
    "for sale",
    "zu verkaufen",
    "zum verkauf",
    "en venta",
    "à vendre",
    "in vendita",
    "it works!",
    "maintenance",
    "wartung",
    "mantenimiento",
    "manutenção",
    "manutenzione",
    "onderhoud",
    "صيانة",
    "техническ",
];

/// More links or characters than this are a site of its own.
const BARE_LINKS: usize = 3;
const BARE_LENGTH: usize = 4_000;

/// Whether an answer with this address of a redirect and this body is such a page.
pub(crate) fn is_one(location: Option<&str>, body: &str) -> bool {
    let marked = |text: &str| MARKS.iter().any(|mark| text.contains(mark));
    if location.is_some_and(marked) || marked(body) {
        return true;
    }
    let lower = body.to_ascii_lowercase();
    let title = element(&lower, "<title", "</title");
    let heading = element(&lower, "<h1", "</h1");
    let says = |words: &str| title.contains(words) || heading.contains(words);
    let is_bare = || body.len() <= BARE_LENGTH && lower.matches("<a ").count() <= BARE_LINKS;
    title.starts_with("index of /")
        || WORDS.iter().any(|words| says(words))
        || COMMON_WORDS.iter().any(|words| says(words)) && is_bare()
}

/// The text of the first element that begins and ends so; empty where there is none.
fn element<'a>(page: &'a str, begin: &str, end: &str) -> &'a str {
    let inside = page
        .split_once(begin)
        .and_then(|(_, rest)| rest.split_once('>'))
        .map_or("", |(_, rest)| rest);
    inside.split(end).next().unwrap_or("").trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_a_sites_place_are_known_by_what_they_are_built_of_and_by_their_headings() {
        for (location, body) in [
            (Some("/cgi-sys/suspendedpage.cgi"), ""),
            (
                Some("https://www.hugedomains.com/domain_profile.cfm?d=shop.example"),
                "",
            ),
            (
                None,
                "<html data-adblockkey=\"MFw\"><title>shop.example</title>",
            ),
            (
                None,
                "<title>Account Suspended</title><h1>Account Suspended</h1>",
            ),
            (None, "<html><head><title>Welcome to nginx!</title>"),
            (None, "<title>502 Bad Gateway</title>"),
            (
                None,
                "<title>Index of /</title><h1>Index of /</h1><a href=\"../\">../</a>",
            ),
            (None, "<h1>Error establishing a database connection</h1>"),
            (
                None,
                "<h1 class=a>Fehler beim Aufbau einer Datenbankverbindung</h1>",
            ),
            (
                None,
                "<title>Sitio en mantenimiento</title><p>Volvemos pronto",
            ),
            (None, "<title>shop.example steht zum Verkauf</title>"),
        ] {
            assert!(is_one(location, body), "{location:?} {body}");
        }
    }

    #[test]
    fn a_site_that_speaks_of_such_pages_is_none() {
        let links = "<a href=\"/x\">x</a>".repeat(10);
        for (location, body) in [
            (Some("https://www.shop.example/"), String::new()),
            (
                None,
                "<title>Shop</title><h1>Welcome to the shop</h1>".to_owned(),
            ),
            (
                None,
                "<title>Help</title><p>What “Welcome to nginx” means".to_owned(),
            ),
            (None, format!("<title>Boats for sale</title>{links}")),
            (
                None,
                format!("<title>Elevator maintenance, Ltd.</title>{links}"),
            ),
            (None, String::new()),
        ] {
            assert!(!is_one(location, &body), "{location:?} {body}");
        }
    }
}
