//! Markdown that wants to run something, load something, or pass for a part of the site.

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
        ("<marquee>x</marquee>", "<p>x</p>"),
    ] {
        assert_eq!(to_html(source, &Options::default()).trim(), words);
    }
}
