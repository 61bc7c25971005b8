//! Reads incidents in JSON or CSV as drafts.

use serde_json::{Map, Value};

use super::draft::{Draft, MOMENTS, block, line};
use super::links::harmless;
use super::time::moment;
use super::{Mapping, Refused};
use crate::csv;
use base::diagnostics::Place;
use site::config::Config;
use site::source::SourceFile;

/// Reads a JSON document.
pub(super) fn of_json(file: &SourceFile, mapping: Option<&Mapping>, config: &Config) -> Result<Vec<Draft>, Refused> {
    let document = serde_json::from_str(file.text.trim_start_matches('\u{feff}')).map_err(|error| {
        Refused::new(format!("`{}` is no JSON: {error}", file.path), "export it again, and do not edit it by hand")
    })?;
    drafts(file, &document, mapping, config)
}

/// Reads a table. A column that occurs twice is a list.
pub(super) fn of_csv(file: &SourceFile, mapping: Option<&Mapping>, config: &Config) -> Result<Vec<Draft>, Refused> {
    let mut problems = Vec::new();
    let rows = csv::records(&file.path, &file.text, &mut problems);
    if let Some(problem) = problems.first() {
        let line = problem.place.as_ref().map_or(0, |place| place.line);
        return Err(Refused::new(
            format!("`{}`, line {line}: {}", file.path, problem.message),
            "export it again as CSV",
        ));
    }
    let mut rows = rows.into_iter();
    let head: Vec<String> = rows.next().unwrap_or_default().iter().map(|field| line(&field.text)).collect();
    // A field after the last column moved there, by a sign between fields that is not in quotes.
    let extra = |row: &[csv::Field]| row.iter().skip(head.len()).find(|field| !field.text.trim().is_empty()).cloned();
    if let Some((row, extra)) = rows.as_slice().iter().find_map(|row| Some((row, extra(row)?))) {
        let at = Place::new(&file.path, &file.text, extra.span);
        let message = format!(
            "`{}`, line {}: this row has {} fields, and the first one {}",
            file.path,
            at.line,
            row.len(),
            head.len()
        );
        return Err(Refused::new(message, "put a field that holds the sign between fields in quotes"));
    }
    let record = |row: Vec<csv::Field>| {
        let mut members = Map::new();
        for (name, field) in head.iter().zip(row) {
            let cell = members.entry(name.clone()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(cell) = cell {
                cell.push(Value::String(field.text));
            }
        }
        Value::Object(members)
    };
    let table = Value::Array(rows.map(record).collect());
    if let Some((field, paths)) = mapping.and_then(|mapping| mapping.missing_column(&head)) {
        let message =
            format!("`{}` has no column `{}`, which the mapping names for `{field}`", file.path, paths.join("`, `"));
        let columns = head.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        return Err(Refused::new(message, format!("its columns are {columns}: write one of them in the mapping")));
    }
    drafts(file, &table, mapping, config)
}

fn drafts(
    file: &SourceFile,
    document: &Value,
    mapping: Option<&Mapping>,
    config: &Config,
) -> Result<Vec<Draft>, Refused> {
    let shipped: Vec<Mapping>;
    let candidates = if let Some(mapping) = mapping {
        std::slice::from_ref(mapping)
    } else {
        shipped = Mapping::tools().filter_map(Mapping::of_tool).collect();
        shipped.as_slice()
    };
    for mapping in candidates {
        // In a table, the document itself is the list.
        let list = mapping.records_of(document).or_else(|| mapping.clone().flat().records_of(document));
        if let Some(records) = list {
            let has_title = |record: &Value| !mapping.values(record, "title").is_empty();
            if mapping.is_own() && !records.is_empty() && !records.iter().any(has_title) {
                let message = format!("no record of `{}` has the title that the mapping names", file.path);
                return Err(Refused::new(message, names_hint("fields: {title: ...}", &members(&records))));
            }
            let one = |(n, record)| draft(file, n, record, mapping, config);
            return Ok(records.iter().enumerate().map(one).collect());
        }
    }
    let message = format!("`{}` does not hold the records that the mapping names", file.path);
    if mapping.is_some_and(Mapping::is_own) {
        return Err(Refused::new(message, names_hint("records: ...", &lists(document))));
    }
    let tools = Mapping::tools().collect::<Vec<_>>().join(", ");
    let message = if mapping.is_some() { message } else { format!("`{}` is no export of {tools}", file.path) };
    let hint = "say where its fields are in an `import.yaml`, and name it with --map (docs/migrating.md)";
    Err(Refused::new(message, hint))
}

/// What to write in the mapping, of these paths.
fn names_hint(key: &str, known: &[String]) -> String {
    /// More names are no help.
    const MOST: usize = 20;
    let known: Vec<_> = known.iter().take(MOST).map(|path| format!("`{path}`")).collect();
    match known.as_slice() {
        [] => format!("write `{key}` in the mapping with a path that the file has (docs/migrating.md)"),
        _ => format!("write `{key}` in the mapping with one of {}", known.join(", ")),
    }
}

/// The paths of the members of the first record.
fn members(records: &[Value]) -> Vec<String> {
    let first = records.iter().find_map(Value::as_object);
    first.into_iter().flat_map(Map::keys).map(|name| format!("/{name}")).collect()
}

/// The paths of the lists of a document, one or two names deep.
fn lists(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (name, value) in document.as_object().into_iter().flatten() {
        if value.is_array() {
            found.push(format!("/{name}"));
        }
        let below = value.as_object().into_iter().flatten().filter(|(_, value)| value.is_array());
        found.extend(below.map(|(below, _)| format!("/{name}/{below}")));
    }
    found
}

fn draft(file: &SourceFile, n: usize, record: &Value, mapping: &Mapping, config: &Config) -> Draft {
    let values = |field: &str| mapping.values(record, field);
    let first = |field: &str| values(field).into_iter().next().map(|text| line(&text)).filter(|text| !text.is_empty());
    let key = first("key");
    let mut draft = Draft {
        title: first("title").or_else(|| key.clone()).unwrap_or_else(|| format!("Record {} without a title", n + 1)),
        source: format!("{}, record {}", file.path, n + 1),
        ..Draft::default()
    };
    draft.extra.extend(key.map(|key| ("key".to_owned(), key)));
    draft.extra.extend(mapping.extra(record).into_iter().map(|(name, text)| (name, line(&text))));
    if let Some(word) = first("severity") {
        match internal::severity_of(mapping.severity(&word), config) {
            Some(step) => draft.severity = Some(step),
            None => draft.extra.push(("severity".to_owned(), word)),
        }
    }
    for name in ["services", "teams", "tags"] {
        draft.names.push((name, names(&values(name))));
    }
    draft.owner = names(&values("owner"));
    match first("url") {
        Some(url) if url.starts_with("https://") || url.starts_with("http://") => draft.url = Some(url),
        Some(url) => draft.extra.push(("url".to_owned(), url)),
        None => {}
    }
    moments(&mut draft, &first);
    let text = |field: &str| harmless(&block(&values(field).join("\n\n"))).trim().to_owned();
    let (summary, more) = (text("summary"), text("text"));
    if !summary.is_empty() {
        draft.body = format!("## Summary\n\n{summary}\n\n");
    }
    draft.body.push_str(&more);
    draft
}

/// Reads moments that are certain and in order; others are kept as written.
fn moments(draft: &mut Draft, first: &dyn Fn(&str) -> Option<String>) {
    for name in MOMENTS {
        let Some(text) = first(name) else { continue };
        let last = draft.moments.last().map(|(_, at)| *at);
        match moment(&text).filter(|at| last.is_none_or(|last| last <= *at)) {
            Some(at) => draft.moments.push((name, at)),
            None => draft.extra.push((name.to_owned(), text)),
        }
    }
}

/// Names that have a slug, without duplicates.
fn names(values: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in values.iter().map(|name| line(name)).filter(|name| !base::text::slug(name).is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, of_csv, of_json};
    use crate::import::Mapping;
    use site::config::Config;

    #[test]
    fn what_a_mapping_names_has_to_be_there() {
        let read = |mapping: &str, path: &str, text: &str| {
            let map = SourceFile { path: "m.yaml".to_owned(), text: mapping.to_owned() };
            let mapping = Mapping::read(&map, &mut Vec::new());
            let file = SourceFile { path: path.to_owned(), text: text.to_owned() };
            let read = if path.ends_with("csv") { of_csv } else { of_json };
            read(&file, Some(&mapping), &Config::default()).map(|drafts| drafts.len()).map_err(|refused| refused.hint)
        };
        let table = "Name,Team\nHalt,Core\n";
        let hint = read("fields: {title: Nome}\n", "a.csv", table).unwrap_err();
        assert_eq!(hint, "its columns are `Name`, `Team`: write one of them in the mapping");
        assert!(read("fields: {title: Name, owner: Besitzer}\n", "a.csv", table).is_err());
        assert_eq!(read("fields: {title: [Nome, Name]}\n", "a.csv", table), Ok(1));
        let json = "{\"a\": {\"list\": [{\"name\": \"Halt\"}]}}";
        let hint = read("records: /nope\nfields: {title: /name}\n", "a.json", json).unwrap_err();
        assert_eq!(hint, "write `records: ...` in the mapping with one of `/a/list`");
        let hint = read("records: /a/list\nfields: {title: /nome}\n", "a.json", json).unwrap_err();
        assert_eq!(hint, "write `fields: {title: ...}` in the mapping with one of `/name`");
        assert_eq!(read("records: /a/list\nfields: {title: /name}\n", "a.json", json), Ok(1));
    }

    #[test]
    fn a_row_with_more_fields_than_columns_is_refused() {
        let map = SourceFile { path: "m.yaml".to_owned(), text: "fields: {title: Name}\n".to_owned() };
        let mapping = Mapping::read(&map, &mut Vec::new());
        let read = |text: &str| {
            let file = SourceFile { path: "a.csv".to_owned(), text: text.to_owned() };
            of_csv(&file, Some(&mapping), &Config::default())
        };
        let refused = read("Name,Team\nHalt,Core\nSlow, then halt,Core\n").unwrap_err();
        assert_eq!(refused.message, "`a.csv`, line 3: this row has 3 fields, and the first one 2");
        for text in ["Name,Team\nHalt\n", "Name,Team\nHalt,Core,\n"] {
            assert_eq!(
                read(text).unwrap().len(),
                1,
                "a spreadsheet may leave out empty fields at the end, or add some"
            );
        }
    }
}
