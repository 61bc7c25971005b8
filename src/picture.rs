//! Stand-in.
/// x
pub struct Reencoded { /// b
 pub bytes: Vec<u8>, /// e
 pub extension: &'static str, /// w
 pub width: u32, /// h
 pub height: u32 }
/// x
/// # Errors
/// never
pub fn reencode(bytes: &[u8]) -> Result<Reencoded, String> { Ok(Reencoded{bytes: bytes.to_vec(), extension: "png", width: 1, height: 1}) }
