//! What the browser tells of itself.

use whichside_diagnosis::report::BrowserInfo;

/// What the browser tells of itself.
#[derive(Debug)]
pub struct BrowserState {
    /// What the report says of it.
    pub info: BrowserInfo,
    /// The region of its language.
    pub region: Option<String>,
    /// It opens login dialogs over our page when a navigation probe meets a 401.
    pub navigation_prompts: bool,
    /// The device's clock stands before the day on which the page was made.
    pub clock_behind: bool,
}

impl Default for BrowserState {
    fn default() -> BrowserState {
        BrowserState {
            info: BrowserInfo {
                online: true,
                ..BrowserInfo::default()
            },
            region: None,
            navigation_prompts: false,
            clock_behind: false,
        }
    }
}
