//! The context of a page: makes links relative to the page's own address.

use jiff::civil::Date;

use super::address::Address;
use super::made::{Href, Html, Words};
use super::views::{Card, DateView, FeedLink, Layout, Link, NavItem, PageView, SeverityView, SiteView, TermCard};
use super::{Postmortem, Site};
use base::text::utc_day;
use clearance::{Cleared, Slug};
use site::feed::Format;

/// A page's address and its site.
#[derive(Clone, Copy)]
pub(crate) struct At<'s> {
    pub(crate) site: &'s Site,
    pub(crate) here: &'s Address,
}

/// What the layout needs to know about a page.
pub(crate) struct About {
    pub(crate) title: Words,
    pub(crate) description: Words,
    pub(crate) class: &'static str,
    pub(crate) breadcrumbs: Vec<Link>,
    /// Whether search engines may list it.
    pub(crate) listed: bool,
    pub(crate) data: Option<Html>,
    pub(crate) image: Option<Cleared>,
}

/// The longest description of a page, in characters.
const DESCRIPTION: usize = 200;
/// The longest summary on a card, in characters.
const GIST: usize = 260;

impl At<'_> {
    pub(crate) fn link(&self, label: impl Into<Words>, to: &Address) -> Link {
        Link { label: label.into(), href: self.to(to) }
    }

    /// The absolute address if the site has a base URL, else the relative one.
    pub(crate) fn address(&self, to: &Address) -> Href {
        self.whole(to).unwrap_or_else(|| self.to(to))
    }

    pub(crate) fn whole(&self, to: &Address) -> Option<Href> {
        let base = self.site.masthead.base_url.as_ref()?;
        Some(Href::whole(base, to))
    }

    pub(crate) fn home_crumb(&self) -> Link {
        self.link("All postmortems", &Address::Home(0))
    }

    /// The title of the site, with defaults if the policy gives none.
    pub(crate) fn title(&self) -> Words {
        let masthead = &self.site.masthead;
        Words::from(&masthead.title).or(&masthead.organisation).or("Postmortems")
    }

    pub(crate) fn language(&self) -> Words {
        Words::from(&self.site.masthead.language).or("en")
    }

    pub(crate) fn layout(&self, about: About) -> Layout {
        let masthead = &self.site.masthead;
        let contact = masthead.contact.as_ref();
        let contact = contact.and_then(|to| Some(Link { label: Words::address(to), href: Href::elsewhere(to)? }));
        Layout {
            site: SiteView {
                title: self.title(),
                description: masthead.description.clone(),
                organisation: masthead.organisation.clone(),
                language: self.language(),
                edition: "public",
                home: self.to(&Address::Home(0)),
                nav: self.nav(),
                contact,
                feeds: FeedLink {
                    atom: self.to(&Address::Feed(Format::Atom)),
                    json: self.to(&Address::Feed(Format::Json)),
                },
                postmortems: self.site.postmortems.len(),
                assets_version: Words::version_of(&self.site.theme),
            },
            page: PageView {
                title: about.title,
                description: about.description.excerpt(DESCRIPTION),
                root: match self.here {
                    Address::Missing => Href::absolute_root(masthead.base_url.as_ref()),
                    here => Href::root(here),
                },
                class: about.class,
                breadcrumbs: about.breadcrumbs,
                canonical: self.whole(self.here).filter(|_| about.listed),
                listed: about.listed,
                image: about.image.and_then(|file| self.whole(&Address::Picture(file))),
                data: about.data,
            },
        }
    }

    fn nav(&self) -> Vec<NavItem> {
        let item = |label: &'static str, to: &Address, current: bool| NavItem { label, href: self.to(to), current };
        vec![
            item("Postmortems", &Address::Home(0), matches!(self.here, Address::Home(_))),
            item("Services", &Address::Services, matches!(self.here, Address::Services | Address::Service(..))),
            item("Years", &Address::Years, matches!(self.here, Address::Years | Address::Year(..))),
        ]
    }

    pub(crate) fn card(&self, i: usize) -> Option<Card> {
        let postmortem = self.site.postmortems.get(i)?;
        Some(Card {
            title: postmortem.title.clone(),
            href: self.to(&Address::Postmortem(postmortem.slug.clone())),
            date: date(postmortem.date),
            incident: incident(*self, postmortem).map(date),
            summary: gist(postmortem).excerpt(GIST),
            severity: severity(postmortem),
            duration: postmortem.lasted.map(Words::duration),
            services: self.services(postmortem),
            version: postmortem.version.as_str(),
        })
    }

    pub(crate) fn services(&self, postmortem: &Postmortem) -> Vec<Link> {
        let on_site = |slug: &Slug| self.site.indexes.service(slug);
        let services = postmortem.services.iter().filter_map(|service| on_site(&service.slug));
        services.map(|service| self.link(&service.label, &Address::Service(service.slug.clone(), 0))).collect()
    }

    /// Every service, with its number of postmortems.
    pub(crate) fn service_cards(&self) -> Vec<TermCard> {
        let card = |service: &super::indexes::Service| {
            let to = Address::Service(service.slug.clone(), 0);
            self.term(Words::from(&service.label), &to, &service.postmortems)
        };
        self.site.indexes.services.iter().map(card).collect()
    }

    /// Every year, the latest first.
    pub(crate) fn year_cards(&self) -> Vec<TermCard> {
        let years = self.site.indexes.years.iter();
        years.map(|(year, all)| self.term(Words::number(*year), &Address::Year(*year, 0), all)).collect()
    }

    fn term(&self, label: Words, to: &Address, postmortems: &[usize]) -> TermCard {
        let latest = postmortems.first().and_then(|i| self.site.postmortems.get(*i));
        TermCard {
            label,
            href: self.to(to),
            current: self.here == to,
            count: postmortems.len(),
            count_words: Words::count(postmortems.len(), "postmortem", "postmortems"),
            latest: latest.map(|postmortem| date(postmortem.date)),
        }
    }
}

pub(crate) fn date(date: Date) -> DateView {
    DateView { iso: date, words: Words::date(date) }
}

/// What happened, as plain text: the summary, else the first text; for a withdrawn one, the reason.
pub(crate) fn gist(postmortem: &Postmortem) -> Words {
    if let Some(reason) = &postmortem.withdrawn {
        return Words::without_pictures(reason);
    }
    let sections = &postmortem.sections;
    let section = sections.iter().find(|section| section.name == "summary").or(sections.first());
    section.map(|section| Words::without_pictures(&section.text)).unwrap_or_default()
}

pub(crate) fn severity(postmortem: &Postmortem) -> Option<SeverityView> {
    let severity = postmortem.severity.as_ref()?;
    Some(SeverityView { label: severity.label.clone(), role: severity.role })
}

/// The day on which it began in the readers' time zone, if the duration or the timeline is published.
pub(crate) fn incident(at: At<'_>, postmortem: &Postmortem) -> Option<Date> {
    let began = postmortem.began()?;
    Some(at.site.zone.as_ref().map_or_else(|| utc_day(began), |zone| began.to_zoned(zone.clone()).date()))
}
