//! What is reported and what is allowed, by type of file.

use super::{check, check_page, csp};
use crate::theme::folder::UserFile;

fn problems(name: &str, text: &str) -> Vec<String> {
    let file = UserFile { name: name.to_owned(), shown: name.to_owned(), bytes: text.into() };
    let place = |d: &base::diagnostics::Diagnostic| d.place.as_ref().map_or(0, |place| place.line);
    check(&file).iter().map(|d| format!("{}: {}", place(d), d.message)).collect()
}

#[test]
fn templates_that_run_scripts_or_ask_others_are_stopped() {
    for bad in [
        "<script>go()</script>",
        "<script type=module>go()</script>",
        "<SCRIPT\n>go()</SCRIPT>",
        "<script type='speculationrules'>{}</script>",
        "<img src=a.png onload=\"go()\">",
        "<svg/onload=go()>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<META HTTP-EQUIV=\"Refresh\" content=1>",
        "<script src=\"https://cdn.example/x.js\"></script>",
        "<script src=\"//cdn.example/x.js\"></script>",
        "<script src='\\\\cdn.example/x.js'></script>",
        "<script src='&#104;ttps://cdn.example'></script>",
        "<script src='ht\ntps://cdn.example'></script>",
        "<img src=a.png srcset='a.png 1x, //cdn.example/b.png 2x'>",
        "<link rel=preconnect href=https://cdn.example>",
        "<link rel='dns-prefetch' href='//cdn.example'>",
        "<link rel=stylesheet href=//cdn.example/a.css>",
        "<link rel='alternate stylesheet' href=//cdn.example/a.css>",
        "<form action='https://cdn.example/'>",
        "<button formaction=//cdn.example>",
        "<a href='javascript:go()'>x</a>",
        "<a href='java&Tab;script:go()'>x</a>",
        "<a href=x ping=//cdn.example>x</a>",
        "<iframe srcdoc='<p>'></iframe>",
        "<base href=//cdn.example/>",
        "<video poster=//cdn.example/a.png>",
        "<svg><use href='https://cdn.example/a.svg#b'/></svg>",
        "<svg><image xlink:href='//cdn.example/a.png'/></svg>",
        "<div style='background:url(//cdn.example/a.png)'>",
        "<style>@import 'https://cdn.example/a.css';</style>",
        "<img src=\"{{ page.root }}//cdn.example/a.png\" {% if x %}onerror=go(){% endif %}>",
        "<!--><img src=//cdn.example/a.png>-->",
        "<!-- x --!><p onclick=go()>-->",
        "<head></head>",
        "<meta http-equiv=\"&#114;efresh\" content=\"0;url=https://cdn.example/\">",
        "<meta http-equiv=\"re&#102;resh\" content=\"0;url=&#104;ttps://cdn.example/\">",
        "<meta/http-equiv=&#x52;efresh content=0>",
        "<div style='background:&#117;rl(//cdn.example/a.png)'>",
        "<svg><rect fill='url(//cdn.example/a#b)'/></svg>",
        "<script src='https://cdn.example/x.js?url('></script>",
        "<a href='javascript:go(\"url(\")'>x</a>",
        "<svg><a><animate attributeName=href values='a;javascript:go()'/></a></svg>",
        "<svg><set attributeName=href to='//cdn.example'/></svg>",
        "<img src=a.png attributionsrc=https://cdn.example/>",
        "<title><!--</title><meta name=a content=b>--></title>",
        "<textarea><p title='</textarea><b>'></textarea>",
        "<noscript><p title='</noscript><b>'></noscript>",
        "<html><head><meta http-equiv=content-security-policy content=\"default-src *\"></head>",
    ] {
        assert!(!problems("templates/public/x.html", &format!("\n{bad}")).is_empty(), "{bad}");
    }
    assert_eq!(problems("templates/public/x.html", "<p>\n<b onclick=x>")[0], "2: an inline script (`onclick`)");
}

/// What one reader of tags takes for text or a comment, and a browser for a tag.
#[test]
fn nothing_is_hidden_in_an_element_that_a_browser_reads_otherwise() {
    let mut hidden: Vec<String> = Vec::new();
    for name in ["title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "TITLE"] {
        hidden.push(format!("<{name}><!--</{name}><script>go()</script>-->"));
        hidden.push(format!("<{name}><p title=\"</{name}><script>go()</script>\">"));
    }
    hidden.push("<plaintext></plaintext><!-- <script>go()</script> -->".to_owned());
    for drawing in ["svg", "math", "SVG"] {
        hidden.push(format!("<{drawing}><style><img src=x onerror=go()></style></{drawing}>"));
        hidden.push(format!("<{drawing}><style><!--</style><a title='--><img src=x onerror=go()>'></a></{drawing}>"));
        hidden.push(format!("<{drawing}><script type=application/json><img src=x onerror=go()></script></{drawing}>"));
        hidden.push(format!("<{drawing}/><{drawing}><style><script>go()</script></style></{drawing}>"));
    }
    hidden
        .push("<script type=application/ld+json><!--<script></script><!---x></script><script>go()</script>-->".into());
    for text in &hidden {
        assert!(!problems("templates/public/x.html", text).is_empty(), "{text}");
    }
    let drawings = [
        "<svg xmlns='http://www.w3.org/2000/svg'><style><script>go()</script></style></svg>",
        "<!DOCTYPE svg [<!ENTITY x \"<script>go()</script>\">]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
        "<!DOCTYPE svg [<!ENTITY x '&#60;script&#62;go()&#60;/script&#62;'>]><svg>&x;</svg>",
    ];
    for text in drawings {
        assert!(!problems("assets/icon.svg", text).is_empty(), "{text}");
        assert!(!problems("assets/public/page.xhtml", text).is_empty(), "{text}");
    }
    for good in [
        "<svg><style>a > b { fill: red }</style></svg><style>a{}</style>",
        "<svg><style><![CDATA[ a > b { fill: red } ]]></style></svg>",
        "<svg><title>A</title><path d='M0'/></svg><style>/* <b> */</style>",
    ] {
        assert_eq!(problems("templates/public/x.html", good), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn templates_of_this_site_pass() {
    for good in [
        "<script src=\"{{ page.root }}assets/a.js\" defer></script>",
        "<script type=\"application/ld+json\">{{ page.data_html | safe }}</script>",
        "<a href=\"https://status.example.com/\">Status</a>",
        "<link rel=canonical href=\"https://status.example.com/\">",
        "<img src=\"{{ page.root }}assets/public/a.png\" srcset=\"a.png 1x, b.png 2x\" alt=\"on load: it's // here\">",
        "<!-- <script>no</script> -->{# <script>no</script> #}",
        "<form action=\"{{ root }}search/index.html\" method=get>",
        "<a href=\"mailto:us@example.com\">us</a> 3 < 4 && 5 > 4",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"/></svg>",
        "<p>one",
        "<title>{{ title }} &lt; site</title><noscript><img src=a.png></noscript><textarea>a</textarea>",
    ] {
        assert_eq!(problems("templates/public/x.html", good), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn style_sheets_and_scripts_and_drawings() {
    for bad in [
        "@import '//host/a.css';",
        "@import url(https://host/a.css);",
        "a{background:url(//host/a.png)}",
        "a{background:URL( \"https://host/a.png\" )}",
        "a{background:u\\72l(//host/a)}",
        "a{background:url(\\68ttps://host/a)}",
        "a{background:image-set('https://host/a.png' 1x)}",
        "@font-face{src:url(/**/'//host/a.woff2')}",
    ] {
        assert!(!problems("assets/public/x.css", bad).is_empty(), "{bad}");
    }
    for good in [
        "@namespace svg url(http://www.w3.org/2000/svg);",
        "/* https://host/a and url(//b) */ a{background:url(a.png)}",
        "@import 'b.css'; a::after{content:'//'}",
        "a{background:url(data:image/png;base64,AA==)}",
    ] {
        assert_eq!(problems("assets/public/x.css", good), Vec::<String>::new(), "{good}");
    }
    for bad in ["fetch('https://host/')", "x=\"//host/a\"", "new WebSocket(`wss://host`)", "location='javascript:go()'"]
    {
        assert!(!problems("assets/public/x.js", bad).is_empty(), "{bad}");
    }
    for good in [
        "// see https://host/\nx='a//b'",
        "/* 'https://host' */",
        "n='http://www.w3.org/2000/svg'",
        "a = b / c; d = '//'",
    ] {
        assert_eq!(problems("assets/public/x.js", good), Vec::<String>::new(), "{good}");
    }
    assert!(!problems("assets/icon.svg", "<svg onload='x'/>").is_empty());
    assert!(!problems("assets/icon.svg", "<svg><script>x</script></svg>").is_empty());
    assert!(problems("assets/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0'/></svg>").is_empty());
}

#[test]
fn a_page_carries_a_policy_as_strict_as_ours() {
    let base = include_str!("../../../../themes/default/templates/public/base.html");
    assert!(base.contains(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", csp::OURS)));
    assert_eq!(csp::looser(csp::OURS), None);
    assert_eq!(csp::looser(&format!("{}; frame-ancestors 'none'; upgrade-insecure-requests", csp::OURS)), None);
    assert_eq!(csp::looser("default-src 'none'; form-action 'none'; base-uri 'none'"), None);
    for looser in [
        "",
        "default-src 'self'; form-action 'self'; base-uri 'self'",
        "default-src 'none'; form-action 'self'",
        "default-src 'none'; form-action 'self'; base-uri 'self'; script-src 'self' 'unsafe-inline'",
        "default-src 'none'; form-action 'self'; base-uri 'self'; img-src https:",
        "default-src 'none'; form-action 'self'; base-uri 'self'; script-src-elem *",
        "default-src 'none'; form-action 'self'; base-uri 'self'; report-uri https://host/",
    ] {
        assert!(csp::looser(looser).is_some(), "{looser}");
    }
    let meta = format!("<meta http-equiv=Content-Security-Policy content=\"{}\">", csp::OURS);
    assert!(check_page("a", &format!("<html><head>{meta}<link rel=stylesheet href=a.css>")).is_empty());
    assert!(!check_page("a", &format!("<html><head><link rel=stylesheet href=a.css>{meta}")).is_empty());
    assert!(!check_page("a", "<html><link rel=stylesheet href=a.css>").is_empty());
    assert!(!check_page("a", &format!("<!-- {meta} --><p class=a>")).is_empty());
    for before in
        ["", "<!doctype html>", "\u{feff}<!doctype html>\n<html lang=en><head>\n<meta charset=utf-8> <!-- a -->"]
    {
        let page = format!("{before}{meta}<link rel=stylesheet href=a.css>");
        assert!(check_page("a", &page).is_empty(), "{before}");
    }
    for (before, after) in [
        ("<template>", "</template>"),
        ("<noscript>", "</noscript>"),
        ("<title>", "</title>"),
        ("<svg>", "</svg>"),
        ("<xmp>", "</xmp>"),
        ("<textarea>", "</textarea>"),
        ("<p>x</p>", ""),
        ("x", ""),
        ("\u{a0}", ""),
        ("</head>", ""),
        ("<body>", ""),
        ("<script src=a.js></script>", ""),
        ("<style></style>", ""),
    ] {
        let page = format!("<html><head>{before}{meta}{after}<link rel=stylesheet href=a.css>");
        assert!(!check_page("a", &page).is_empty(), "{before}");
    }
    let spaced = meta.replace("http-equiv=Content-Security-Policy", "http-equiv=' Content-Security-Policy'");
    assert!(!check_page("a", &format!("<html><head>{spaced}<link rel=stylesheet href=a.css>")).is_empty());
    assert!(check_page("a", "<pre>words &lt;script&gt;</pre>").is_empty());
}

#[test]
fn what_a_browser_may_read_in_another_encoding_is_refused() {
    let file =
        |name: &str| UserFile { name: name.to_owned(), shown: name.to_owned(), bytes: vec![0xff, 0xfe, b'@', 0] };
    assert_eq!(check(&file("assets/public/own.CSS"))[0].code.as_str(), "invalid-utf8");
    assert!(check(&file("assets/public/own.woff2")).is_empty());
}

#[test]
fn the_frame_of_internal_pages_may_be_as_its_owner_wants() {
    assert_eq!(
        problems("templates/shared/base.html", "<html><head><script>go()</script></head>"),
        Vec::<String>::new()
    );
}

#[test]
fn a_page_at_an_old_address_leads_to_the_site_alone() {
    let at = |url: &str| format!("<meta http-equiv=\"refresh\" content=\"{url}\">");
    for here in ["0; url=../a/index.html", "0;URL='a.html'", "0 , a/"] {
        assert_eq!(check_page("a", &at(here)).len(), 1, "no policy, and nothing else: {here}");
    }
    for away in [
        "0; url=//host.example",
        "0;url = https://host.example/",
        "0 'https&colon;//host.example'",
        "0;url=javascript:a()",
    ] {
        assert_eq!(check_page("a", &at(away)).len(), 2, "{away}");
    }
}
