//! The canonical text of a postmortem, which contains everything that readers see, and its digest, which an approval
//! names.
//!
//! The format of the text, version 2. It is UTF-8, and its first line is `debrief-postmortem/2` with a line feed. One
//! JSON object (RFC 8259) without white space between its parts follows, and a line feed. Its members are those of
//! [`Postmortem`] in the same order and with the same names, and then `site`. All are always present, except `aliases`:
//!
//! ```text
//! slug               string
//! aliases            array of strings; omitted if empty, as in texts made before this member existed
//! title              string
//! date               "2026-03-02"
//! severity           null, or {"label","meaning","role"}; the second may be null
//! standing           null, "investigating", "identified", "monitoring" or "resolved"
//! services, tags     arrays of {"slug","label"}
//! version            "preliminary" or "final"
//! changes            array of {"on":"2026-03-02","note"}
//! revised            array of {"on":"2026-03-20","fields"}, the second an array of strings
//! span               null, or {"from","to"}, each "2026-03-02T16:04:00Z"
//! lasted             null, or a whole number of seconds
//! sections           array of {"name","text"}, texts as Markdown
//! timeline           array of {"at","effect","what"}
//! measures           array of {"what","state","due"}; "completed" or "planned"; null or "2026-03"
//! assets             array of {"file","alt","width","height"}, the last two whole numbers
//! withdrawn          null, or Markdown
//! approved           "2026-03-06", the day of the version that readers see
//! site               {"title","description","organisation","contact","language","timezone"};
//!                    the fourth and the last may be null
//! ```
//!
//! Strings are in Unicode normal form C, their line ends line feeds. In them `"`, `\` and control characters below U+0020 are
//! escaped - as `\"`, `\\`, `\b`, `\f`, `\n`, `\r`, `\t`, else as `\u00xx` in lower case - and nothing else is. All
//! numbers are integers.
//!
//! The digest is `sha256:` and the SHA-256 of these bytes in lower-case hexadecimal. Pictures are included by their
//! file names, which are hashes of their content.

use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::made::Words;
use super::{
    Asset, Change, Masthead, Measure, Moment, Named, Passage, Postmortem, Revised, Section, Severity, Standing,
};

/// The first line. A change of the format changes it, and invalidates every approval.
const FORM: &str = "debrief-postmortem/2";

/// The canonical text of a postmortem on a site.
#[must_use]
pub fn canonical(postmortem: &Postmortem, masthead: &Masthead) -> String {
    // Every field is named, so that a new one causes an error here.
    let Postmortem {
        slug,
        aliases,
        title,
        date,
        severity,
        standing,
        services,
        tags,
        version,
        changes,
        revised,
        span,
        lasted,
        sections,
        timeline,
        measures,
        assets,
        withdrawn,
        approved,
    } = postmortem;
    let mut out = Object::default();
    out.text("slug", slug.as_str());
    if !aliases.is_empty() {
        out.list("aliases", aliases, |file| quoted(file.as_str()));
    }
    out.text("title", title.as_str());
    out.text("date", &date.to_string());
    out.maybe("severity", severity.as_ref().map(self::severity).as_deref());
    out.maybe("standing", standing.map(Standing::as_str).map(quoted).as_deref());
    out.list("services", services, named);
    out.list("tags", tags, named);
    out.text("version", version.as_str());
    out.list("changes", changes, change);
    out.list("revised", revised, self::revised);
    out.maybe("span", span.map(self::span).as_deref());
    out.maybe("lasted", lasted.map(|seconds| seconds.to_string()).as_deref());
    out.list("sections", sections, section);
    out.list("timeline", timeline, moment);
    out.list("measures", measures, measure);
    out.list("assets", assets, asset);
    out.maybe("withdrawn", withdrawn.as_ref().map(|reason| quoted(reason.as_str())).as_deref());
    out.text("approved", &approved.to_string());
    out.member("site", &site(masthead));
    format!("{FORM}\n{}\n", out.close())
}

/// The digest that an approval names: `sha256:` and 64 hexadecimal digits.
#[must_use]
pub fn digest(postmortem: &Postmortem, masthead: &Masthead) -> String {
    digest_of(&canonical(postmortem, masthead))
}

/// The digest of a canonical text.
#[must_use]
pub fn digest_of(canonical: &str) -> String {
    format!("sha256:{}", HEXLOWER.encode(&Sha256::digest(canonical)))
}

fn severity(Severity { label, meaning, role }: &Severity) -> String {
    let mut out = Object::default().and("label", label.as_str());
    out.maybe("meaning", meaning.as_ref().map(|meaning| quoted(meaning.as_str())).as_deref());
    out.and("role", role).close()
}

/// The texts on every page of the site. The address of the site is not included, because it may change.
fn site(masthead: &Masthead) -> String {
    let Masthead { title, description, organisation, base_url: _, contact, language, timezone } = masthead;
    let mut out = Object::default().and("title", title.as_str()).and("description", description.as_str());
    out.text("organisation", organisation.as_str());
    out.maybe("contact", contact.as_ref().map(|contact| quoted(contact.as_str())).as_deref());
    out.text("language", language.as_str());
    out.maybe("timezone", timezone.as_ref().map(|zone| quoted(zone.as_str())).as_deref());
    out.close()
}

fn named(Named { slug, label }: &Named) -> String {
    Object::default().and("slug", slug.as_str()).and("label", label.as_str()).close()
}

fn change(Change { on, note }: &Change) -> String {
    Object::default().and("on", &on.to_string()).and("note", note.as_str()).close()
}

fn revised(Revised { on, fields }: &Revised) -> String {
    let mut out = Object::default().and("on", &on.to_string());
    out.list("fields", fields, |name| quoted(name));
    out.close()
}

fn span(Passage { from, to }: Passage) -> String {
    Object::default().and("from", Words::stamp(from).as_str()).and("to", Words::stamp(to).as_str()).close()
}

fn section(Section { name, text }: &Section) -> String {
    Object::default().and("name", name).and("text", text.as_str()).close()
}

fn moment(Moment { at, effect, what }: &Moment) -> String {
    Object::default().and("at", Words::stamp(*at).as_str()).and("effect", effect).and("what", what.as_str()).close()
}

fn measure(Measure { what, state, due }: &Measure) -> String {
    let mut out = Object::default().and("what", what.as_str()).and("state", state.as_str());
    let due = due.map(|due| quoted(Words::iso_month(due).as_str()));
    out.maybe("due", due.as_deref());
    out.close()
}

fn asset(Asset { file, alt, width, height }: &Asset) -> String {
    let mut out = Object::default().and("file", file.as_str()).and("alt", alt.as_str());
    out.member("width", &width.to_string());
    out.member("height", &height.to_string());
    out.close()
}

/// A JSON object, with members in the order in which they are added.
#[derive(Default)]
struct Object(String);

impl Object {
    fn member(&mut self, name: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push_str(&format!("\"{name}\":{value}"));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.member(name, &quoted(value));
    }

    fn and(mut self, name: &str, value: &str) -> Self {
        self.text(name, value);
        self
    }

    fn maybe(&mut self, name: &str, value: Option<&str>) {
        self.member(name, value.unwrap_or("null"));
    }

    fn list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&T) -> String) {
        let items: Vec<_> = items.iter().map(write).collect();
        self.member(name, &format!("[{}]", items.join(",")));
    }

    fn close(self) -> String {
        self.0 + "}"
    }
}

/// A string of JSON in normal form.
fn quoted(text: &str) -> String {
    let text: String = text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
    Value::String(text).to_string()
}
