//! Punycode of international host names: `xn--...` (RFC 3492).

use super::Made;

/// The text with its labels decoded.
pub(super) fn decode(text: &str) -> Option<Made> {
    let lower = text.to_ascii_lowercase();
    let mut made = Made::default();
    let mut from = 0;
    for (start, sign) in lower.match_indices("xn--") {
        let body = &lower[start + sign.len()..];
        let length = body.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        let Some(label) = body.get(..length).and_then(label) else { continue };
        if start < from {
            continue;
        }
        made.copy(text.get(from..start).unwrap_or_default(), from);
        made.mark(start);
        made.text.push_str(&label);
        from = start + sign.len() + length;
    }
    made.copy(text.get(from..).unwrap_or_default(), from);
    (from > 0).then_some(made)
}

/// Decodes one label without its prefix.
fn label(code: &str) -> Option<String> {
    if code.is_empty() {
        return None;
    }
    let (basic, rest) = code.rsplit_once('-').unwrap_or(("", code));
    let mut out: Vec<char> = basic.chars().collect();
    let (mut n, mut i, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = rest.bytes();
    while digits.len() > 0 {
        let (before, mut weight, mut k) = (i, 1_u32, 36_u32);
        loop {
            let digit = match digits.next()? {
                b @ b'a'..=b'z' => u32::from(b - b'a'),
                b @ b'0'..=b'9' => u32::from(b - b'0') + 26,
                _ => return None,
            };
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            k += 36;
        }
        let count = u32::try_from(out.len()).ok()? + 1;
        bias = adapt(i - before, count, before == 0);
        n = n.checked_add(i / count)?;
        i %= count;
        out.insert(usize::try_from(i).ok()?, char::from_u32(n)?);
        i += 1;
    }
    Some(out.into_iter().collect())
}

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn labels_are_read() {
        let text = |text: &str| decode(text).map(|made| made.text);
        assert_eq!(text("https://xn--bcher-kva.example/").as_deref(), Some("https://bücher.example/"));
        assert_eq!(text("XN--MGBH0FB.x xn--maana-pta").as_deref(), Some("مثال.x mañana"));
        assert_eq!(text("xn--!"), None);
    }
}
