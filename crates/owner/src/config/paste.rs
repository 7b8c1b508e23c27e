//! What was pasted: a file of nginx, a piece of one, a template, something else altogether; and the dress it came in, which is
//! taken off where that is safe. Lines keep their numbers. What a configuration means is left to the checks.

mod dress;
mod foreign;
mod letters;
mod template;

use std::borrow::Cow;

use super::Mistake;

pub(super) use template::{is_marked, is_sure_in_a_template};

macro_rules! pastes {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal $class:ident $what:literal;)+) => {
        /// What a pasted text is, or a dress that it came in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Paste {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Paste {
            /// Every one.
            pub const ALL: &'static [Paste] = &[$(Paste::$variant,)+];

            /// The public name.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Paste::$variant => $id,)+ }
            }

            /// What it is, in a sentence or two.
            #[must_use]
            pub const fn what(self) -> &'static str {
                match self { $(Paste::$variant => $what,)+ }
            }

            const fn class(self) -> Class {
                match self { $(Paste::$variant => Class::$class,)+ }
            }
        }
    };
}

/// What can be done with such a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// It is nginx's, and judged.
    Nginx,
    /// It becomes nginx's, and is judged so far as that goes.
    Template,
    /// It is something else, and not judged.
    Foreign,
    /// It was taken off.
    Dress,
}

pastes! {
    /// A whole configuration.
    WholeFile "whole-file" Nginx "This is a whole nginx configuration.";
    /// All files, as `nginx -T` prints them.
    Dump "dump" Nginx "These are all files of a configuration, as “nginx -T” prints them. They are judged together.";
    /// A file with servers, to be included into `http`.
    SiteFile "site-file" Nginx "This is one site’s file. What nginx.conf around it sets is not known here.";
    /// A file that is included into `stream`.
    StreamFile "stream-file" Nginx "This is a file for nginx’s stream block. What nginx.conf around it sets is not known here.";
    /// Some lines.
    Fragment "fragment" Nginx "This is a piece of a configuration. What stands around it is not known here.";
    /// Names in capitals that `envsubst` fills in.
    Envsubst "template-envsubst" Template "This is a template: names in capitals are filled in before nginx reads it. Better paste the result.";
    /// Jinja, as Ansible has it.
    Jinja "template-jinja" Template "This is a template (Jinja, Ansible): its {{ }} are filled in before nginx reads it. Better paste the result.";
    /// Helm and other Go templates.
    Helm "template-helm" Template "This is a template (Helm, Go): its {{ }} are filled in before nginx reads it. Better paste the result.";
    /// ERB, as Chef and Puppet have it.
    Erb "template-erb" Template "This is a template (ERB): its <% %> are filled in before nginx reads it. Better paste the result.";
    /// Names between marks of some other tool.
    Placeholders "template-placeholders" Template "This is a template: some names are still to be filled in before nginx reads it.";
    /// Apache's own configuration.
    Apache "apache" Foreign "This is an Apache configuration, not one of nginx.";
    /// Apache's file in a folder.
    Htaccess "htaccess" Foreign "This is an .htaccess file of Apache. nginx does not read such files.";
    /// Caddy's configuration.
    Caddyfile "caddyfile" Foreign "This is a Caddyfile, not a configuration of nginx.";
    /// HAProxy's configuration.
    Haproxy "haproxy" Foreign "This is a configuration of HAProxy, not of nginx.";
    /// Traefik's configuration.
    Traefik "traefik" Foreign "This is a configuration of Traefik, not of nginx.";
    /// A manifest of Kubernetes.
    Kubernetes "kubernetes" Foreign "This is a Kubernetes manifest (YAML), not a configuration of nginx.";
    /// A file of Docker Compose.
    Compose "compose" Foreign "This is a Docker Compose file (YAML), not a configuration of nginx.";
    /// Envoy's configuration.
    Envoy "envoy" Foreign "This is a configuration of Envoy, not of nginx.";
    /// Some other YAML.
    Yaml "yaml" Foreign "This is YAML, not a configuration of nginx.";
    /// Lighttpd's configuration.
    Lighttpd "lighttpd" Foreign "This is a configuration of lighttpd, not of nginx.";
    /// Varnish's configuration.
    Varnish "varnish" Foreign "This is a configuration of Varnish (VCL), not of nginx.";
    /// PHP-FPM's configuration.
    FpmPool "php-fpm" Foreign "This is a configuration of PHP-FPM, not of nginx.";
    /// systemd's configuration.
    SystemdUnit "systemd-unit" Foreign "This is a unit of systemd, not a configuration of nginx.";
    /// A Dockerfile.
    Dockerfile "dockerfile" Foreign "This is a Dockerfile, not a configuration of nginx.";
    /// Some other file of sections and values.
    Ini "ini" Foreign "This is a file of sections and values (INI, TOML), not a configuration of nginx.";
    /// JSON.
    Json "json" Foreign "This is JSON, not a configuration of nginx.";
    /// XML, such as IIS and Tomcat have.
    Xml "xml" Foreign "This is XML (IIS, Tomcat), not a configuration of nginx.";
    /// A web page.
    Html "html" Foreign "This is a web page, not a configuration of nginx.";
    /// PHP.
    Php "php" Foreign "This is a PHP script, not a configuration of nginx.";
    /// Lines of a log.
    Log "log" Foreign "These are lines of a log, not a configuration. Paste them into the box for logs.";
    /// A certificate or key.
    Certificate "certificate" Foreign "This is a certificate or a key. Keep keys to yourself: do not paste them anywhere.";
    /// A command and what it printed.
    Command "command" Foreign "These are commands, not a configuration.";
    /// Nothing that is known.
    Unknown "unknown" Foreign "This does not look like a configuration of nginx.";
    /// A shell script that writes the file.
    Heredoc "heredoc" Dress "A shell script writes this file. What stands between its marks was judged.";
    /// A manifest that holds the file.
    Embedded "embedded" Dress "The configuration stands inside a manifest (YAML). The part that is nginx’s was judged.";
    /// Numbers before the lines.
    LineNumbers "line-numbers" Dress "Numbers or marks stand around the lines, as “cat -n”, “cat -A” or an editor writes them. They were taken off.";
    /// Marks of Markdown.
    Fence "markdown-fence" Dress "Marks of Markdown stand around it. They were taken off.";
    /// A prompt, a command, or what nginx says of its test.
    Prompt "prompt" Dress "A prompt or a command stands beside the file. It was taken off.";
    /// Sentences around it.
    Prose "prose" Dress "Sentences stand around the configuration. They were taken off.";
    /// Marks of a mail that is answered.
    MailMarks "mail-marks" Dress "Marks of an answered mail stand before the lines. They were taken off.";
    /// Marks of a difference.
    DiffMarks "diff-marks" Dress "This is a difference (diff). The new lines were judged.";
    /// Signs written as a web page writes them.
    Entities "html-entities" Dress "Signs are written as in a web page’s source, such as &quot;. They were turned back.";
    /// Something was left out.
    Ellipsis "ellipsis" Dress "Parts were left out (…). What may stand there is not known.";
}

impl Paste {
    /// Whether it is no configuration of nginx.
    #[must_use]
    pub const fn is_foreign(self) -> bool {
        matches!(self.class(), Class::Foreign)
    }

    /// Whether it stands around the configuration only.
    #[must_use]
    pub const fn is_dress(self) -> bool {
        matches!(self.class(), Class::Dress)
    }

    /// Whether it is a template whose own marks can leave lines out or repeat them.
    pub(super) const fn has_blocks_of_its_own(self) -> bool {
        matches!(self, Paste::Jinja | Paste::Helm | Paste::Erb)
    }
}

/// A text without its dress.
pub(super) struct Cleaned<'a> {
    /// What it is, so far as its lines tell without being read as nginx reads them.
    pub pasted: Vec<Paste>,
    /// What nginx would read, with the numbers of lines as they were.
    pub text: Cow<'a, str>,
    /// Letters that nginx takes for others than they seem.
    pub mistakes: Vec<Mistake>,
}

impl<'a> Cleaned<'a> {
    pub fn of(text: &'a str) -> Cleaned<'a> {
        let mut cleaned = Cleaned {
            pasted: Vec::new(),
            text: Cow::Borrowed(text),
            mistakes: Vec::new(),
        };
        letters::encoding(&mut cleaned);
        dress::take_off(&mut cleaned);
        foreign::name(&mut cleaned);
        if !cleaned.is_foreign() {
            template::fill(&mut cleaned);
            letters::look_alike(&mut cleaned);
        }
        cleaned
    }

    /// Whether it is no configuration of nginx.
    pub fn is_foreign(&self) -> bool {
        self.pasted.iter().any(|paste| paste.is_foreign())
    }

    fn note(&mut self, paste: Paste) {
        if !self.pasted.contains(&paste) {
            self.pasted.push(paste);
        }
    }
}
