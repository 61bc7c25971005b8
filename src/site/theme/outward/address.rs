//! Classifies the target of an address as a browser would.

use base::links::scheme;

/// The target of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// This site, or nothing that is loaded.
    Here,
    /// Another host.
    Away,
    /// It is a script.
    Script,
    /// It contains the content itself, as `data:` does.
    Inside,
}

/// Reads an address with its entities, white space and slashes as browsers do.
pub fn leads(written: &str) -> Leads {
    let plain: String = html::decode_attribute(written).chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let plain = plain.trim_matches(|c: char| c <= ' ').replace('\\', "/").to_lowercase();
    if plain.starts_with("//") {
        return Leads::Away;
    }
    let Some(scheme) = scheme(&plain) else { return Leads::Here };
    match scheme {
        "javascript" | "vbscript" => Leads::Script,
        "data" | "blob" => Leads::Inside,
        "about" | "mailto" | "tel" => Leads::Here,
        _ => Leads::Away,
    }
}
