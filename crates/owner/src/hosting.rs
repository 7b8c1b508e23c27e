//! Where a site runs: what its owner can change there, what not, and when a bigger place is worth its price.
//! Which steps follow from it is left to [`crate::steps`].

use serde::{Deserialize, Serialize};

/// The kind of place where the site runs, as its owner says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Hosting {
    /// Many sites on one server, run by the host.
    Shared,
    /// A virtual server with root rights.
    Vps,
    /// A whole machine, or a virtual one with resources of its own (VDS).
    Dedicated,
    /// Docker, Kubernetes or a platform of containers.
    Containers,
    /// Functions or static files at a provider's edge.
    Serverless,
    /// The owner does not know.
    Unknown,
}

impl Hosting {
    /// Every kind, from the least to the most one's own; not knowing last.
    pub const ALL: [Hosting; 6] = [
        Hosting::Shared,
        Hosting::Vps,
        Hosting::Dedicated,
        Hosting::Containers,
        Hosting::Serverless,
        Hosting::Unknown,
    ];

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Hosting::Shared => "shared",
            Hosting::Vps => "vps",
            Hosting::Dedicated => "dedicated",
            Hosting::Containers => "containers",
            Hosting::Serverless => "serverless",
            Hosting::Unknown => "unknown",
        }
    }

    /// The kind in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Hosting::Shared => "Shared hosting",
            Hosting::Vps => "Virtual server (VPS)",
            Hosting::Dedicated => "Dedicated or virtual dedicated server (VDS)",
            Hosting::Containers => "Containers (Docker, Kubernetes)",
            Hosting::Serverless => "Serverless or static at a CDN",
            Hosting::Unknown => "I don’t know",
        }
    }

    /// What the owner can change there.
    #[must_use]
    pub const fn can(self) -> &'static [&'static str] {
        match self {
            Hosting::Shared => &[
                "Your own files, plug-ins and themes.",
                "The file .htaccess, where the host runs Apache or LiteSpeed.",
                "The PHP version, and often its memory and time limits, in the control panel.",
                "DNS records, where the host keeps them.",
            ],
            Hosting::Vps => &[
                "Every service: nginx, Apache, PHP-FPM, the database and the application.",
                "Timeouts, buffers, firewall rules and the number of PHP workers.",
                "Software versions and when they are updated.",
            ],
            Hosting::Dedicated => &[
                "Everything that a virtual server allows.",
                "How memory and processors are divided between web server, database and Redis.",
                "The network: addresses, name servers, and a delivery network in front.",
            ],
            Hosting::Containers => &[
                "The images, their settings, and how many copies run.",
                "Health checks, memory and processor limits of each container.",
                "The rules of the ingress: timeouts, buffers and body size, within the platform’s limits.",
            ],
            Hosting::Serverless => &[
                "The code, its settings, and which version is live.",
                "Time and memory of a function, within the plan’s limits.",
                "Cache rules, redirects and DNS records.",
            ],
            Hosting::Unknown => &[
                "Your own files and the settings your control panel shows.",
                "Who to ask: the bill for the hosting names the company.",
            ],
        }
    }

    /// What only somebody else can change there.
    #[must_use]
    pub const fn cannot(self) -> &'static [&'static str] {
        match self {
            Hosting::Shared => &[
                "Restart the web server, PHP-FPM or the database.",
                "Change the timeouts and buffers of the host’s proxy.",
                "Keep other sites on the same server from using it up.",
            ],
            Hosting::Vps => &[
                "The physical machine and its neighbours: a busy one slows you down.",
                "The provider’s network and its outer firewall beyond the panel’s rules.",
            ],
            Hosting::Dedicated => &[
                "Broken hardware and the data centre’s network: open a ticket.",
                "Add memory or processors within minutes.",
            ],
            Hosting::Containers => &[
                "The nodes and the load balancer, where the platform runs them for you.",
                "What a container wrote to its own disk before it was replaced.",
            ],
            Hosting::Serverless => &[
                "The provider’s servers: when they fail, you wait or move.",
                "Limits on time, memory and connections beyond those of the plan.",
                "Look at the machine: there is no shell.",
            ],
            Hosting::Unknown => {
                &["Server settings, until you know whose server it is and how to reach it."]
            }
        }
    }

    /// When a bigger or another place pays.
    #[must_use]
    pub const fn upgrade(self) -> &'static str {
        match self {
            Hosting::Shared => {
                "Move to a virtual server when errors come back at busy hours, or when the host names your limits as the reason."
            }
            Hosting::Vps => {
                "Take a bigger plan when memory or processor stay above 80 % in normal hours. Take a second server when one restart must not be seen."
            }
            Hosting::Dedicated => {
                "Add a second server and a load balancer when one machine’s failure costs more than a machine. Move the database to its own server first."
            }
            Hosting::Containers => {
                "Add copies when all of them are busy. Add nodes when new copies stay pending. Let the platform scale by load."
            }
            Hosting::Serverless => {
                "Take a bigger plan when the limits of time or memory cut requests off. Move long work to a queue or a server of your own."
            }
            Hosting::Unknown => {
                "Find out first what you have. Ask the company that sends the bill, or look at the control panel’s first page."
            }
        }
    }

    /// The systems whose commands can be run there, the commonest first; empty where there is no shell.
    #[must_use]
    pub const fn systems(self) -> &'static [System] {
        match self {
            Hosting::Shared | Hosting::Serverless => &[],
            Hosting::Vps | Hosting::Dedicated => &[System::Debian, System::Rhel, System::Macos],
            Hosting::Containers => &[System::Docker, System::Kubernetes],
            Hosting::Unknown => &System::ALL,
        }
    }
}

/// The system whose commands are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum System {
    /// Debian, Ubuntu and their kin: `apt`, `/etc/nginx/sites-enabled`.
    Debian,
    /// RHEL, CentOS Stream, Fedora, Rocky, Alma: `dnf`, SELinux.
    Rhel,
    /// macOS with Homebrew.
    Macos,
    /// Docker on one machine.
    Docker,
    /// Kubernetes with an ingress of nginx.
    Kubernetes,
}

impl System {
    /// Every system, the commonest first.
    pub const ALL: [System; 5] = [
        System::Debian,
        System::Rhel,
        System::Macos,
        System::Docker,
        System::Kubernetes,
    ];

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            System::Debian => "debian",
            System::Rhel => "rhel",
            System::Macos => "macos",
            System::Docker => "docker",
            System::Kubernetes => "kubernetes",
        }
    }

    /// The name as its users know it. Names of products: not translated.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            System::Debian => "Ubuntu, Debian",
            System::Rhel => "RHEL, CentOS, Fedora",
            System::Macos => "macOS",
            System::Docker => "Docker",
            System::Kubernetes => "Kubernetes",
        }
    }
}
