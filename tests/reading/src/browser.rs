//! Chromium as one reader has it: a screen, and the colours they asked their system for.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use whichside_webdriver::{Session, wait_for};

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

/// A running browser; it ends with this value.
pub struct Browser {
    driver: Child,
    address: String,
    session: Session,
}

impl Browser {
    /// Opens the browser of this reader.
    pub fn open(reader: &Reader) -> Result<Self> {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start chromedriver: is the package chromium-driver installed?")?;
        let opened = port_of(&mut driver).and_then(|port| {
            let address = format!("http://127.0.0.1:{port}");
            wait_for(&address)?;
            let session = Session::open(&address, &capabilities(reader))?;
            Ok((address, session))
        });
        match opened {
            Ok((address, session)) => Ok(Self {
                driver,
                address,
                session,
            }),
            Err(error) => {
                // Nothing more can be done about a driver that will not end.
                let _ = driver.kill().and_then(|()| driver.wait());
                Err(error)
            }
        }
    }

    /// The open window.
    pub fn session(&self) -> &Session {
        &self.session
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends its browser with itself. Where it does not answer any more, it is ended by force.
        let asked = minreq::get(format!("{}/shutdown", self.address))
            .with_timeout(10)
            .send();
        if asked.is_err() {
            let _ = self.driver.kill();
        }
        let _ = self.driver.wait();
    }
}

/// The port that the driver chose: it says so in its first lines.
fn port_of(driver: &mut Child) -> Result<u16> {
    let said = driver
        .stdout
        .take()
        .context("chromedriver has no standard output")?;
    for line in BufReader::new(said).lines() {
        let line = line?;
        if let Some((_, port)) = line.split_once("successfully on port ") {
            return port
                .trim_end_matches('.')
                .parse()
                .with_context(|| format!("no port in “{line}”"));
        }
    }
    anyhow::bail!("chromedriver ended before it was ready")
}

fn capabilities(reader: &Reader) -> Value {
    let mut arguments = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--window-size=1280,900",
    ];
    match reader.colours {
        Colours::Light => arguments.push("--blink-settings=preferredColorScheme=1"),
        Colours::Dark => arguments.push("--blink-settings=preferredColorScheme=0"),
    }
    let mut options = json!({ "args": arguments });
    match reader.screen {
        Screen::Phone => {
            options["mobileEmulation"] = json!({
                "deviceMetrics": { "width": 320, "height": 640, "pixelRatio": 2.0, "mobile": true, "touch": true },
            });
        }
        Screen::Desk => {}
    }
    json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
}
