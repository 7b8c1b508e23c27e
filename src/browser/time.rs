//! Points of time as the visitor reads them.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;
use whichside_diagnosis::words::Language;

/// A time of RFC 3339 in the visitor's time zone, as the language writes it.
pub(crate) fn local(at: &str, language: Language) -> String {
    let options = Object::new();
    for (part, style) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // A plain object takes any property.
        let _ = Reflect::set(
            &options,
            &JsValue::from_str(part),
            &JsValue::from_str(style),
        );
    }
    let date = Date::new(&JsValue::from_str(at));
    date.to_locale_string(language.code(), &options).into()
}
