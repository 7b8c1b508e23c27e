//! The world of a scenario: what is broken in it, what the target's owner wrote into DNS, and who lives there.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use whichside_harness::headers::Headers;
use whichside_harness::project;
use whichside_lab::arguments::package;
use whichside_lab::breakage::{self, Phase};
use whichside_lab::broken::{Audience, Exception, Network, SiteAnswer};
use whichside_lab::fault::{self, Broken};
use whichside_lab::world::{Blueprint, World};

use crate::hosts;

/// Both public resolvers.
const RESOLVERS: [&str; 2] = ["cloudflare-dns.com", "dns.google"];

/// How a scenario's world differs from the healthy one.
pub struct Setting {
    /// The lab's fault that breaks the target.
    pub fault: &'static str,
    /// What stands in DNS: names and their TXT records.
    pub texts: &'static [(&'static str, &'static str)],
    /// Whether the visitor reaches the public resolvers.
    pub resolvers: bool,
}

impl Setting {
    /// The shop's application is dead: 502.
    pub const BAD_GATEWAY: Self = Self {
        fault: "502-dead-upstream",
        texts: &[],
        resolvers: true,
    };

    /// Builds the world around this process, with its network as it is to be.
    ///
    /// # Errors
    /// The lab cannot build it.
    pub fn build(&self, dist: &Path) -> Result<World> {
        let mut broken = fault::load(&package(), self.fault)?.broken;
        self.add_to(&mut broken);
        let world = World::build(&Blueprint {
            broken: &broken,
            dist,
            headers: &Headers::load(&project())?,
            extra_hosts: &hosts::extra_hosts(),
        })?;
        hosts::lay_out(&world)?;
        breakage::apply(&broken.network, Phase::BeforeTheVisit)?;
        Ok(world)
    }

    fn add_to(&self, broken: &mut Broken) {
        let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, words) in self.texts {
            let all = texts.entry((*name).to_owned()).or_default();
            all.push((*words).to_owned());
        }
        broken.names.texts = texts;
        // The shop's own help page comes from nginx and outlives the application.
        broken.site.except.push(Exception {
            to: Audience::Path(hosts::HELP_PATH.to_owned()),
            answer: SiteAnswer::Page,
        });
        if !self.resolvers {
            let names = RESOLVERS.map(str::to_owned).into();
            broken.network.push(Network::ResetForVisitor(names));
        }
    }
}
