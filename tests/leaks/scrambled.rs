//! Non-interference: if everything that stays inside is changed, the public site has the same bytes.

use std::collections::BTreeMap;

use debrief::publication::{prove_with, render};

use super::fields::{full, surroundings};
use super::judge::{made_ready, proved};
use super::kit::PublicTest;

fn site(test: &PublicTest) -> BTreeMap<String, Vec<u8>> {
    let publication = proved(test);
    assert!(publication.findings.is_empty(), "{:?}", publication.findings);
    assert!(publication.interference.is_empty(), "{:?}", publication.interference);
    publication.files.into_iter().map(|(path, bytes)| (path.as_str().to_owned(), bytes)).collect()
}

/// Three libraries with different words in every internal field, different other reviews, and another order.
#[test]
fn d47_libraries_that_differ_in_all_that_stays_inside_give_one_site() {
    let mut sites = Vec::new();
    for seed in 0..3 {
        let mut test = PublicTest::new();
        let (review, mut marked) = full(&mut test, "latency");
        surroundings(&mut test, &mut marked);
        test.write(&review);
        for _ in 0..seed * 2 {
            let more = test.review("more");
            test.put(&more.file, &more.unpublished());
        }
        let other = test.review("other");
        test.write(&other);
        sites.push(site(&test));
    }
    let names: Vec<_> = sites[0].keys().collect();
    for other in &sites[1..] {
        assert_eq!(names, other.keys().collect::<Vec<_>>());
        for (path, bytes) in &sites[0] {
            assert!(
                other[path] == *bytes,
                "{path} differs:\n{}\n{}",
                String::from_utf8_lossy(bytes),
                String::from_utf8_lossy(&other[path])
            );
        }
    }
}

/// The program's own proof, with more seeds than in a build; and a renderer that shows the number of reviews, which every seed
/// catches.
#[test]
fn d47_the_proof_sees_a_count_under_each_seed() {
    let mut test = PublicTest::new();
    let (review, mut marked) = full(&mut test, "latency");
    surroundings(&mut test, &mut marked);
    test.write(&review);
    let prepared = || {
        let (prepared, mistakes) = made_ready(&test);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        prepared
    };
    let clean = prove_with(prepared(), &|site, _| render(site), &[1, 2, 3], &mut |_| {}).expect("proved");
    assert!(clean.interference.is_empty(), "{:?}", clean.interference);
    for seed in [1, 2, 3] {
        let press = |site: &_, reviews: &internal::Reviews| {
            let mut files = render(site)?;
            if let Some(first) = files.values_mut().next() {
                first.extend(format!("<!-- {} -->", reviews.len()).bytes());
            }
            Ok(files)
        };
        let caught = prove_with(prepared(), &press, &[seed], &mut |_| {}).expect("proved");
        assert_eq!(caught.interference.len(), 1, "seed {seed}");
    }
}
