//! The stations on the way from the visitor to the site. How each stands in a check is left to `path`.

/// A station on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HopPlace {
    /// The visitor's browser.
    You,
    /// Router, Wi-Fi, provider.
    Network,
    /// The name's look-up.
    Dns,
    /// The way to the site's network.
    Internet,
    /// The site's front: nginx, CDN.
    Front,
    /// The application behind it.
    Application,
}
