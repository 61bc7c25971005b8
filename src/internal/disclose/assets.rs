//! Pictures that are published: re-encoded, so that only the visible image remains, and named by their content.

use sha2::{Digest as _, Sha256};

use super::World;
use super::draft::{DraftAsset, Piece};
use super::links::folder;
use crate::review::{Public, Review};
use base::diagnostics::{Code, Diagnostic};
use base::links::{decode, join};
use site::picture::reencode;

/// Reads and re-encodes every listed picture. A picture that cannot be made safe is an error.
pub(super) fn read(
    review: &Review,
    public: &Public,
    world: &World<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<DraftAsset> {
    let mut assets = Vec::new();
    for (n, listed) in public.assets.iter().enumerate() {
        let n = n.to_string();
        let wrong = |message: String, hint: &str, problems: &mut Vec<Diagnostic>| {
            let place = review.place_in(&["public", "assets", &n, "src"]);
            problems.push(Diagnostic::new(Code::PublicImage, message).at(place).hint(hint));
        };
        let path = join(folder(review), &decode(&listed.src)).filter(|path| world.sources.files.contains(path));
        let Some(path) = path else {
            wrong(format!("there is no picture `{}`", listed.src), "paths count from the review's own file", problems);
            continue;
        };
        let bytes = match world.sources.bytes(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                wrong(format!("`{path}` cannot be read: {error}"), "restore the file", problems);
                continue;
            }
        };
        match reencode(&bytes) {
            Ok(picture) => {
                let file = format!("{}.{}", name(&picture.bytes), picture.extension);
                assets.push(DraftAsset {
                    src: listed.src.clone(),
                    file: Piece::plain(file, &["public", "assets", &n, "src"]),
                    alt: Piece::plain(listed.alt.clone(), &["public", "assets", &n, "alt"]),
                    width: picture.width,
                    height: picture.height,
                    bytes: picture.bytes.into(),
                });
            }
            Err(refused) => wrong(format!("`{}` cannot be published: {refused}", listed.src), refused.hint(), problems),
        }
    }
    assets
}

/// The first sixteen bytes of the SHA-256, in hexadecimal.
fn name(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes)[..16])
}
