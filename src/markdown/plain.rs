//! The text of a document without markup, with one block on each line.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Events;
use super::simple::Simple;
use super::words::Words;

/// The text under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionText {
    /// The heading's id; empty for the text before the first heading.
    pub id: String,
    /// The heading; empty for the text before the first heading.
    pub heading: String,
    /// The text below it, up to the next heading of any level.
    pub text: String,
}

/// The words of a document, blocks separated by line ends: including code and the content of HTML elements, without
/// comments, tags, addresses and footnote numbers.
#[must_use]
pub fn plain_text(source: &str) -> String {
    // Sentences and cells are often whole items.
    let item = source.strip_prefix("- ").filter(|item| !item.contains('\n')).unwrap_or(source);
    Simple::new(item).map_or_else(|| parsed(source), Simple::plain)
}

/// The same for a text that may have markup.
pub(super) fn parsed(source: &str) -> String {
    let mut words = Words::default();
    for (event, _) in Events::new(source) {
        words.push(&event);
    }
    words.finish()
}

/// The words of a document by section. Headings in a list, quote or mark do not begin a section.
#[must_use]
pub fn sections_text(source: &str) -> Vec<SectionText> {
    let mut sections = vec![SectionText { id: String::new(), heading: String::new(), text: String::new() }];
    let (mut depth, mut words) = (0_usize, Words::default());
    for (event, _) in Events::new(source) {
        match &event {
            Event::Start(Tag::Heading { id, .. }) if depth == 0 => {
                let text = std::mem::take(&mut words).finish();
                if let Some(last) = sections.last_mut() {
                    last.text = text;
                }
                let id = id.as_deref().unwrap_or_default().to_owned();
                sections.push(SectionText { id, heading: String::new(), text: String::new() });
            }
            Event::End(TagEnd::Heading(_)) if depth == 1 => {
                let heading = std::mem::take(&mut words).finish();
                if let Some(last) = sections.last_mut() {
                    last.heading = heading;
                }
            }
            event => words.push(event),
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    if let Some(last) = sections.last_mut() {
        last.text = words.finish();
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::{SectionText, plain_text, sections_text};

    #[test]
    fn words_without_markup_one_block_a_line() {
        let source = "# A `b`\n\n*One*\ntwo[^n] ![alt](i.png) [x](y)\n\n- [x] done\n- [[id|text]]\n\n```sh\nls -l\n```\n\n\
                      |h|i|\n|-|-|\n|c|d|\n\n[^n]: Note &amp; so\n";
        assert_eq!(plain_text(source), "A b\nOne two alt x\ndone\ntext\nls -l\nh i\nc d\nNote & so");
    }

    #[test]
    fn an_item_without_markup_is_its_words() {
        for (source, words) in [
            ("- a_b at 10:42", "a_b at 10:42"),
            ("- - a", "a"),
            ("- 1. a", "a"),
            ("-  a", "a"),
            ("- a\nb", "a b"),
            ("- a\n- b", "a\nb"),
        ] {
            assert_eq!((plain_text(source), super::parsed(source)), (words.to_owned(), words.to_owned()), "{source}");
        }
    }

    #[test]
    fn html_leaves_its_text() {
        assert_eq!(
            plain_text("<div\nclass=x>a &lt; b<br>c</div>\n\nrestart <pod> <!-- no --> <b>now</b>"),
            "a < b\nc\nrestart <pod>  now"
        );
        assert_eq!(plain_text("<script>\nx\n</script>\n\ny"), "<script>\nx\n</script>\ny");
    }

    #[test]
    fn a_document_comes_apart_at_its_headings() {
        let section = |id: &str, heading: &str, text: &str| SectionText {
            id: id.to_owned(),
            heading: heading.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(
            sections_text("lead\n\n## One\ntext\n### Two\n\n> # quoted\n\nmore\n## One\n"),
            [
                section("", "", "lead"),
                section("one", "One", "text"),
                section("two", "Two", "quoted\nmore"),
                section("one-1", "One", ""),
            ]
        );
    }
}
