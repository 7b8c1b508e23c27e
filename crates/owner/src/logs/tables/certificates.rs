//! Lines of certbot, and of any program about certificates.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { CERTIFICATES of Certificates:
    "certbot-challenge" Reason CertificateRenew
    when [
        words(&["certbot failed to authenticate some domains"]),
        words(&["failed authorization procedure"]),
        words(&["invalid response from http", "/.well-known/acme-challenge/"]),
        words(&["urn:ietf:params:acme:error:unauthorized"]),
        words(&["urn:ietf:params:acme:error:connection"]),
        words(&["timeout during connect (likely firewall problem)"]),
        words(&["acme-challenge", "fetching http"]),
    ]
    means "The certificate authority could not see that the site is yours, so there is no new certificate."
    likely "Port 80 is closed, DNS (also the IPv6 address) names another machine, or the site answers the challenge with a redirect or 404."
    like "Certbot failed to authenticate some domains (authenticator: nginx). The Certificate Authority reported these problems:";

    "certbot-dns" Reason DnsRecords
    when [
        words(&["dns problem: nxdomain looking up"]),
        words(&["dns problem: servfail looking up"]),
        words(&["no valid ip addresses found for"]),
        words(&["urn:ietf:params:acme:error:dns"]).not_by(&[Source::Caddy, Source::Traefik]),
        words(&["caa record for ", "prevents issuance"]),
    ]
    means "The certificate authority found no address for the name, so there is no certificate."
    likely "The name has no A or AAAA record yet, is misspelt, or its name servers fail."
    like "Detail: DNS problem: NXDOMAIN looking up A for www.example.com - check that a DNS record exists for this domain";

    "certbot-limit" Reason CertificateRenew
    when [
        words(&["urn:ietf:params:acme:error:ratelimited"]),
        words(&["too many certificates already issued"]),
        words(&["too many failed authorizations recently"]),
        words(&["too many certificates (5) already issued"]),
        words(&["too many new orders recently"]),
    ]
    means "The certificate authority gives you no more certificates for now."
    likely "Too many were asked for or failed: the same names five times a week, or five failures an hour. Try with its staging server."
    like "Error creating new order :: too many certificates (5) already issued for this exact set of identifiers in the last 168h0m0s";

    "certbot-port" Reason CertificateRenew
    when [
        words(&["problem binding to port 80"]),
        words(&["could not bind tcp port 80"]),
        words(&["could not bind to ipv4 or ipv6"]),
        words(&["certbot", "the requested nginx plugin does not appear to be installed"]),
        words(&["the nginx plugin is not working"]),
        words(&["another instance of certbot is already running"]),
        words(&["attempting to renew cert", "produced an unexpected error"]),
        words(&["the following renewals failed"]),
        words(&["all renewals failed"]),
        words(&["some challenges have failed"]),
    ]
    means "certbot could not renew a certificate on this machine."
    likely "With --standalone the web server holds port 80: use --nginx or --webroot. Or the plug-in is not installed, or the web server’s configuration has a mistake."
    like "Problem binding to port 80: Could not bind to IPv4 or IPv6.";

    "certificate-expired" Reason CertificateRenew
    when [
        words(&["certificate has expired"]).not_by(&[Source::Nginx]),
        words(&["certificate has expired or is not yet valid"]),
        words(&["cert_has_expired"]),
        words(&["certificate verify failed: certificate has expired"]),
        words(&["sec_error_expired_certificate"]),
    ]
    means "A certificate has expired."
    likely "Its renewal failed, or the server was not reloaded after it. An old list of authorities on the asking side says the same."
    like "x509: certificate has expired or is not yet valid: current time 2026-03-01T10:00:00Z is after 2026-02-28T23:59:59Z";

    "certificate-untrusted" Reason CertificateLook
    when [
        words(&["x509: certificate signed by unknown authority"]).not_by(&[Source::Caddy, Source::Cloudflared, Source::Traefik]),
        words(&["self signed certificate in certificate chain"]),
        words(&["self-signed certificate"]),
        words(&["depth_zero_self_signed_cert"]),
        words(&["self_signed_cert_in_chain"]),
        words(&["unable to verify the first certificate"]),
        words(&["unable_to_verify_leaf_signature"]),
        words(&["unable to get local issuer certificate"]).not_by(&[Source::Nginx]),
        words(&["pkix path building failed"]),
        words(&["certificate verify failed"]).not_by(&[Source::Nginx]),
        words(&["certificate is valid for ", ", not "]).not_by(&[Source::Caddy, Source::Cloudflared, Source::Traefik]),
        words(&["x509: certificate is valid for"]).not_by(&[Source::Caddy, Source::Cloudflared, Source::Traefik]),
    ]
    means "A program does not trust the certificate of the service that it asked."
    likely "The certificate is self-signed, names another host, or its chain is incomplete: use fullchain.pem there."
    like "Error: unable to verify the first certificate (UNABLE_TO_VERIFY_LEAF_SIGNATURE)";
}
