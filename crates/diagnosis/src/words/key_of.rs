//! From our enums to the keys of the tables.

/// Goes from each variant of one of our enums to the key of the same name, and by further arms from the others: one without
/// words does not compile.
macro_rules! key_of {
    ($value:expr, $from:ident => $table:ident { $($variant:ident),+ $(,)? } $($arms:tt)*) => {
        match $value {
            $($from::$variant => $table::$variant,)+
            $($arms)*
        }
    };
}

pub(super) use key_of;
