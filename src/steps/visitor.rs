//! What the browser says of itself, for [`detect`] to tell which browser and system it is. Nothing is decided here.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Navigator;
use whichside_guide::visitor::{Hints, Visitor, detect};

/// More than any browser names.
const MOST_BRANDS: u32 = 8;

/// The visitor's browser and system.
pub(super) fn visitor(navigator: &Navigator) -> Visitor {
    let hints = member(navigator, &"userAgentData".into());
    let named = member(&hints, &"brands".into());
    let mut names = Vec::new();
    for at in 0..MOST_BRANDS {
        let brand = member(&member(&named, &at.into()), &"brand".into());
        names.push(brand.as_string().unwrap_or_default());
    }
    let mut brands = Vec::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        brands.push(name.as_str());
    }
    let platform = member(&hints, &"platform".into()).as_string();
    let fingers = navigator.max_touch_points();
    let hints = Hints {
        brands: &brands,
        platform: platform.as_deref(),
        mobile: member(&hints, &"mobile".into()).as_bool(),
        touch_points: u8::try_from(fingers).unwrap_or(u8::MAX),
    };
    detect(&navigator.user_agent().unwrap_or_default(), &hints)
}

/// A member, or `undefined` where there is none, or nothing that could have one.
fn member(of: &JsValue, name: &JsValue) -> JsValue {
    Reflect::get(of, name).unwrap_or_default()
}
