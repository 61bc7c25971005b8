//! `sitemap.xml` and `robots.txt`. Source: <https://www.sitemaps.org/protocol.html>.

use jiff::civil::Date;

use super::Site;
use super::address::Address;
use super::made::Href;
use crate::text::escape_html;

/// Every page that may be listed, with the day of the last approval on it; nothing where the site does not know its address.
pub(in crate::public) fn sitemap(site: &Site) -> Option<String> {
    let base = site.masthead.base_url.as_ref()?;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for address in site.routes.values() {
        if let Some(changed) = changed(site, address) {
            let url = Href::whole(base, address);
            let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
            out.push_str(&format!("<url><loc>{}</loc>{changed}</url>\n", escape_html(url.as_str())));
        }
    }
    out.push_str("</urlset>\n");
    Some(out)
}

/// When a page last changed, if it is one to be listed.
fn changed(site: &Site, address: &Address) -> Option<Option<Date>> {
    let latest = |all: &[usize]| all.iter().filter_map(|i| site.postmortems.get(*i)).map(|p| p.approved).max();
    let of_all = || site.postmortems.iter().map(|postmortem| postmortem.approved).max();
    match address {
        Address::Home(_) | Address::Services | Address::Years => Some(of_all()),
        Address::Postmortem(slug) => {
            let place = site.shelves.place(slug)?;
            Some(site.postmortems.get(place).map(|postmortem| postmortem.approved))
        }
        Address::Service(slug, _) => Some(latest(&site.shelves.service(slug)?.postmortems)),
        Address::Year(year, _) => Some(latest(site.shelves.year(*year)?)),
        _ => None,
    }
}

/// Everyone is welcome.
pub(in crate::public) fn robots(site: &Site) -> String {
    let map = site.masthead.base_url.as_ref().map(|base| Href::whole(base, &Address::Sitemap));
    let map = map.map(|href| format!("\nSitemap: {}\n", href.as_str())).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{map}")
}
