//! A page as `html5ever` reads it: its syntax errors, its ids, and its links.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

/// The content of a page.
#[derive(Default)]
pub struct Page {
    /// Syntax errors with their lines.
    pub errors: Vec<String>,
    /// All text.
    pub text: String,
    /// Every `id`, in order.
    pub ids: Vec<String>,
    /// Every `href` and `src`.
    pub links: Vec<String>,
    /// The ids named by `for`, `aria-labelledby`, `aria-describedby` and `aria-controls`.
    pub named: Vec<String>,
    /// The contents of data blocks (`<script type="application/ld+json">`).
    pub data: Vec<String>,
}

/// Parses a whole page.
pub fn read(html: &str) -> Page {
    let tokenizer = TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() };
    let options = ParseOpts { tokenizer, ..ParseOpts::default() };
    let mut page = parse_document(Sink::default(), options).one(html);
    let data = |part: &str| Some(part.split_once('>')?.1.split_once("</script>")?.0.to_owned());
    page.data = html.split("<script type=\"application/ld+json\"").skip(1).filter_map(data).collect();
    page
}

/// Collects names and attributes without building a tree.
#[derive(Default)]
struct Sink {
    names: RefCell<Vec<&'static QualName>>,
    page: RefCell<Page>,
    line: Cell<u64>,
}

/// The handle of an element is twice its number; the content of a template has the next odd number.
type Handle = usize;

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Page;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Page {
        self.page.into_inner()
    }

    fn get_document(&self) -> Handle {
        usize::MAX
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target + 1
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x == y
    }

    fn elem_name(&self, target: &Handle) -> ExpandedName<'_> {
        self.names.borrow()[target / 2].expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let mut page = self.page.borrow_mut();
        for attribute in attributes {
            let value = attribute.value.to_string();
            match &*attribute.name.local {
                "id" => page.ids.push(value),
                "href" | "src" => page.links.push(value),
                "for" | "aria-labelledby" | "aria-describedby" | "aria-controls" | "aria-details" => {
                    page.named.extend(value.split_whitespace().map(str::to_owned));
                }
                _ => {}
            }
        }
        let mut names = self.names.borrow_mut();
        // Leaking is fine: a test reads some hundred pages and ends.
        names.push(Box::leak(Box::new(name)));
        (names.len() - 1) * 2
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        usize::MAX
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        usize::MAX
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.page.borrow_mut().errors.push(format!("line {}: {message}", self.line.get()));
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }

    fn append(&self, _: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendText(text) = child {
            self.page.borrow_mut().text.push_str(&text);
        }
    }

    fn append_before_sibling(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.append(parent, child);
    }

    fn append_based_on_parent_node(&self, parent: &Handle, _: &Handle, child: NodeOrText<Handle>) {
        self.append(parent, child);
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}
    fn remove_from_parent(&self, _: &Handle) {}
    fn reparent_children(&self, _: &Handle, _: &Handle) {}
}

#[test]
fn it_finds_what_is_wrong() {
    let page = read("<!doctype html><title>x</title><p id=a id=b><a href=#c>d</a></b><div></p>");
    assert!(page.errors.len() >= 3, "{:?}", page.errors);
    assert_eq!((page.ids, page.links), (vec!["a".to_owned()], vec!["#c".to_owned()]));
    assert!(read("<!doctype html><html lang=en><title>x</title><p>y</p></html>").errors.is_empty());
}
