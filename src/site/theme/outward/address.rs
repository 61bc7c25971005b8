//! Where an address leads, as a browser reads it.

/// Where a browser would go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// To this site, or to nothing that is asked for.
    Here,
    /// To another host.
    Away,
    /// It is a script.
    Script,
    /// It holds what would be asked for.
    Inside,
}

/// Reads an address with its entities, white space and slashes as browsers do.
pub fn leads(written: &str) -> Leads {
    let plain: String = decoded(written).chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let plain = plain.trim_matches(|c: char| c <= ' ').replace('\\', "/").to_lowercase();
    if plain.starts_with("//") {
        return Leads::Away;
    }
    let Some((scheme, _)) = plain.split_once(':') else { return Leads::Here };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    match scheme {
        _ if !is_scheme => Leads::Here,
        "javascript" | "vbscript" => Leads::Script,
        "data" | "blob" => Leads::Inside,
        "about" | "mailto" | "tel" => Leads::Here,
        _ => Leads::Away,
    }
}

/// The entities with which a scheme or a slash can be written.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(rest.len());
        let name = &rest[..end];
        let number = name.strip_prefix('#').and_then(|digits| {
            let hex = digits.strip_prefix(['x', 'X']);
            hex.map_or_else(|| digits.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32)
        });
        let known = match name {
            "colon" => Some(':'),
            "sol" => Some('/'),
            "bsol" => Some('\\'),
            "Tab" => Some('\t'),
            "NewLine" => Some('\n'),
            "amp" => Some('&'),
            "period" => Some('.'),
            _ => number,
        };
        match known {
            Some(c) => {
                out.push(c);
                rest = rest[end..].strip_prefix(';').unwrap_or(&rest[end..]);
            }
            None => out.push('&'),
        }
    }
    out + rest
}
