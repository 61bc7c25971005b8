//! Parts of a MIME message: encoded words (RFC 2047), quoted-printable (RFC 2045, 6.7), folded headers (RFC 5322, 2.2.3).

/// Most octets of a line, without its line ending.
const LINE: usize = 76;

/// A header field; a value that is not plain ASCII, or does not fit on one line, is written as encoded words.
pub(super) fn header(name: &str, text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let plain = text.chars().all(|c| (' '..='~').contains(&c)) && !text.contains("=?");
    if plain && name.len() + 2 + text.len() <= LINE {
        return format!("{name}: {text}\r\n");
    }
    encoded(name, &text)
}

/// A header field as encoded words.
fn encoded(name: &str, text: &str) -> String {
    format!("{name}: {}\r\n", encoded_words(text).join("\r\n "))
}

/// A header field with a name and an address, each on its own line.
pub(super) fn mailbox(header_name: &str, name: &str, address: &str) -> String {
    // Only letters, digits and spaces may be written unquoted in a phrase.
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ');
    let words = if plain { header(header_name, name) } else { encoded(header_name, name) };
    format!("{words} <{address}>\r\n")
}

/// Encoded words of at most 75 octets; no character is split between two.
fn encoded_words(text: &str) -> Vec<String> {
    // The first word has the name of the field before it, of which none is longer than this.
    const NAME: usize = 12;
    const ROOM: usize = 75 - "=?utf-8?Q??=".len() - NAME;
    let mut words = vec![String::new()];
    for c in text.chars() {
        let piece: String = match c {
            ' ' => "_".to_owned(),
            c if c.is_ascii_alphanumeric() => c.to_string(),
            c => escaped(c),
        };
        match words.last_mut() {
            Some(last) if last.len() + piece.len() <= ROOM => last.push_str(&piece),
            _ => words.push(piece),
        }
    }
    words.into_iter().map(|word| format!("=?utf-8?Q?{word}?=")).collect()
}

/// The bytes of a character as `=C3=A9`.
fn escaped(c: char) -> String {
    let mut out = String::new();
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        out.push_str(&format!("={byte:02X}"));
    }
    out
}

/// A text as quoted-printable, with CRLF line endings.
pub(super) fn quoted_printable(text: &str) -> String {
    let text = base::text::allowed(text.into());
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for line in text.lines() {
        let mut column = 0;
        for (at, c) in line.char_indices() {
            let last = at + c.len_utf8() == line.len();
            let piece: String = match c {
                ' ' | '\t' if !last => c.to_string(),
                '!'..='<' | '>'..='~' => c.to_string(),
                c => escaped(c),
            };
            // A soft line break takes the last column.
            if column + piece.len() > LINE - 1 {
                out.push_str("=\r\n");
                column = 0;
            }
            // Some servers change a line that begins with a full stop or with `From `.
            let risky = column == 0 && (piece == "." || line[at..].starts_with("From "));
            let piece = if risky { format!("={:02X}", u32::from(c)) } else { piece };
            out.push_str(&piece);
            column += piece.len();
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{header, mailbox, quoted_printable};

    #[test]
    fn bodies_are_short_lines_of_ascii() {
        let text = format!("Été = {} end \n.dot\nFrom here\n{}\n", "ä".repeat(80), "long ".repeat(40));
        let encoded = quoted_printable(&text);
        assert!(encoded.is_ascii() && encoded.split("\r\n").all(|line| line.len() <= 76), "{encoded}");
        assert!(encoded.starts_with("=C3=89t=C3=A9 =3D ") && encoded.contains("end=20\r\n"));
        assert!(encoded.contains("\r\n=2Edot\r\n=46rom here\r\n"));
        assert!(!encoded.replace("\r\n", "").contains('\n'));
    }

    #[test]
    fn names_of_senders_are_words() {
        let of = |name| mailbox("From", name, "a@b.example");
        assert_eq!(of("Harbour library"), "From: Harbour library\r\n <a@b.example>\r\n");
        assert_eq!(
            of("A, <b@c.example>\r\nBcc: d"),
            "From: =?utf-8?Q?A=2C_=3Cb=40c=2Eexample=3E=0D=0ABcc=3A_d?=\r\n <a@b.example>\r\n"
        );
    }

    #[test]
    fn headers_are_one_line_whatever_they_hold() {
        assert_eq!(header("Subject", "Week 47"), "Subject: Week 47\r\n");
        let encoded = header("Subject", &format!("Ete\r\nBcc: x@y.example Été {}", "ü".repeat(60)));
        assert!(encoded.starts_with("Subject: =?utf-8?Q?Ete__Bcc=3A_x=40y=2Eexample_=C3=89t=C3=A9"), "{encoded}");
        assert!(
            encoded.trim_end().split("\r\n").skip(1).all(|line| line.starts_with(" =?utf-8?Q?") && line.len() <= 76)
        );
        assert!(encoded.is_ascii());
    }
}
