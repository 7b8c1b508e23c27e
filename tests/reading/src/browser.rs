//! Chromium as one reader has it: a screen, and the colours they asked their system for.

use std::fmt;
use std::path::Path;

use anyhow::Result;
use serde_json::json;
use whichside_harness::browser::{Browser, Launch};
use whichside_harness::engine::Engine;

/// How large the reader's screen is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The narrowest in use: 320 CSS pixels, by touch.
    Phone,
    /// A laptop.
    Desk,
}

impl fmt::Display for Screen {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Screen::Phone => "phone",
            Screen::Desk => "desk",
        })
    }
}

/// The colours the reader prefers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl fmt::Display for Colours {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Colours::Light => "light",
            Colours::Dark => "dark",
        })
    }
}

/// A kind of reader.
pub struct Reader {
    /// Their screen.
    pub screen: Screen,
    /// Their colours.
    pub colours: Colours,
}

impl Reader {
    /// Opens this reader's browser, which keeps its files in `folder`.
    ///
    /// # Errors
    /// It does not start.
    pub fn open(&self, folder: &Path) -> Result<Browser> {
        let colours = match self.colours {
            Colours::Light => "--blink-settings=preferredColorScheme=1",
            Colours::Dark => "--blink-settings=preferredColorScheme=0",
        };
        Launch {
            chromium_flags: &["--window-size=1280,900", colours],
            chromium_device: match self.screen {
                Screen::Phone => Some(json!({
                    "deviceMetrics": { "width": 320, "height": 640, "pixelRatio": 2.0, "mobile": true, "touch": true },
                })),
                Screen::Desk => None,
            },
            // The loopback is shared with everything else on this machine.
            port: 0,
            ..Launch::new(Engine::Chromium, folder)
        }
        .start()
    }
}
