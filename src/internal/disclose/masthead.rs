//! The texts of the public site itself: its title, who publishes it, and whom readers may write to.
//!
//! In: the policy. Out: the same texts, cleared like those of reviews.

use clearance::{Finding, Origin, POLICY_FILE, Policy, Scanner};
use public::Masthead;

/// The cleared texts, if all that a site needs are without findings; and the findings.
pub(super) fn clear(policy: &Policy, scanner: &Scanner) -> (Option<Masthead>, Vec<Finding>) {
    let site = &policy.site;
    let origin = |key: &str| {
        let (line, column) = site.places.get(key).map_or((1, 1), |place| (place.line, place.column));
        Origin { path: POLICY_FILE.to_owned(), line, column }
    };
    let mut findings = Vec::new();
    let mut clear = |key: &str, text: &str| match scanner.clear(text, &origin(key), &[]) {
        Ok(cleared) => Some(cleared),
        Err(found) => {
            findings.extend(found);
            None
        }
    };
    let contact = site.contact.as_ref().map(|contact| {
        if contact.contains("://") || contact.starts_with("mailto:") {
            contact.clone()
        } else {
            format!("mailto:{contact}")
        }
    });
    let masthead = (|| {
        Some(Masthead {
            title: clear("title", &site.title)?,
            description: clear("description", &site.description)?,
            organisation: clear("organisation", &site.organisation)?,
            base_url: site.base_url.as_deref().and_then(|text| clear("base_url", text)),
            contact: contact.as_deref().and_then(|text| clear("contact", text)),
            language: clear("language", &site.language)?,
            timezone: site.timezone.as_deref().and_then(|text| clear("timezone", text)),
        })
    })();
    (masthead, findings)
}
