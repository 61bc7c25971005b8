//! `sitemap.xml` and `robots.txt`. Source: <https://www.sitemaps.org/protocol.html>.

use super::Site;
use super::address::Address;
use super::made::Href;
use base::text::escape_html;

/// Every page that search engines may list, with the latest approval of its postmortems; `None` if the site has no base
/// URL.
pub(crate) fn sitemap(site: &Site) -> Option<String> {
    let base = site.masthead.base_url.as_ref()?;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for address in site.routes.values() {
        let Some(shown) = postmortems_on(site, address) else { continue };
        let url = Href::whole(base, address);
        let changed =
            shown.into_iter().filter_map(|i| site.postmortems.get(i)).map(|postmortem| postmortem.approved).max();
        let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
        out.push_str(&format!("<url><loc>{}</loc>{changed}</url>\n", escape_html(url.as_str())));
    }
    out.push_str("</urlset>\n");
    Some(out)
}

/// The postmortems that a page shows; `None` if the page is not listed.
fn postmortems_on(site: &Site, address: &Address) -> Option<Vec<usize>> {
    match address {
        Address::Home(_) | Address::Services | Address::Years => Some((0..site.postmortems.len()).collect()),
        Address::Postmortem(slug) => Some(vec![site.indexes.place(slug)?]),
        Address::Service(slug, _) => Some(site.indexes.service(slug)?.postmortems.clone()),
        Address::Year(year, _) => Some(site.indexes.year(*year)?.to_vec()),
        _ => None,
    }
}

/// `robots.txt`, which allows everything.
pub(crate) fn robots(site: &Site) -> String {
    let map = site.masthead.base_url.as_ref().map(|base| Href::whole(base, &Address::Sitemap));
    let map = map.map(|href| format!("\nSitemap: {}\n", href.as_str())).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{map}")
}
