//! The patterns, a file a program or a kind of programs. They are data: who decides between several that fit is
//! [`super::choice`].

mod access;
mod apache;
mod apache_proxy;
mod app_servers;
mod caddy;
mod databases;
mod enterprise;
mod envoy;
mod haproxy;
mod networks;
mod nginx;
mod php;
mod proxies;
mod runtimes;
mod services;
mod system;
mod traefik;

use super::Pattern;

const TABLES: &[&[Pattern]] = &[
    php::PHP,
    apache_proxy::APACHE_PROXY,
    apache::APACHE,
    haproxy::HAPROXY,
    traefik::TRAEFIK,
    caddy::CADDY,
    envoy::ENVOY,
    proxies::VARNISH,
    proxies::KONG,
    proxies::CLOUDFLARED,
    proxies::WORKHORSE,
    proxies::INGRESS,
    app_servers::GUNICORN,
    app_servers::UWSGI,
    app_servers::RUBY,
    app_servers::PASSENGER,
    runtimes::PYTHON,
    runtimes::NODE,
    runtimes::GO,
    enterprise::JAVA,
    enterprise::DOTNET,
    enterprise::IIS,
    services::PROCESS_MANAGERS,
    services::SYSTEMD,
    services::DOCKER,
    services::KUBERNETES,
    system::SYSTEM,
    system::CERTIFICATES,
    databases::MYSQL,
    databases::POSTGRES,
    databases::REDIS,
    databases::MONGO,
    access::ACCESS,
    access::APPLICATION,
    networks::AWS,
    networks::EDGE,
];

/// Every pattern, nginx's first.
pub fn patterns() -> impl Iterator<Item = &'static Pattern> {
    nginx::TABLES.iter().chain(TABLES).copied().flatten()
}
