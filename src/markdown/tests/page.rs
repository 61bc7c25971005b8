//! What each construct becomes on the page.

use crate::{LinkKind, Options, Resolved, inline_html, to_html};

fn page(source: &str) -> String {
    to_html(source, &Options::default()).trim().to_owned()
}

fn library(target: &str, kind: LinkKind) -> Option<Resolved> {
    let resolved = |href: &str, label: Option<&str>| {
        Some(Resolved {
            href: href.to_owned(),
            class: Some("r".to_owned()),
            label: label.map(str::to_owned),
            size: None,
        })
    };
    match (target, kind) {
        ("pool", LinkKind::Review) => resolved("../pool/", Some("The <pool> ran dry")),
        ("pool#impact", LinkKind::Review) => resolved("../pool/#impact", None),
        ("pool.md", LinkKind::Link) => resolved("../pool/", None),
        ("plot.png", LinkKind::Image) => resolved("files/plot.png", None),
        _ => None,
    }
}

fn linked(source: &str) -> String {
    to_html(source, &Options { links: &library, ..Options::default() }).trim().to_owned()
}

#[test]
fn a_heading_carries_githubs_id_and_a_link_to_itself() {
    assert_eq!(
        page("# What happened?\n\n### `5xx` *rose*"),
        "<h2 id=\"what-happened\">What happened? <a class=\"anchor\" href=\"#what-happened\" \
         aria-label=\"Link to this section\"></a></h2>\n\n<h3 id=\"5xx-rose\"><code>5xx</code> <em>rose</em> \
         <a class=\"anchor\" href=\"#5xx-rose\" aria-label=\"Link to this section\"></a></h3>"
    );
}

#[test]
fn links_go_through_the_library() {
    assert_eq!(linked("[a](pool.md)"), "<p><a class=\"r\" href=\"../pool/\">a</a></p>");
    assert_eq!(linked("[[pool]]"), "<p><a class=\"r\" href=\"../pool/\">The &lt;pool&gt; ran dry</a></p>");
    assert_eq!(linked("[[pool|that]]"), "<p><a class=\"r\" href=\"../pool/\">that</a></p>");
    assert_eq!(linked("[[pool#impact]]"), "<p><a class=\"r\" href=\"../pool/#impact\">pool#impact</a></p>");
    assert_eq!(
        linked("![p](plot.png \"t\")"),
        "<p><img class=\"r\" src=\"files/plot.png\" alt=\"p\" title=\"t\" loading=\"lazy\"></p>"
    );
    assert_eq!(linked("<a href=pool.md>a</a>"), "<p><a class=\"r\" href=\"../pool/\">a</a></p>");
    assert!(linked("<img src=plot.png alt=p width=20>").contains("src=\"files/plot.png\" alt=\"p\" width=\"20\""));
}

#[test]
fn double_brackets_are_a_review_only_where_nothing_else_claims_them() {
    for literal in [
        "[[nobody]]",
        "`[[pool]]`",
        "\\[[pool]]",
        "[\\[pool]]",
        "[[pool]\\]",
        "&#91;[pool]]",
        "[[ pool ]]",
        "![[pool]]",
        "[[]]",
    ] {
        let html = linked(literal);
        assert!(!html.contains("<a"), "{literal}: {html}");
    }
    assert!(linked("[[1]](https://x.y)").contains("<a href=\"https://x.y\" rel=\"noopener noreferrer\">[1]</a>"));
    assert!(linked("[[pool]]\n\n[pool]: z").contains("[<a href=\"z\">pool</a>]"));
    assert!(linked("<code>[[pool]]</code>").contains("<code>[[pool]]</code>"));
    assert!(linked("\\\\[[pool]]").contains("\\<a"));
    assert!(linked("|a|\n|-|\n|[[pool\\|x]]|").contains("<td><a class=\"r\" href=\"../pool/\">x</a></td>"));
    assert!(linked("    [[pool]]").contains("[[pool]]"));
}

#[test]
fn a_bare_address_is_a_link_without_the_sentence_around_it() {
    let link = |url: &str| format!("<a href=\"{url}\" rel=\"noopener noreferrer\">{url}</a>");
    assert_eq!(page("see https://a.b/c_d_e."), format!("<p>see {}.</p>", link("https://a.b/c_d_e")));
    assert_eq!(page("(http://a.b/x_(y))"), format!("<p>({})</p>", link("http://a.b/x_(y)")));
    for literal in ["xhttp://a.b", "http://", "://a.b", "`http://a.b`"] {
        assert!(!page(literal).contains("<a"), "{literal}");
    }
    assert_eq!(page("[http://a.b](c)"), "<p><a href=\"c\">http://a.b</a></p>");
}

#[test]
fn tables_scroll_and_align_by_class() {
    let html = page("|a|b|\n|-|-:|\n|1|2|\n\n|c|\n|-|\n");
    assert!(
        html.starts_with("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>"),
        "{html}"
    );
    assert!(html.contains("<th scope=\"col\">a</th><th scope=\"col\" class=\"align-right\">b</th>"));
    assert!(html.contains("<td>1</td><td class=\"align-right\">2</td>"));
    assert!(html.contains("aria-label=\"Table 2\""));
}

#[test]
fn task_boxes_say_what_they_mean() {
    let html = page("- [x] a\n- [ ] b\n");
    assert!(html.contains("<li><input type=\"checkbox\" disabled checked aria-label=\"done\"> a</li>"), "{html}");
    assert!(html.contains("<li><input type=\"checkbox\" disabled aria-label=\"not done\"> b</li>"));
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_of_their_references() {
    let html = page("[^b]: B[^a]\n\n[^c]: C\n\n[^a]: A\n\nx[^a] y[^B] z[^a]");
    assert_eq!(
        html,
        "<p>x<sup class=\"footnote-ref\" id=\"fnref.a\"><a href=\"#fn.a\" aria-label=\"Footnote 1\">1</a></sup> \
         y<sup class=\"footnote-ref\" id=\"fnref.b\"><a href=\"#fn.b\" aria-label=\"Footnote 2\">2</a></sup> \
         z<sup class=\"footnote-ref\" id=\"fnref.a:2\"><a href=\"#fn.a\" aria-label=\"Footnote 1\">1</a></sup></p>\n\n\
         <section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n\n<li id=\"fn.a\">\n<p>A \
         <a class=\"footnote-back\" href=\"#fnref.a\" aria-label=\"Back to text\">↩</a> \
         <a class=\"footnote-back\" href=\"#fnref.a:2\" aria-label=\"Back to text, 2\">↩<sup>2</sup></a> \
         <a class=\"footnote-back\" href=\"#fnref.a:3\" aria-label=\"Back to text, 3\">↩<sup>3</sup></a></p>\n</li>\n\n\
         <li id=\"fn.b\">\n<p>B<sup class=\"footnote-ref\" id=\"fnref.a:3\"><a href=\"#fn.a\" aria-label=\"Footnote 1\">1</a></sup> \
         <a class=\"footnote-back\" href=\"#fnref.b\" aria-label=\"Back to text\">↩</a></p>\n</li>\n\n\
         <li id=\"fn.c\">\n<p>C</p>\n</li>\n</ol>\n</section>"
    );
}

#[test]
fn a_footnote_that_is_defined_twice_is_shown_twice() {
    let html = page("x[^a]\n\n[^a]: one\n\n[^a]: two\n");
    assert!(html.contains("one") && html.contains("two"), "{html}");
    assert_eq!(html.matches("id=\"fn.a\"").count(), 1);
}

#[test]
fn alerts_are_notes_with_a_title() {
    assert_eq!(
        page("> [!WARNING]\n> Hot"),
        "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n<p>Hot</p>\n</div>"
    );
    assert!(page("> plain").contains("<blockquote>"));
}

#[test]
fn marks_show_what_will_go() {
    assert_eq!(
        page("[Jane *O.*](redact:responder) [x](redact:omit)"),
        "<p><mark class=\"redact\" data-role=\"responder\" title=\"becomes: responder in the public edition\">Jane <em>O.</em></mark> \
         <mark class=\"redact\" title=\"left out of the public edition\">x</mark></p>"
    );
    assert_eq!(
        page("```redact\n- [a][r]\n```\n\n[r]: x\n"),
        "<div class=\"redact\">\n<ul>\n<li><a href=\"x\">a</a></li>\n</ul>\n</div>"
    );
    assert!(page("> ```redact\n> *a*\n> ```\n").contains("<em>a</em>"));
    assert!(page("```redact\n*a*").contains("<em>a</em>"), "an unclosed fence");
}

#[test]
fn what_became_something_else_is_left_out() {
    let source = "a\n\n- one[^n]\n- two\n\nb[^m]\n\n[^n]: N\n\n[^m]: M\n\n# c\n";
    let list = source.find("- one").unwrap()..source.find("b[^m]").unwrap();
    let omit = [list, source.find("[^n]: N").unwrap()..source.find("# c").unwrap()];
    let html = to_html(source, &Options { omit: &omit, ..Options::default() });
    assert!(!html.contains("one") && !html.contains(">N"), "{html}");
    assert!(html.contains("<p>a</p>") && html.contains("<h2 id=\"c\">"));
    assert!(html.contains("<p>M "), "a note that shown text refers to is shown: {html}");
}

#[test]
fn html_of_use_to_a_writer_stays() {
    let html =
        page("<details open>\n<summary>Log</summary>\n\n**b** <kbd>x</kbd> H<sub>2</sub>O\n\n</details>\n\nafter");
    assert!(html.contains("<details open=\"\">\n<summary>Log</summary>"), "{html}");
    assert!(html.contains("<strong>b</strong> <kbd>x</kbd> H<sub>2</sub>O"));
    assert!(html.contains("</details>\n<p>after</p>"));
}

#[test]
fn html_that_is_left_open_ends_with_the_block_around_it() {
    let html = page("- <div><b>one\n- two\n\n</div></article>\n\nthree");
    assert!(html.contains("<div>&lt;b&gt;one\n</div></li>") && html.contains("<li>two"), "{html}");
    assert!(html.ends_with("<p>three</p>"), "{html}");
}

#[test]
fn a_table_in_html_may_hold_markdown_in_its_cells() {
    let html = page("<table>\n<tr>\n<td>\n\n*a*\n\n</td>\n</tr>\n</table>\n\nb");
    assert!(html.contains("<td>\n<p><em>a</em></p>"), "{html}");
    assert!(html.ends_with("<p>b</p>"));
}

#[test]
fn a_placeholder_in_angle_brackets_is_text() {
    assert_eq!(
        page("kubectl logs <pod> -c <container-name>"),
        "<p>kubectl logs &lt;pod&gt; -c &lt;container-name&gt;</p>"
    );
    assert_eq!(page("<output of the job> <a thing>"), "<p>&lt;output of the job&gt; &lt;a thing&gt;</p>");
    assert_eq!(page("a <label> b"), "<p>a &lt;label&gt; b</p>");
}

#[test]
fn authors_ids_cannot_take_those_of_the_page_and_still_can_be_linked_to() {
    let html = page("[up](#search) [x](#x)\n\n<a name=\"search\"></a>\n<p id=search class=site-nav role=alert>y</p>");
    assert!(html.contains("<a href=\"#user.search\">up</a>"), "{html}");
    assert!(html.contains("<a id=\"user.search\"></a>"));
    assert!(html.contains("<a href=\"#x\">x</a>"));
    assert!(!html.contains("site-nav") && !html.contains("role=") && !html.contains("id=\"search\""));
    assert_eq!(html.matches("id=\"user.search\"").count(), 1);
}

#[test]
fn a_field_of_one_line_is_inline_whatever_it_begins_with() {
    let inline = |text: &str| inline_html(text, &Options::default());
    assert_eq!(inline("**\"Bold\"** and _x_"), "<strong>\"Bold\"</strong> and <em>x</em>");
    assert_eq!(inline("# of errors rose"), "# of errors rose");
    assert_eq!(inline("1. not a list"), "1. not a list");
    assert_eq!(inline("  `a` <b>c</b> "), "<code>a</code> <b>c</b>");
    assert_eq!(inline(""), "");
    assert_eq!(inline("one\ntwo"), "one\ntwo");
    assert_eq!(inline("one\n\ntwo"), "<p>one</p>\n<p>two</p>");
    assert_eq!(inline("a\n\n<p align=left>b</p>"), "<p>a</p>\n<p class=\"align-left\">b</p>");
    assert_eq!(inline("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
}

#[test]
fn depth_is_shown_only_as_far_as_anyone_reads() {
    let html = page(&(">".repeat(5_000) + " deep"));
    assert_eq!(html.matches("<blockquote>").count(), 100);
    assert!(html.contains("deep"));
}

#[test]
fn a_document_among_others_keeps_its_ids_to_itself() {
    let html = to_html("# A\n\nx[^n] y[^n]\n\n[^n]: N\n", &Options { ids: Some("one-"), ..Options::default() });
    assert!(html.contains("<h2 id=\"one-a\">") && html.contains("href=\"#one-a\""), "{html}");
    assert!(html.contains("id=\"one-fnref.n\"") && html.contains("href=\"#one-fn.n\""), "{html}");
    assert!(html.contains("<li id=\"one-fn.n\">") && html.contains("href=\"#one-fnref.n:2\""), "{html}");
}

#[test]
fn an_image_has_the_size_and_the_words_that_the_hook_knows() {
    let known = |_: &str, _: LinkKind| {
        let label = Some("A \"graph\"".to_owned());
        Some(Resolved { href: "i.png".to_owned(), class: None, label, size: Some((640, 480)) })
    };
    assert_eq!(
        to_html("![x](a)", &Options { links: &known, ..Options::default() }).trim(),
        "<p><img src=\"i.png\" alt=\"A &quot;graph&quot;\" width=\"640\" height=\"480\" loading=\"lazy\"></p>"
    );
}
