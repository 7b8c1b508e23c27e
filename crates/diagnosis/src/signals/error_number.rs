//! Whether the number of the error is known, from outside or from the visitor.

columns! {
    /// Whether a number of the error is known, from outside or from the visitor.
    ErrorNumber {
        /// Known.
        Known,
        /// Not known.
        Unknown,
    }
}
