//! Errors by their words. Their numbers differ: "connection refused" is 111 on Linux, 61 on macOS and BSD, 10061 on Windows.
//! A number counts only in the form that nginx and Apache write, for lines that were cut or are in another language.
//! Apache, .NET and programs in Go pass the system's own words on, so the commonest languages of systems are here as well.

/// An error of the operating system or of a look-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::logs) enum ErrorWord {
    /// Nothing listens there.
    Refused,
    /// No answer within the time.
    TimedOut,
    /// No way to the machine.
    NoRoute,
    /// No way to the network.
    NetworkUnreachable,
    /// The other side cut the connection.
    Reset,
    /// The connection was closed while something was written to it.
    BrokenPipe,
    /// A file or socket that does not exist.
    NoSuchFile,
    /// No right to it.
    Denied,
    /// A full queue.
    Busy,
    /// Somebody else has the address.
    InUse,
    /// The address is not this machine's, or no port is left.
    CannotAssign,
    /// The limit on open files.
    TooManyFiles,
    /// A full disk.
    NoSpace,
    /// No IPv6.
    NoFamily,
    /// Windows keeps the port for itself.
    PortForbidden,
    /// A name without an address.
    NameUnknown,
    /// The other side ended the connection before the answer was complete.
    Ended,
}

/// The words that name each error, in lower case.
pub(in crate::logs) const ERROR_WORDS: &[(ErrorWord, &[&str])] = &[
    (
        ErrorWord::Refused,
        &[
            "connection refused",
            "refused) while connecting",
            "econnrefused",
            "actively refused",
            "failed (111",
            "failed (10061",
            "os 10061",
            "errno 111",
            "errno 61]",
            "verbindungsaufbau abgelehnt",
            "zielcomputer die verbindung verweigerte",
            "connexion refus",
            "ordinateur cible l'a express",
            "conexión rehusada",
            "equipo de destino denegó",
            "conexão recusada",
            "connessione rifiutata",
            "отказано в соединении",
            "конечный компьютер отверг",
            "拒绝连接",
            "目标计算机积极拒绝",
            "接続を拒否",
            "winerror 10061",
            "socketexception (111)",
            "socketexception (10061)",
            "] (111)",
        ],
    ),
    (
        ErrorWord::TimedOut,
        &[
            "timed out",
            "i/o timeout",
            "etimedout",
            "failed (110:",
            "failed (10060",
            "os 10060",
            "winerror 10060",
            "socketexception (110)",
            "socketexception (10060)",
            "] (110)",
            "did not properly respond after a period",
            "context deadline exceeded",
            "timeout specified has expired",
            "timeout awaiting",
            "timeout was reached",
        ],
    ),
    (
        ErrorWord::NoRoute,
        &[
            "no route to host",
            "ehostunreach",
            "failed (113",
            "failed (10065",
            "socketexception (113)",
            "] (113)",
            "unreachable host",
            "host is unreachable",
            "host is down",
        ],
    ),
    (
        ErrorWord::NetworkUnreachable,
        &[
            "network is unreachable",
            "enetunreach",
            "failed (101:",
            "failed (10051",
            "unreachable network",
        ],
    ),
    (
        ErrorWord::Reset,
        &[
            "connection reset",
            "econnreset",
            "failed (104",
            "failed (10054",
            "forcibly closed by the remote host",
            "failed (10053",
            "os 10054",
            "winerror 10054",
            "socketexception (104)",
            "] (104)",
            "aborted by the software in your host",
            "software caused connection abort",
        ],
    ),
    (
        ErrorWord::BrokenPipe,
        &["broken pipe", "epipe", "failed (32:"],
    ),
    (
        ErrorWord::NoSuchFile,
        &[
            "no such file or directory",
            "enoent",
            "failed (2:",
            "failed (3:",
            "cannot find the file specified",
            "cannot find the path specified",
            "datei oder verzeichnis nicht gefunden",
            "aucun fichier ou dossier de ce",
            "no existe el fichero o el directorio",
            "нет такого файла или каталога",
            "没有那个文件或目录",
        ],
    ),
    (
        ErrorWord::Denied,
        &[
            "permission denied",
            "eacces",
            "failed (13:",
            "] (13)",
            "access is denied",
            "operation not permitted",
            "keine berechtigung",
            "zugriff verweigert",
            "permission non accordée",
            "permiso denegado",
            "отказано в доступе",
            "权限不够",
        ],
    ),
    (
        ErrorWord::Busy,
        &[
            "resource temporarily unavailable",
            "eagain",
            "failed (11:",
            "failed (35:",
        ],
    ),
    (
        ErrorWord::InUse,
        &[
            "address already in use",
            "address in use",
            "eaddrinuse",
            "only one usage of each socket address",
            "failed (98",
            "failed (10048",
            "os 10048",
            "winerror 10048",
            "socketexception (98)",
            "socketexception (10048)",
            "port is already allocated",
            "port is already in use",
            "port was already in use",
            "adresse wird bereits verwendet",
            "normalerweise darf jede socketadresse",
            "adresse déjà utilisée",
            "la dirección ya se está usando",
            "адрес уже используется",
            "地址已在使用",
            "通常每个套接字地址",
        ],
    ),
    (
        ErrorWord::CannotAssign,
        &[
            "assign requested address",
            "eaddrnotavail",
            "failed (99:",
            "failed (10049",
            "not valid in its context",
        ],
    ),
    (
        ErrorWord::TooManyFiles,
        &["too many open files", "emfile", "enfile", "failed (24:"],
    ),
    (
        ErrorWord::NoSpace,
        &[
            "no space left on device",
            "enospc",
            "disk quota exceeded",
            "not enough space on the disk",
            "failed (28:",
        ],
    ),
    (
        ErrorWord::NoFamily,
        &[
            "address family not supported",
            "eafnosupport",
            "failed (97:",
        ],
    ),
    (
        ErrorWord::PortForbidden,
        &[
            "forbidden by its access permissions",
            "failed (10013",
            "os 10013",
            "winerror 10013",
            "socketexception (10013)",
        ],
    ),
    (
        ErrorWord::NameUnknown,
        &[
            "no such host",
            "socketexception (11001)",
            "name or service not known",
            "host not found",
            "nodename nor servname",
            "enotfound",
            "temporary failure in name resolution",
            "eai_again",
            "getaddrinfo",
            "server misbehaving",
            "name does not resolve",
            "unknown host",
            "unknownhostexception",
            "could not resolve host",
            "no address associated with hostname",
        ],
    ),
    (
        ErrorWord::Ended,
        &[
            "unexpected eof",
            ": eof",
            "=eof",
            "\"eof\"",
            "socket hang up",
            "server closed idle connection",
        ],
    ),
];
