//! What must be true of a text that is not simply a configuration: what it is, is named; its dress is taken off where that is
//! safe, with the lines still numbered as they were; nothing is called a mistake that is none.

use whichside_owner::config::{Kind, Paste, Severity, check};

const SITE: &str =
    "server {\n    listen 80;\n    location / {\n        proxy_pass 127.0.0.1:3000;\n    }\n}\n";

/// The kinds of mistakes with their lines, without the notes.
fn mistakes(text: &str) -> Vec<(Kind, usize)> {
    check(text)
        .mistakes
        .into_iter()
        .filter(|mistake| mistake.severity != Severity::Note)
        .map(|mistake| (mistake.kind, mistake.line))
        .collect()
}

#[test]
fn what_is_no_configuration_of_nginx_is_named_and_not_judged() {
    for (paste, text) in [
        (
            Paste::Apache,
            "<VirtualHost *:80>\n    ServerName example.com\n    ProxyPass / http://127.0.0.1:3000/\n    <Directory \"/var/www\">\n        Require all granted\n    </Directory>\n</VirtualHost>\n",
        ),
        (
            Paste::Apache,
            "Listen 80\nServerName example.com\nDocumentRoot \"/var/www\"\nProxyPass /api http://127.0.0.1:3000\n",
        ),
        (
            Paste::Htaccess,
            "RewriteEngine On\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule ^ index.php [L]\n",
        ),
        (
            Paste::Htaccess,
            "# BEGIN WordPress\nOptions -Indexes\nErrorDocument 404 /404.html\n",
        ),
        (
            Paste::Caddyfile,
            "example.com {\n    encode gzip\n    reverse_proxy 127.0.0.1:3000\n    handle /api/* {\n        reverse_proxy api:8080\n    }\n}\n",
        ),
        (Paste::Caddyfile, ":80 {\n\troot * /srv\n\tfile_server\n}\n"),
        (
            Paste::Haproxy,
            "global\n    maxconn 2000\nfrontend web\n    bind *:80\n    default_backend app\nbackend app\n    server a 127.0.0.1:3000 check\n",
        ),
        (
            Paste::Haproxy,
            "defaults\n    mode http\n    timeout connect 5s\n    timeout server 30s\nlisten app\n    balance roundrobin\n",
        ),
        (
            Paste::Traefik,
            "entryPoints:\n  web:\n    address: \":80\"\nproviders:\n  docker: {}\n",
        ),
        (
            Paste::Traefik,
            "[http.routers]\n  [http.routers.app]\n    rule = \"Host(`example.com`)\"\n",
        ),
        (
            Paste::Kubernetes,
            "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: app\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-read-timeout: \"600\"\n",
        ),
        (
            Paste::Kubernetes,
            "apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - port: 80\n",
        ),
        (
            Paste::Compose,
            "services:\n  web:\n    image: nginx\n    ports:\n      - \"80:80\"\n",
        ),
        (
            Paste::Compose,
            "version: \"3\"\nservices:\n  app:\n    build: .\n",
        ),
        (
            Paste::Envoy,
            "static_resources:\n  listeners:\n    - name: main\n",
        ),
        (
            Paste::Envoy,
            "admin:\n  address: {}\nstatic_resources:\n  clusters: []\n",
        ),
        (
            Paste::Yaml,
            "name: app\nport: 80\nhosts:\n  - example.com\n  - name: b\n",
        ),
        (
            Paste::Yaml,
            "- hosts: web\n  tasks:\n    - name: restart\n      become: true\n",
        ),
        (
            Paste::Lighttpd,
            "server.document-root = \"/var/www\"\nserver.port = 80\n",
        ),
        (
            Paste::Lighttpd,
            "$HTTP[\"host\"] == \"example.com\" {\n    proxy.server = ( \"\" => ( ( \"port\" => 3000 ) ) )\n}\n",
        ),
        (
            Paste::Varnish,
            "vcl 4.1;\nbackend default {\n    .host = \"127.0.0.1\";\n}\n",
        ),
        (
            Paste::Varnish,
            "sub vcl_recv {\n    unset req.http.Cookie;\n}\n",
        ),
        (
            Paste::FpmPool,
            "[www]\nuser = www-data\npm = dynamic\npm.max_children = 5\n",
        ),
        (
            Paste::FpmPool,
            "listen = /run/php/php-fpm.sock\nlisten.owner = www-data\n",
        ),
        (
            Paste::SystemdUnit,
            "[Unit]\nDescription=app\n[Service]\nExecStart=/usr/bin/app\n",
        ),
        (Paste::SystemdUnit, "[Service]\nRestart=always\n"),
        (
            Paste::Dockerfile,
            "FROM nginx\nCOPY nginx.conf /etc/nginx/nginx.conf\nEXPOSE 80\n",
        ),
        (Paste::Dockerfile, "FROM node\nWORKDIR /app\nRUN npm ci\n"),
        (Paste::Ini, "[app]\nport = 80\nhost = example.com\n"),
        (Paste::Ini, "PORT=3000\nHOST=example.com\n"),
        (
            Paste::Json,
            "{\n  \"port\": 80,\n  \"host\": \"example.com\"\n}\n",
        ),
        (Paste::Json, "[{\"status\": 502}]\n"),
        (
            Paste::Xml,
            "<?xml version=\"1.0\"?>\n<configuration>\n  <system.webServer/>\n</configuration>\n",
        ),
        (
            Paste::Xml,
            "<Connector port=\"8009\" protocol=\"AJP/1.3\" />\n",
        ),
        (
            Paste::Html,
            "<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>\n",
        ),
        (
            Paste::Html,
            "<html>\n<head><title>502</title></head>\n</html>\n",
        ),
        (Paste::Php, "<?php\necho 1;\n"),
        (Paste::Php, "<?php phpinfo(); ?>\n"),
        (
            Paste::Log,
            "2026/03/01 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1\n",
        ),
        (
            Paste::Log,
            "192.0.2.1 - - [07/May/2020:03:15:12 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"Mozilla/5.0\"\n",
        ),
        (
            Paste::Certificate,
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        ),
        (
            Paste::Certificate,
            "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
        ),
        (Paste::Command, "$ sudo systemctl restart nginx\n"),
        (Paste::Command, "curl -I http://127.0.0.1:3000/\n"),
        (Paste::Unknown, "My site is down, what can I do?\n"),
        (Paste::Unknown, ""),
    ] {
        let checked = check(text);
        assert_eq!(checked.pasted, [paste], "{text}");
        assert_eq!(checked.mistakes, [], "{text}");
    }
}

#[test]
fn of_nginx_it_is_told_which_part_was_pasted() {
    let dump = "# configuration file /etc/nginx/nginx.conf:\nevents {}\nhttp {\n    include conf.d/*.conf;\n}\n\n# configuration file /etc/nginx/conf.d/a.conf:\nserver {\n    listen 80;\n}\n";
    for (paste, text) in [
        (
            Paste::WholeFile,
            "events {}\nhttp {\n    server {\n        listen 80;\n    }\n}\n",
        ),
        (
            Paste::WholeFile,
            "user www-data;\nworker_processes auto;\ninclude modules-enabled/*.conf;\n",
        ),
        (Paste::Dump, dump),
        (Paste::SiteFile, "server {\n    listen 80;\n}\n"),
        (
            Paste::SiteFile,
            "upstream app {\n    server 127.0.0.1:3000;\n}\n",
        ),
        (
            Paste::StreamFile,
            "server {\n    listen 5432;\n    proxy_pass db:5432;\n}\n",
        ),
        (
            Paste::StreamFile,
            "upstream db {\n    server db:5432;\n}\nserver {\n    listen 5432;\n    proxy_pass db;\n}\n",
        ),
        (Paste::Fragment, "location / {\n    return 204;\n}\n"),
        (
            Paste::Fragment,
            "proxy_read_timeout 60s;\nproxy_send_timeout 60s;\n",
        ),
    ] {
        assert_eq!(check(text).pasted, [paste], "{text}");
        assert_eq!(mistakes(text), [], "{text}");
    }
}

#[test]
fn dress_is_taken_off_and_lines_keep_their_numbers() {
    let numbered = |between: &str| -> String {
        SITE.lines()
            .enumerate()
            .map(|(at, line)| format!("{:6}{between}{line}\n", at + 1))
            .collect()
    };
    let alone: String = SITE
        .lines()
        .enumerate()
        .map(|(at, line)| format!("{}\n{line}\n", at + 1))
        .collect();
    let quoted: String = SITE.lines().map(|line| format!("> {line}\n")).collect();
    let added: String = SITE.lines().map(|line| format!("+{line}\n")).collect();
    let indented: String = SITE.lines().map(|line| format!("    {line}\n")).collect();
    for (dress, before, text) in [
        (Paste::LineNumbers, 0, numbered("\t")),
        (Paste::LineNumbers, 0, numbered(": ")),
        (Paste::LineNumbers, 0, numbered(" | ")),
        (Paste::LineNumbers, 4, alone),
        (Paste::LineNumbers, 0, SITE.replace('\n', "$\n")),
        (
            Paste::Prompt,
            1,
            format!("/etc/nginx/conf.d/app.conf:\n{SITE}"),
        ),
        (Paste::Prompt, 1, format!("==> conf.d/app.conf <==\n{SITE}")),
        (
            Paste::Prompt,
            1,
            format!("C:\\nginx>type conf\\app.conf\n{SITE}"),
        ),
        (
            Paste::Prose,
            2,
            format!("My config is\n\n{SITE}\nand it fails\n"),
        ),
        (Paste::Fence, 1, format!("```nginx\n{SITE}```\n")),
        (
            Paste::Fence,
            3,
            format!("Here is my file:\n\n~~~\n{SITE}~~~\nWhat is wrong?\n"),
        ),
        (
            Paste::Prompt,
            1,
            format!("root@web:~# cat /etc/nginx/sites-enabled/default\n{SITE}root@web:~#\n"),
        ),
        (
            Paste::Prompt,
            1,
            format!("[admin@web nginx]$ cat app.conf\n{SITE}"),
        ),
        (
            Paste::Prompt,
            2,
            format!(
                "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n{SITE}"
            ),
        ),
        (
            Paste::Prose,
            2,
            format!("Hi, this is my file:\n\n{SITE}\nWhy do I get 502?\n"),
        ),
        (
            Paste::Prose,
            1,
            format!("My nginx has this configuration.\n{SITE}"),
        ),
        (Paste::MailMarks, 0, quoted.clone()),
        (
            Paste::MailMarks,
            1,
            format!("On Monday somebody wrote:\n{quoted}"),
        ),
        (
            Paste::DiffMarks,
            3,
            format!("--- a/app.conf\n+++ b/app.conf\n@@ -0,0 +1,6 @@\n{added}"),
        ),
        (
            Paste::DiffMarks,
            4,
            format!(
                "diff --git a/app.conf b/app.conf\n--- a/app.conf\n+++ b/app.conf\n@@ -0,0 +1,6 @@\n{added}"
            ),
        ),
        (
            Paste::Heredoc,
            1,
            format!("cat > /etc/nginx/conf.d/app.conf <<'EOF'\n{SITE}EOF\n"),
        ),
        (
            Paste::Heredoc,
            1,
            format!("sudo tee app.conf << END\n{SITE}END\nnginx -s reload\n"),
        ),
        (
            Paste::Embedded,
            6,
            format!(
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  default.conf: |\n{indented}"
            ),
        ),
        (
            Paste::Embedded,
            3,
            format!("configs:\n  web:\n  content: |\n{indented}"),
        ),
        (Paste::Ellipsis, 1, format!("...\n{SITE}")),
        (Paste::Ellipsis, 1, format!("# [...]\n{SITE}\n[snip]\n")),
        (
            Paste::Entities,
            1,
            format!("add_header &quot;A&quot; b;\n{SITE}"),
        ),
        (
            Paste::Entities,
            2,
            format!("if ($arg_a = &quot;b&quot;) {{\n}}\n{SITE}"),
        ),
    ] {
        let checked = check(&text);
        assert!(
            checked.pasted.contains(&dress),
            "{text}{:?}",
            checked.pasted
        );
        assert!(
            mistakes(&text).contains(&(Kind::SchemeMissing, 4 + before)),
            "{text}{:?}",
            checked.mistakes
        );
        let named = checked.pasted.iter().filter(|paste| paste.is_dress());
        assert_eq!(named.count(), 1, "{text}{:?}", checked.pasted);
    }
}

#[test]
fn in_a_script_that_writes_the_file_the_shell_fills_in_variables() {
    for (mark, dollar, found) in [
        ("EOF", "$", vec![(Kind::ShellDollar, 4)]),
        ("END", "$", vec![(Kind::ShellDollar, 4)]),
        ("EOF", "\\$", vec![]),
        ("'EOF'", "$", vec![]),
    ] {
        let end = mark.trim_matches('\'');
        let text = format!(
            "cat > app.conf <<{mark}\nserver {{\n    listen 80;\n    return 301 https://www.example.com{dollar}request_uri;\n}}\n{end}\n"
        );
        assert_eq!(mistakes(&text), found, "{text}");
    }
}

#[test]
fn quotation_marks_of_a_word_processor_tear_a_value_apart() {
    let torn = check("server {\n    add_header Content-Security-Policy “default-src self”;\n}\n");
    assert_eq!(torn.mistakes[0].severity, Severity::Breaks);
    let whole = check("server {\n    add_header X-Frame-Options “DENY”;\n}\n");
    assert_eq!(whole.mistakes[0].severity, Severity::Surprises);
}

#[test]
fn windows_line_ends_are_none_of_nginxs_concern() {
    let text = SITE.replace('\n', "\r\n");
    assert_eq!(mistakes(&text), [(Kind::SchemeMissing, 4)]);
}

#[test]
fn a_file_of_another_encoding_is_named_and_judged_all_the_same() {
    for mark in ["\u{fffd}\u{fffd}", ""] {
        let wide: String = SITE.chars().flat_map(|c| [c, '\0']).collect();
        let found = mistakes(&format!("{mark}{wide}"));
        assert_eq!(found, [(Kind::WrongEncoding, 1), (Kind::SchemeMissing, 4)]);
    }
}

#[test]
fn templates_are_named_and_what_is_sure_in_them_is_judged() {
    for (paste, text, found) in [
        (
            Paste::Jinja,
            "server {\n  listen {{ port }};\n  {% if ssl %}\n  ssl_certificate {{ cert }};\n  {% endif %}\n  location / { proxy_pass http://{{ backend }}; }\n}\n",
            vec![],
        ),
        (
            Paste::Jinja,
            "{% for name in names %}\nupstream {{ name }} {\n  server {{ name }}:80;\n}\n{% endfor %}\nserver {\n  location / {\n    proxy_pass 127.0.0.1:3000;\n  }\n}\n",
            vec![(Kind::SchemeMissing, 8)],
        ),
        (
            Paste::Helm,
            "server {\n  listen {{ .Values.port }};\n  {{- if .Values.tls }}\n  listen 443 ssl;\n  {{- end }}\n}\n",
            vec![],
        ),
        (
            Paste::Helm,
            "{{- range .Values.hosts }}\nserver {\n  server_name {{ . }};\n}\n{{- end }}\n",
            vec![],
        ),
        (
            Paste::Erb,
            "server {\n  listen <%= @port %>;\n<% if @ssl -%>\n  ssl_certificate <%= @cert %>;\n<% end -%>\n}\n",
            vec![],
        ),
        (
            Paste::Erb,
            "upstream app {\n<% @servers.each do |server| %>\n  server <%= server %>;\n<% end %>\n}\n",
            vec![],
        ),
        (
            Paste::Envsubst,
            "server {\n    listen ${PORT};\n    location / {\n        proxy_set_header Host $host;\n        proxy_pass http://$APP_ADDR;\n    }\n}\n",
            vec![],
        ),
        (
            Paste::Envsubst,
            "server {\n    server_name ${DOMAIN} www.${DOMAIN};\n    client_max_body_size ${MAX_BODY};\n    root /srv/${NAME};\n}\n",
            vec![],
        ),
        (
            Paste::Placeholders,
            "server {\n    server_name __DOMAIN__;\n    root /srv/__NAME__;\n}\n",
            vec![],
        ),
        (
            Paste::Placeholders,
            "server {\n    server_name <your domain>;\n}\n",
            vec![],
        ),
    ] {
        let pasted = check(text).pasted;
        assert!(pasted.contains(&paste), "{text}{pasted:?}");
        assert_eq!(mistakes(text), found, "{text}");
    }
}

#[test]
fn every_kind_of_paste_has_a_name_of_its_own() {
    let mut ids: Vec<&str> = Paste::ALL.iter().map(|paste| paste.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Paste::ALL.len());
}
