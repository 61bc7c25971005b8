//! Faults of a renderer, injected one by one: each is caught by the gate or by the proof of non-interference.

use data_encoding::BASE64;
use debrief::publication::{Files, Publication, is_blocked, prove_with, render};
use image::ImageFormat;
use internal::Reviews;
use search::{Catalogue, Document, Section, Settings};
use site::output::OutPath;

use super::judge::made_ready;
use super::kit::{PublicTest, Review, quoted};
use super::pictures::{chunk, picture};

/// What a faulty renderer can access: the files, the internal review, the number of reviews.
struct Fault<'f> {
    files: &'f mut Files,
    /// The documents of the search.
    searched: Catalogue,
    review: &'f Review,
    host: &'f str,
    count: usize,
}

impl Fault<'_> {
    fn file(&mut self, end: &str) -> &mut Vec<u8> {
        let found = self.files.iter_mut().find(|(path, _)| path.as_str().ends_with(end));
        found.unwrap_or_else(|| panic!("there is no file {end}")).1
    }

    /// Inserts a text before another one in a file.
    fn insert(&mut self, end: &str, before: &str, text: &str) {
        let bytes = self.file(end);
        let old = String::from_utf8(bytes.clone()).expect("UTF-8");
        let at = old.rfind(before).unwrap_or_else(|| panic!("{end} lacks {before}:\n{old}"));
        *bytes = format!("{}{text}{}", &old[..at], &old[at..]).into_bytes();
    }

    fn head(&mut self, text: &str) {
        self.insert("postmortems/latency/index.html", "</head>", text);
    }

    fn body(&mut self, text: &str) {
        self.insert("postmortems/latency/index.html", "</main>", text);
    }

    fn add(&mut self, path: &str, bytes: &[u8]) {
        self.files.insert(OutPath::new(path).expect("a path"), bytes.to_vec());
    }
}

type Inject = fn(&mut Fault<'_>);

const FAULTS: [(&str, Inject); 32] = [
    ("a meta description with the internal title", |f| {
        f.head(&format!("<meta name=\"description\" content=\"{}\">", f.review.title))
    }),
    ("og:title with the internal title", |f| {
        f.head(&format!("<meta property=\"og:title\" content=\"{}\">", f.review.title))
    }),
    ("JSON-LD with the owner", |f| {
        f.head(&format!("<script type=\"application/ld+json\">{{\"author\":{}}}</script>", quoted(&f.review.owner)));
    }),
    ("a comment with the source path", |f| f.body(&format!("<!-- made from {} -->", f.review.file))),
    ("the internal body in the page", |f| f.body(&format!("<p hidden>{}</p>", f.review.inside))),
    ("a heading with the internal title, cut by tags", |f| {
        let title: String =
            f.review.title.split(' ').map(|word| format!("<i>{}</i>{} ", &word[..3], &word[3..])).collect();
        f.body(&format!("<h2>{title}</h2>"));
    }),
    ("a host in a class name", |f| f.body(&format!("<p class=\"on-{}\">x</p>", f.host))),
    ("a count of reviews in the sitemap", |f| f.insert("sitemap.xml", "</urlset>", &format!("<!-- {} -->", f.count))),
    ("numbered reviews in the page", |f| f.body(&format!("<p id=\"pm-{}\">x</p>", f.count))),
    ("an order that follows a count", |f| {
        let text = if f.count % 2 == 0 { "<p>even</p>" } else { "<p>odd</p>" };
        let pad = "<br>".repeat(f.count);
        f.body(&format!("{text}{pad}"));
    }),
    ("an internal address in the sitemap", |f| {
        let url = format!("<url><loc>https://status.example.com/{}</loc></url>", f.review.file.replace(".md", "/"));
        f.insert("sitemap.xml", "</urlset>", &url);
    }),
    ("an entry of the feed", |f| {
        f.insert("atom.xml", "</feed>", &format!("<entry><title>{}</title></entry>", f.review.title))
    }),
    ("an author in an attribute of the feed", |f| {
        f.insert("atom.xml", "</feed>", &format!("<x name=\"{}\"/>", f.review.owner))
    }),
    ("an attachment that was copied", |f| f.add("files/notes.txt", f.review.inside.clone().as_bytes())),
    ("an attachment as UTF-16", |f| {
        let wide: Vec<u8> = f.review.owner.encode_utf16().flat_map(u16::to_le_bytes).collect();
        f.add("files/notes.txt", &wide);
    }),
    ("a page under the internal name", |f| {
        let page = f.file("postmortems/latency/index.html").clone();
        f.add(&format!("postmortems/{}/index.html", f.review.file.replace(".md", "")), &page);
    }),
    ("a data URI", |f| {
        f.body(&format!(
            "<img alt=\"\" src=\"data:image/png;base64,{}\">",
            BASE64.encode(&picture(1, ImageFormat::Png))
        ))
    }),
    ("a source map", |f| f.add("assets/look.js.map", b"{\"version\":3,\"sources\":[\"look.ts\"],\"mappings\":\"\"}")),
    ("a text chunk in a picture", |f| {
        let png = picture(2, ImageFormat::Png);
        let text = chunk(b"tEXt", format!("Author\0{}", f.review.owner).as_bytes());
        f.add("assets/pictures/0123456789abcdef0123456789abcdef.png", &[&png[..33], &text, &png[33..]].concat());
    }),
    ("bytes after the end of a picture", |f| {
        let bytes = [picture(3, ImageFormat::Png), b"PK\x03\x04 something".to_vec()].concat();
        f.add("assets/pictures/0123456789abcdef0123456789abcdef.png", &bytes);
    }),
    ("a robots file that lists what is hidden", |f| {
        f.insert("robots.txt", "", &format!("\nDisallow: /{}/\n", f.review.file.replace(".md", "")))
    }),
    ("a blob of state", |f| {
        let state = BASE64.encode(format!("{{\"review\":{{\"owner\":{}}}}}", quoted(&f.review.owner)).as_bytes());
        f.body(&format!("<script>const state=\"{state}\"</script>"));
    }),
    ("a JSON twin with an internal field", |f| {
        f.add(
            "postmortems/latency/index.json",
            format!("{{\"slug\":\"latency\",\"internal_title\":{}}}", quoted(&f.review.title)).as_bytes(),
        );
    }),
    ("a dotfile", |f| f.add("postmortems/.cache", b"{}")),
    ("an archive", |f| f.add("files/all.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")),
    ("a drawing that could run a script", |f| {
        f.add("assets/pictures/x.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>")
    }),
    ("the search fed with the internal body", |f| {
        let text = f.review.inside.clone();
        fed(f, |document| document.sections.push(Section { text: text.clone(), ..Section::default() }));
    }),
    ("the terms of the index alone, with the owner", |f| {
        let owner = f.review.owner.clone();
        fed(f, |document| document.expansion = owner.clone());
    }),
    ("what helped, from the inside", |f| {
        let text = f.review.inside.clone();
        fed(f, |document| document.card.helped = vec![text.clone()]);
    }),
    ("the search with a facet of the inside", |f| {
        let title = f.review.title.clone();
        fed(f, |document| document.values.push(("service", title.clone())));
    }),
    ("a file beside the search", |f| {
        f.add("search/t/0123456789ab.js", b"debriefSearch.file(\"t/0123456789ab\",\"\");\n")
    }),
    ("the title on the page of a missing page", |f| {
        f.insert("404.html", "</main>", &format!("<p>Did you mean {}?</p>", f.review.title.to_uppercase()))
    }),
];

/// The search, if its documents contained more than the postmortem.
fn fed(f: &mut Fault<'_>, more: impl Fn(&mut Document)) {
    let mut documents = f.searched.documents().to_vec();
    documents.iter_mut().for_each(more);
    let catalogue = Catalogue::new(documents, f.searched.facets().to_vec());
    f.files.retain(|path, _| !path.as_str().starts_with("search/") || path.as_str() == "search/index.html");
    let made = search::Files::of(&catalogue, &Settings::default());
    for path in made.paths() {
        f.add(path, made.get(path).expect("a file"));
    }
}

fn library() -> (PublicTest, Review) {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.write(&review);
    let closed = test.review("closed");
    test.put(&closed.file, &closed.unpublished());
    (test, review)
}

fn pressed(test: &PublicTest, review: &Review, inject: &dyn Fn(&mut Fault<'_>)) -> Publication {
    let (prepared, mistakes) = made_ready(test);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let press = |site: &public::Site, reviews: &Reviews| {
        let mut files = render(site)?;
        inject(&mut Fault {
            files: &mut files,
            searched: site.searched(),
            review,
            host: &test.host,
            count: reviews.len(),
        });
        Ok(files)
    };
    prove_with(prepared, &press, &[1], &mut |_| {}).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn d43_every_injected_fault_is_caught() {
    let (test, review) = library();
    let clean = pressed(&test, &review, &|_| {});
    assert!(!is_blocked(&clean.findings) && clean.interference.is_empty(), "{:?}", clean.findings);
    let mut missed = Vec::new();
    for (name, inject) in FAULTS {
        let publication = pressed(&test, &review, &inject);
        if !is_blocked(&publication.findings) && publication.interference.is_empty() {
            missed.push(name);
        }
    }
    println!("injected faults caught: {} of {}", FAULTS.len() - missed.len(), FAULTS.len());
    assert!(missed.is_empty(), "{missed:#?}");
}
