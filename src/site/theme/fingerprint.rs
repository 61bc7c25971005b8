//! A short fingerprint of a set of files, the same on every machine and in every release.

/// FNV-1a of 64 bits (the offset basis and prime are those of its specification).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Eight hexadecimal digits over paths and contents, which must come in a fixed order.
pub(super) fn of<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hash = BASIS;
    for (path, bytes) in files {
        // The length is included, so that moving bytes from one file to the next changes the result.
        let length = (bytes.len() as u64).to_le_bytes();
        for byte in path.bytes().chain(length).chain(bytes.iter().copied()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use super::of;

    fn hash(files: &[(&str, &str)]) -> String {
        of(files.iter().map(|(path, text)| (*path, text.as_bytes())))
    }

    #[test]
    fn it_is_the_same_for_ever_and_eight_digits() {
        // FNV-1a of nothing is its basis, folded in half.
        assert_eq!(hash(&[]), "4fd0bfc1");
        assert_eq!(hash(&[("a.css", "b{}")]), hash(&[("a.css", "b{}")]));
        assert_eq!(hash(&[("a.css", "b{}")]).len(), 8);
    }

    #[test]
    fn it_changes_with_a_name_a_byte_and_the_border_between_files() {
        let one = hash(&[("a", "xy"), ("b", "z")]);
        assert_ne!(one, hash(&[("a", "xy"), ("c", "z")]));
        assert_ne!(one, hash(&[("a", "xy"), ("b", "Z")]));
        assert_ne!(one, hash(&[("a", "x"), ("b", "yz")]));
    }
}
