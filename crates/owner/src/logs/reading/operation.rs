//! What a server was doing when an error struck, as nginx says it behind "while".

/// What a server was doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::logs) enum Operation {
    /// Opening a connection to the application.
    Connecting,
    /// Waiting for the answer's head.
    ReadingHead,
    /// Reading the answer.
    ReadingBody,
    /// Sending the request on.
    SendingRequest,
    /// Sending the answer to the visitor.
    SendingToClient,
    /// Reading the visitor's request, or waiting for one.
    ReadingClient,
    /// Agreeing on TLS with the application.
    UpstreamHandshake,
    /// Agreeing on TLS, with the application or the visitor.
    Handshake,
    /// Asking a resolver.
    Resolving,
    /// Asking the certificate authority whether the certificate is still valid.
    Stapling,
    /// Passing bytes on in both directions.
    Proxying,
}

/// The words that name each operation, in lower case.
pub(in crate::logs) const OPERATION_WORDS: &[(Operation, &[&str])] = &[
    (Operation::Connecting, &["while connecting to upstream"]),
    (
        Operation::ReadingHead,
        &["while reading response header from upstream"],
    ),
    (
        Operation::ReadingBody,
        &[
            "while reading upstream",
            "while reading response from upstream",
        ],
    ),
    (
        Operation::SendingRequest,
        &["while sending request to upstream"],
    ),
    (
        Operation::SendingToClient,
        &[
            "while sending to client",
            "while sending response to client",
        ],
    ),
    (
        Operation::ReadingClient,
        &[
            "while reading client",
            "while waiting for request",
            "while keepalive",
            "while closing request",
            "while processing http/2 connection",
            "while processing http/3 connection",
        ],
    ),
    (
        Operation::UpstreamHandshake,
        &["while ssl handshaking to upstream"],
    ),
    (Operation::Handshake, &["while ssl handshaking"]),
    (Operation::Resolving, &["while resolving"]),
    (
        Operation::Stapling,
        &[
            "while requesting certificate status",
            "ssl_stapling",
            "ocsp_basic_verify",
            "ocsp responder",
        ],
    ),
    (
        Operation::Proxying,
        &[
            "while proxying upgraded connection",
            "while proxying connection",
            "while proxying and reading",
            "while proxying and sending",
        ],
    ),
];
