use super::Counts;
use crate::evidence::{Here, Online, Outside};
pub(super) static ONLINE: Counts<Online> = &[];
pub(super) static HERE: Counts<Here> = &[];
pub(super) static OUTSIDE: Counts<Outside> = &[];
