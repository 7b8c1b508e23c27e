//! The patterns, a file a program. They are data: who decides between several that fit is
//! [`super::choice`].

mod access;
mod apache;
mod apache_proxy;
mod application;
mod aws;
mod caddy;
mod certificates;
mod cloudflared;
mod docker;
mod dotnet;
mod edge;
mod envoy;
mod go;
mod gunicorn;
mod haproxy;
mod iis;
mod ingress;
mod java;
mod kong;
mod kubernetes;
mod mongo;
mod mysql;
mod nginx;
mod node;
mod passenger;
mod php;
mod platforms;
mod postgres;
mod process_managers;
mod python;
mod redis;
mod ruby;
mod system;
mod systemd;
mod traefik;
mod uwsgi;
mod varnish;
mod workhorse;

use super::Pattern;

const TABLES: &[&[Pattern]] = &[
    php::PHP,
    apache_proxy::APACHE_PROXY,
    apache::APACHE,
    haproxy::HAPROXY,
    traefik::TRAEFIK,
    caddy::CADDY,
    envoy::ENVOY,
    varnish::VARNISH,
    kong::KONG,
    cloudflared::CLOUDFLARED,
    workhorse::WORKHORSE,
    ingress::INGRESS,
    gunicorn::GUNICORN,
    uwsgi::UWSGI,
    ruby::RUBY,
    passenger::PASSENGER,
    python::PYTHON,
    node::NODE,
    go::GO,
    java::JAVA,
    dotnet::DOTNET,
    iis::IIS,
    process_managers::PROCESS_MANAGERS,
    systemd::SYSTEMD,
    docker::DOCKER,
    kubernetes::KUBERNETES,
    system::SYSTEM,
    certificates::CERTIFICATES,
    mysql::MYSQL,
    postgres::POSTGRES,
    redis::REDIS,
    mongo::MONGO,
    access::ACCESS,
    application::APPLICATION,
    aws::AWS,
    edge::EDGE,
    platforms::PLATFORMS,
];

/// Every pattern, nginx's first.
pub fn patterns() -> impl Iterator<Item = &'static Pattern> {
    nginx::TABLES.iter().chain(TABLES).copied().flatten()
}
