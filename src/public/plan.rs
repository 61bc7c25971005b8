//! Every file of the public site, by path.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::address::Address;
use super::indexes::Indexes;
use super::prose::{PICTURES, POSTMORTEMS, other};
use super::{Masthead, Picture, Postmortem, Site, zone};
use base::diagnostics::{Code, Diagnostic, Warned};
use base::links::pages;
use markdown::{LinkKind, outline};
use site::feed::Format;
use site::output::OutPath;
use site::theme::Theme;

/// Lays out the site: newest first, by date and then slug. Pictures that no postmortem shows are left out. Two
/// postmortems at one address, a missing picture and a link to a postmortem that is not on the site are errors.
pub fn plan(postmortems: Vec<Postmortem>, pictures: Vec<Picture>, masthead: Masthead, theme: Theme) -> Warned<Site> {
    let (mut withdrawn, mut postmortems): (Vec<_>, Vec<_>) =
        postmortems.into_iter().partition(|postmortem| postmortem.withdrawn.is_some());
    for list in [&mut postmortems, &mut withdrawn] {
        list.sort_by(|a, b| (b.date, &a.slug).cmp(&(a.date, &b.slug)));
    }
    let indexes = Indexes::new(&postmortems, &withdrawn);
    let mut plan = Plan::default();
    plan.fixed(&masthead);
    plan.lists(&postmortems, &indexes);
    for postmortem in postmortems.iter().chain(&withdrawn) {
        plan.add(Address::Postmortem(postmortem.slug.clone()));
        plan.add(Address::Json(postmortem.slug.clone()));
        plan.check_links(postmortem, &indexes);
        for file in &postmortem.aliases {
            plan.add(Address::Moved(file.clone(), postmortem.slug.clone()));
        }
    }
    let pictures = plan.pictures(&postmortems, pictures);
    for (path, _) in theme.assets() {
        plan.add(Address::Asset(path.to_owned()));
    }
    let Plan { routes, problems } = plan;
    let zone = zone::of(&masthead);
    let site =
        Site { postmortems, withdrawn, pictures, masthead, zone, theme, indexes, routes, search: OnceLock::new() };
    Warned::new(site, problems)
}

#[derive(Default)]
struct Plan {
    routes: BTreeMap<OutPath, Address>,
    problems: Vec<Diagnostic>,
}

impl Plan {
    fn fixed(&mut self, masthead: &Masthead) {
        self.add(Address::Services);
        self.add(Address::Years);
        self.add(Address::Search);
        self.add(Address::Missing);
        self.add(Address::Feed(Format::Atom));
        self.add(Address::Feed(Format::Json));
        self.add(Address::Robots);
        if masthead.base_url.is_some() {
            self.add(Address::Sitemap);
        }
    }

    fn lists(&mut self, postmortems: &[Postmortem], indexes: &Indexes) {
        for number in 0..pages(postmortems.len()) {
            self.add(Address::Home(number));
        }
        for service in &indexes.services {
            for number in 0..pages(service.postmortems.len()) {
                self.add(Address::Service(service.slug.clone(), number));
            }
        }
        for (year, all) in &indexes.years {
            for number in 0..pages(all.len()) {
                self.add(Address::Year(*year, number));
            }
        }
    }

    /// The bytes of each picture that is shown.
    fn pictures(&mut self, postmortems: &[Postmortem], given: Vec<Picture>) -> BTreeMap<String, Arc<[u8]>> {
        let mut given: BTreeMap<_, _> = given.into_iter().map(|p| (p.file.as_str().to_owned(), p.bytes)).collect();
        let mut shown = BTreeSet::new();
        for postmortem in postmortems {
            for asset in &postmortem.assets {
                if !given.contains_key(asset.file.as_str()) {
                    let message =
                        format!("the postmortem `{}` shows a picture that is not there", postmortem.slug.as_str());
                    self.problems.push(Diagnostic::new(Code::BrokenImage, message));
                } else if shown.insert(asset.file.as_str().to_owned()) {
                    self.add(Address::Picture(asset.file.clone()));
                }
            }
        }
        given.retain(|file, _| shown.contains(file));
        given
    }

    /// Checks that the targets of links and images in texts are on the site.
    fn check_links(&mut self, postmortem: &Postmortem, indexes: &Indexes) {
        let texts = postmortem.sections.iter().map(|section| &section.text);
        let texts = texts.chain(&postmortem.withdrawn).chain(postmortem.timeline.iter().map(|moment| &moment.what));
        for text in texts.chain(postmortem.measures.iter().map(|measure| &measure.what)) {
            // Most texts have neither, and parsing all of them takes time.
            if !text.as_str().contains(POSTMORTEMS) && !text.as_str().contains("![") {
                continue;
            }
            for link in outline(text.as_str()).links {
                let slug = postmortem.slug.as_str();
                if link.kind == LinkKind::Image {
                    let listed = |name| postmortem.assets.iter().any(|asset| asset.file.as_str() == name);
                    if !link.target.strip_prefix(PICTURES).is_some_and(listed) {
                        let message = format!("the postmortem `{slug}` shows a picture that is not among its assets");
                        self.problems.push(Diagnostic::new(Code::BrokenImage, message));
                    }
                } else if let Some((wanted, _)) =
                    other(&link.target).filter(|(wanted, _)| indexes.slug(wanted).is_none())
                {
                    let message = format!("the postmortem `{slug}` links to `{wanted}`, which is not published");
                    let hint = "publish that one too, or take the link out of the text";
                    self.problems.push(Diagnostic::new(Code::BrokenLink, message).hint(hint));
                }
            }
        }
    }

    fn add(&mut self, address: Address) {
        let path = address.path();
        match OutPath::new(&path) {
            Ok(out) if self.routes.contains_key(&out) => {
                let message = format!("two postmortems or files have the public address `{path}`");
                let hint = "give one of them another `slug:`";
                self.problems.push(Diagnostic::new(Code::PathClash, message).hint(hint));
            }
            Ok(out) => {
                self.routes.insert(out, address);
            }
            Err(error) => {
                let message = format!("`{path}` cannot be a file of the public site: {error}");
                self.problems.push(Diagnostic::new(Code::InvalidId, message));
            }
        }
    }
}
