//! Sides and causes in JSON: by their public ids.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::cause::{Cause, Side};

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Cause {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Cause, D::Error> {
        let id = String::deserialize(deserializer)?;
        let known = Cause::ALL.iter().find(|cause| cause.id() == id);
        known
            .copied()
            .ok_or_else(|| D::Error::custom(format!("no cause is called {id}")))
    }
}

impl Serialize for Side {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Side {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Side, D::Error> {
        let id = String::deserialize(deserializer)?;
        let known = Side::ALL.into_iter().find(|side| side.id() == id);
        known.ok_or_else(|| D::Error::custom(format!("no side is called {id}")))
    }
}
