//! The worker's program: waits for requests and responds to them.

use gloo_worker::Registrable;
use whichside_owner_worker::OwnerWorker;

fn main() {
    OwnerWorker::registrar().register();
}
