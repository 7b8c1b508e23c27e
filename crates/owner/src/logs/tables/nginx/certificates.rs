//! nginx does not start because of a certificate or its key.

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::Level::Emergency;

patterns! { CERTIFICATES of Nginx:
    "nginx-no-certificate" Reason CertificateRenew
    when [
        words(&["cannot load certificate"]).level(Emergency),
        words(&["bio_new_file("]).level(Emergency),
        words(&["ssl_ctx_use_certificate"]).level(Emergency),
        words(&["ssl_certificate_by_lua"]).level(Emergency),
        words(&["pem_read_bio"]).level(Emergency),
    ]
    means "nginx did not start: it cannot read a certificate or its key."
    likely "The file is missing, is empty, or is not in the form PEM."
    like "2026/03/01 10:00:00 [emerg] 1#1: cannot load certificate \"/etc/letsencrypt/live/example.com/fullchain.pem\": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory)";

    "nginx-key-mismatch" Reason CertificateRenew
    when [words(&["key values mismatch"])]
    means "nginx did not start: key and certificate do not belong together."
    likely "One of the two was renewed and the other was not, or the chain stands before the certificate in the file."
    like "nginx: [emerg] SSL_CTX_use_PrivateKey(\"/etc/ssl/example.com.key\") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)";

    "nginx-no-certificate-named" Reason CertificateRenew
    when [
        words(&["no \"ssl_certificate\" is defined"]),
        words(&["no \"ssl_certificate_key\" is defined"]),
    ]
    means "A server listens for https and has no certificate, so no visitor gets through."
    likely "ssl_certificate is missing in this server block, or in the default one."
    like "nginx: [emerg] no \"ssl_certificate\" is defined for the \"listen ... ssl\" directive in /etc/nginx/sites-enabled/site:2";
}
