//! A library whose every field contains what breaks outputs: control characters, separators, closing tags of other formats,
//! direction marks, emoji, very long words, quotes, tags; and reviews whose headings and ids clash with those of the page.

use crate::harness::SiteTest;

/// Texts of one line.
pub const LINES: [&str; 16] = [
    "]]> & <![CDATA[ & --> &amp; &lt;",
    "a\u{2028}b\u{2029}c\u{85}d",
    "\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{9b} bells \u{fffe}",
    "tab\there, \u{a0}no-break and \u{feff}BOM",
    "\u{202e}gnp.exe\u{202c} و شركة النقل البحري",
    "👩\u{200d}💻 🏴\u{e0067}\u{e0062}\u{e007f} 🇩🇰 e\u{301}\u{301}\u{301}",
    "\"double\" 'single' `code` \\ back \\n",
    "<script>alert('x')</script> </textarea> <html>",
    "Vec<T> & <my-service>: a < b > c",
    "> 500 ms, # x, - y, 2. z",
    "*emphasis* **strong** ~~gone~~ _under_ snake_case_name",
    "[slack](slack://channel) ![alt [in](r0.md)](data:y) <https://a.b/c?d=e&f=g>",
    "{{ site.title }} {% raw %} ${x} #{y} %s %00 =cmd()",
    "=?utf-8?Q?x?= \u{1f4a9},;:\\, BEGIN:VEVENT",
    "<!channel> <@U1> *|* & \u{200b}",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];

/// Headings that are also names of sections and ids of the page.
const HEADINGS: [&str; 16] = [
    "Timeline",
    "Main",
    "Entry 1",
    "Entry 1",
    "Lessons",
    "Actions",
    "Related",
    "History",
    "People",
    "Links",
    "Details",
    "Site main",
    "Plot title",
    "fn-1",
    "Search",
    "Timeline section",
];

/// The library.
pub fn hostile() -> SiteTest {
    let mut test = SiteTest::new().file(
        "debrief.yaml",
        &format!("title: {}\ndescription: {}\nbase_url: https://reviews.example/a/\nmeeting: {{name: {}, facilitators: [{}]}}\n",
            quoted("A \"library\" & <co> ]]>"), quoted(LINES[4]), quoted(LINES[13]), quoted(LINES[5])),
    );
    for (n, line) in LINES.iter().enumerate() {
        let (q, other) = (quoted(line), quoted(LINES[(n + 1) % LINES.len()]));
        let front = format!(
            "---\ntitle: {q}\nsummary: {q}\nseverity: sev2\npublished: 2026-11-{:02}\nsystems: [{q}]\nservices: [{q}]\ntags: [{q}]\nteams: [{q}]\n\
             environment: {q}\nimpact: {{customers: {q}, summary: {q}, sla: {other}, support_cases: {q}}}\ndetection: {{source: staff, note: {q}}}\n\
             times: {{started: 2026-11-01T00:00Z, detected: 2026-11-01T00:05Z, resolved: 2026-11-01T01:00Z}}\n\
             timeline: [{{at: \"00:10\", what: {q}, who: {q}, evidence: {q}}}, {{at: \"00:11\", what: {other}}}, {{at: \"00:30\", what: {q}}}, \
             {{at: \"00:40\", what: {q}}}, {{at: \"00:50\", what: {other}}}, {{at: \"00:55\", what: {q}}}]\n\
             contributing_factors: [{{text: {q}, category: {q}}}]\nlearnings: [{{text: {q}, applies_to: [{q}]}}, {other}]\nsurprises: [{q}]\n\
             went_well: [{q}]\ngot_lucky: [{other}]\nopen_questions: [{q}]\n\
             actions: [{{id: A-1, title: {q}, owner: {q}, ticket: {q}, due: 2026-11-10}}, {{id: A-1, title: {other}, status: done, closed: 2026-11-18}}, \
             {{id: {q}, title: {q}, status: wont_do, reason: {q}}}]\n\
             people: {{owner: {q}, responders: [{other}]}}\nlinks: [{{label: {q}, url: \"https://a.b/?c&d\"}}]\nextra: {{{q}: {q}}}\n\
             revisions: [{{on: 2026-11-20, note: {q}}}]\n---\n",
            1 + n,
        );
        let cell = line.replace('|', "");
        let body = format!(
            "\n## {line}\n\n{line}\n\n> {line}\n\n- {line}\n\n| a |\n|---|\n| {cell} |\n\n```sh\n{line}\n```\n\n![{cell}]({n}.png)\n"
        );
        test = test.file(&format!("r{n}.md"), &(front + &body)).bytes(&format!("{n}.png"), PICTURE);
    }
    test.file("ids.md", &ids())
}

/// A review in which every name clashes with another.
fn ids() -> String {
    let headings: Vec<_> = HEADINGS.iter().map(|heading| format!("## {heading}\n\nx[^1] y[^Main]\n\n")).collect();
    let headings = headings.concat();
    let fields = "# Main[^1]\n\n  ## Timeline\n\n  [^1]: in a field\n\n  <a id=\"main\"></a> <a id=\"x\"></a>\n";
    format!(
        "---\ntitle: Ids\nsummary: |\n  {fields}\ndetection:\n  note: |\n    {}\nimpact:\n  summary: |\n    {}\n\
         times: {{started: 2026-11-02T00:00Z, resolved: 2026-11-02T01:00Z}}\npublished: 2026-11-19\n\
         timeline:\n  - at: \"00:10\"\n    what: \"a[^1] <a id=main>b</a>\"\n  - at: \"00:20\"\n    what: |\n      {}\n  - {{at: \"00:30\", what: \"[^1]\"}}\n\
         learnings:\n  - |\n    {}\n  - |\n    {}\n\
         actions: [{{id: A-1, title: One}}, {{id: A-1, title: Two}}, {{id: \"A 1\", title: Three}}, {{id: main, title: Four}}]\n---\n\
         <a id=\"main\"></a> <a id=\"main\"></a> <a name=\"timeline\"></a> <p id=\"entry.1\">x</p> <p id=\"a b\">y</p>\n\n\
         {headings}[^1]: One\n\n[^Main]: Two\n\n[^1]: Again\n\nSee [a](#timeline), [b](#entry-1-1), [c](#main), [d](#actions), [e](#fn-1), [[ids#people]].\n",
        fields.replace('\n', "\n  "),
        fields.replace('\n', "\n  "),
        fields.replace('\n', "\n    "),
        fields.replace('\n', "\n  "),
        fields.replace('\n', "\n  "),
    )
}

/// A text as a YAML value, with numeric escapes for characters that YAML requires them for.
pub fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("a text");
    let number = |c: char| {
        if c != '\u{85}' && base::text::is_forbidden(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }
    };
    json.chars().map(number).collect()
}

/// A picture of one pixel.
const PICTURE: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
    0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a,
    0x2d, 0xb4, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];
