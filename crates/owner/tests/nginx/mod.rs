//! The real nginx, asked whether it takes a configuration.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of one test, removed with it.
pub struct Folder(pub PathBuf);

impl Folder {
    /// An empty folder that others may look into, as nginx's workers must.
    pub fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("whichside-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a temporary folder can be made");
        Folder(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).expect("the temporary folder can be written to");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind is no failure of the product.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A program whose name is this, or this and a version, where Debian keeps programs.
pub fn find(program: &str, package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([PathBuf::from("/usr/sbin"), PathBuf::from("/sbin")])
        .filter_map(|folder| folder.read_dir().ok())
        .flatten()
        .flatten()
        .find(|entry| {
            entry.file_name().to_str().is_some_and(|name| {
                name.strip_prefix(program)
                    .is_some_and(|version| version.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
            })
        })
        .map(|entry| entry.path())
        .unwrap_or_else(|| {
            panic!("{program} is missing, which this test needs: install Debian’s {package}")
        })
}

/// nginx, told to use this configuration and nothing of the machine’s own.
pub fn nginx(folder: &Folder, configuration: &Path) -> Command {
    let mut command = Command::new(find("nginx", "nginx-light"));
    command
        .arg("-e")
        .arg(folder.path("error.log"))
        .arg("-p")
        .arg(&folder.0)
        .arg("-c")
        .arg(configuration);
    command
}

/// What `nginx -t` says against it; nothing where it takes the configuration.
pub fn complaint(folder: &Folder, configuration: &Path) -> Option<String> {
    let tested = nginx(folder, configuration)
        .arg("-t")
        .output()
        .expect("nginx can be started");
    (!tested.status.success()).then(|| String::from_utf8_lossy(&tested.stderr).into_owned())
}

/// The lines that keep nginx’s own files within the folder.
pub fn own_paths(folder: &Folder) -> String {
    ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/{kind};\n", folder.0.display()))
        .concat()
}
