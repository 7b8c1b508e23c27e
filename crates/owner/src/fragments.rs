//! Configuration to take over: nginx and PHP-FPM pieces with sane values, and what each costs.
//! When a piece is advised is left to [`crate::steps`]; that a real nginx loads each is seen to by the tests.

/// The file, and the place in it, that a piece belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// nginx, outside all blocks.
    Main,
    /// nginx, inside `events`.
    Events,
    /// nginx, inside `http`.
    Http,
    /// nginx, inside the site’s `server`.
    Server,
    /// nginx, inside the `location` that passes requests on.
    Location,
    /// PHP-FPM, in the pool’s file.
    Pool,
}

impl Place {
    /// Every place, from the outermost inwards.
    pub const ALL: [Place; 6] = [
        Place::Main,
        Place::Events,
        Place::Http,
        Place::Server,
        Place::Location,
        Place::Pool,
    ];

    /// Where the piece goes, in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Place::Main => "At the top of nginx.conf, outside all blocks",
            Place::Events => "Inside the events block of nginx.conf",
            Place::Http => "Inside the http block, before the sites",
            Place::Server => "Inside the site’s server block",
            Place::Location => "Inside the location that passes requests on",
            Place::Pool => "In the pool’s file of PHP-FPM, in place of the lines of the same name",
        }
    }
}

/// Some lines, and where they go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where they go.
    pub place: Place,
    /// The lines, with placeholders. Never translated.
    pub text: &'static str,
}

struct Words {
    title: &'static str,
    cost: &'static str,
    pieces: &'static [Piece],
}

macro_rules! fragments {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal {
        title: $title:literal, cost: $cost:literal, $($place:ident: $text:literal),+ $(,)?
    })+) => {
        /// A fragment of configuration.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Fragment {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Fragment {
            /// Every fragment.
            pub const ALL: &'static [Fragment] = &[$(Fragment::$variant,)+];

            /// The public name.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Fragment::$variant => $id,)+ }
            }

            const fn words(self) -> Words {
                match self {
                    $(Fragment::$variant => Words {
                        title: $title,
                        cost: $cost,
                        pieces: &[$(Piece { place: Place::$place, text: $text }),+],
                    },)+
                }
            }
        }
    };
}

impl Fragment {
    /// What it does, in a line.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.words().title
    }

    /// What it costs, and what its numbers rest on.
    #[must_use]
    pub const fn cost(self) -> &'static str {
        self.words().cost
    }

    /// Its pieces, in the order they are put in.
    #[must_use]
    pub const fn pieces(self) -> &'static [Piece] {
        self.words().pieces
    }
}

fragments! {
    /// Waiting times towards an HTTP application.
    ProxyTimeouts "proxy-timeouts" {
        title: "Wait a minute for the application, and five seconds for its door",
        cost: "A slow request holds a connection for up to a minute. A longer wait helps nobody: most delivery networks give up after 60 to 100 seconds.",
        Location: "proxy_connect_timeout 5s;\nproxy_send_timeout 60s;\nproxy_read_timeout 60s;",
    }
    /// Waiting times towards PHP-FPM.
    FastcgiTimeouts "fastcgi-timeouts" {
        title: "Wait a minute for PHP-FPM, and five seconds for its door",
        cost: "A slow script holds a PHP worker for up to a minute. Keep max_execution_time and request_terminate_timeout of PHP a little shorter than this.",
        Location: "fastcgi_connect_timeout 5s;\nfastcgi_send_timeout 60s;\nfastcgi_read_timeout 60s;",
    }
    /// Room for the response headers of an HTTP application.
    ProxyBuffers "proxy-buffers" {
        title: "More room for large response headers",
        cost: "Each busy request may take up to 512 kB of memory. If headers are larger than 16 kB, look for too many cookies first.",
        Location: "proxy_buffer_size 16k;\nproxy_buffers 32 16k;\nproxy_busy_buffers_size 32k;",
    }
    /// Room for the response headers of PHP.
    FastcgiBuffers "fastcgi-buffers" {
        title: "More room for large headers from PHP",
        cost: "Each busy request may take up to 512 kB of memory. If headers are larger than 16 kB, look for too many cookies first.",
        Location: "fastcgi_buffer_size 16k;\nfastcgi_buffers 32 16k;\nfastcgi_busy_buffers_size 32k;",
    }
    /// The right socket.
    FpmSocket "fpm-socket" {
        title: "Pass PHP to the socket that PHP-FPM really has",
        cost: "Nothing. Write the path exactly as the line listen of PHP-FPM’s pool has it.",
        Location: "fastcgi_pass unix:{socket};",
    }
    /// Who may open the socket.
    FpmSocketRights "fpm-socket-rights" {
        title: "Let the web server’s user open PHP-FPM’s socket",
        cost: "Every program of that user can then talk to PHP. Never use mode 0666: it lets all users in.",
        Pool: "listen.owner = {worker}\nlisten.group = {worker}\nlisten.mode = 0660",
    }
    /// How many PHP workers.
    FpmPool "fpm-pool" {
        title: "As many PHP workers as the memory carries",
        cost: "A worker takes 40 to 100 MB, so 20 workers want 1 to 2 GB. Too many are worse than too few: the server starts to swap.",
        Pool: "pm = dynamic\npm.max_children = 20\npm.start_servers = 4\npm.min_spare_servers = 2\npm.max_spare_servers = 6\npm.max_requests = 500\nrequest_terminate_timeout = 55s",
    }
    /// Two application servers.
    TwoServers "two-servers" {
        title: "Two application servers, and the next one when one fails",
        cost: "You run two copies, which must share sessions and files. After three failures a copy is left alone for ten seconds.",
        Http: "upstream application {\n    server {backend} max_fails=3 fail_timeout=10s;\n    server {second} max_fails=3 fail_timeout=10s;\n}",
        Location: "proxy_pass http://application;\nproxy_set_header Host $host;\nproxy_next_upstream error timeout http_502 http_503;\nproxy_next_upstream_tries 2;\nproxy_next_upstream_timeout 20s;",
    }
    /// Connections to the application that stay open.
    Keepalive "keepalive" {
        title: "Keep connections to the application open",
        cost: "Each nginx worker holds up to 16 idle connections. The application must keep them open for longer than a minute, or some requests meet a closed one.",
        Http: "upstream application {\n    server {backend};\n    keepalive 16;\n}",
        Location: "proxy_pass http://application;\nproxy_http_version 1.1;\nproxy_set_header Host $host;\nproxy_set_header Connection \"\";",
    }
    /// What the application needs to know of the request.
    ProxyHeaders "proxy-headers" {
        title: "Tell the application the host, the visitor’s address and https",
        cost: "Nothing. The application must trust these headers only when they come from your own web server.",
        Location: "proxy_pass http://{backend};\nproxy_set_header Host $host;\nproxy_set_header X-Real-IP $remote_addr;\nproxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\nproxy_set_header X-Forwarded-Proto $scheme;",
    }
    /// Names that are looked up while nginx runs.
    Resolver "resolver" {
        title: "Look up the application’s name while nginx runs",
        cost: "A look-up every 30 seconds. If the resolver fails, requests fail, so use one on your own network.",
        Server: "resolver {resolver} valid=30s;\nresolver_timeout 5s;",
        Location: "set $application {name};\nproxy_pass http://$application:8080;\nproxy_set_header Host $host;",
    }
    /// Planned work.
    Maintenance "maintenance" {
        title: "Say 503 with Retry-After while you work on the site",
        cost: "Nothing. Create the file maintenance.on to start, and remove it to end. Search engines are asked to come back after an hour.",
        Server: "if (-f /etc/nginx/maintenance.on) {\n    return 503;\n}\nerror_page 503 @maintenance;\nlocation @maintenance {\n    root /var/www/maintenance;\n    add_header Retry-After 3600 always;\n    add_header Cache-Control no-store always;\n    try_files /index.html =503;\n}",
    }
    /// An error page of one's own.
    ErrorPage "error-page" {
        title: "Your own page in place of the bare 502",
        cost: "One small file, which must not need the application. The status stays 502 or 504, as search engines need it.",
        Server: "error_page 502 504 /sorry.html;\nlocation = /sorry.html {\n    internal;\n    root /var/www/errors;\n    add_header Cache-Control no-store always;\n}",
    }
    /// An address for monitoring.
    Health "health" {
        title: "An address that monitoring can ask",
        cost: "A few requests a minute. It shows that nginx lives and not that the application does. Let the application answer a second one.",
        Server: "location = /health {\n    access_log off;\n    default_type text/plain;\n    return 200 \"ok\\n\";\n}",
    }
    /// Limits for each visitor.
    RateLimit "rate-limit" {
        title: "Limit what one visitor may ask for in a second",
        cost: "Offices and phone networks share an address, so a low limit turns real visitors away with 429. Behind a CDN, restore the visitor’s address first.",
        Http: "limit_req_zone $binary_remote_addr zone=visitors:10m rate=10r/s;\nlimit_conn_zone $binary_remote_addr zone=connections:10m;",
        Location: "limit_req zone=visitors burst=40 nodelay;\nlimit_conn connections 30;\nlimit_req_status 429;\nlimit_conn_status 429;",
    }
    /// Old pages in place of errors.
    StaleCache "stale-cache" {
        title: "Show the last good copy while the application fails",
        cost: "Up to 1 GB of disk, and visitors may see pages that are minutes old. Pages of signed-in visitors must not be cached.",
        Http: "proxy_cache_path {cache} levels=1:2 keys_zone=pages:10m max_size=1g inactive=24h use_temp_path=off;",
        Location: "proxy_pass http://{backend};\nproxy_set_header Host $host;\nproxy_cache pages;\nproxy_cache_valid 200 301 5m;\nproxy_cache_use_stale error timeout updating http_500 http_502 http_503 http_504;\nproxy_cache_background_update on;\nproxy_cache_lock on;\nproxy_cache_bypass $http_authorization $http_cookie;\nproxy_no_cache $http_authorization $http_cookie;",
    }
    /// More connections.
    Connections "connections" {
        title: "More connections and open files for nginx",
        cost: "Each connection takes a little memory, and a proxied request takes two. The operating system’s own limit must allow it.",
        Main: "worker_rlimit_nofile 16384;",
        Events: "worker_connections 4096;",
    }
    /// Larger uploads.
    BodySize "body-size" {
        title: "Allow larger uploads",
        cost: "Large uploads fill the disk while they arrive. PHP has limits of its own: upload_max_filesize and post_max_size.",
        Location: "client_max_body_size 20m;",
    }
    /// Larger cookies.
    RequestHeaders "request-headers" {
        title: "Accept visitors with large cookies",
        cost: "A little memory for such requests only. Better still is to set fewer and smaller cookies.",
        Server: "large_client_header_buffers 4 16k;",
    }
}
