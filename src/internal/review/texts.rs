//! Every Markdown text of the front matter with its key, and the conversion of one-line texts to inline Markdown.

use super::timeline::PublicText;
use super::{Factor, Review};
use markdown::as_inline;

impl Review {
    /// Texts that pages render and that may contain links; those read from the body are left out.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let points = [
            ("surprises", &self.surprises),
            ("learnings", &self.learnings),
            ("went_well", &self.went_well),
            ("got_lucky", &self.got_lucky),
            ("open_questions", &self.open_questions),
        ];
        let points = points.into_iter().filter(|(_, points)| !points.from_body);
        let points = points.flat_map(|(key, points)| points.items.iter().map(move |p| (key, p.text.as_str())));
        let factors = self.factors.iter().filter(|_| !self.factors_from_body);
        let actions = self.actions.iter().filter(|_| !self.actions_from_body);
        let entries = self.timeline.iter().flat_map(|e| [Some(&e.what), e.evidence.as_ref()]);
        let impact = [&self.impact.customers, &self.impact.summary, &self.impact.sla, &self.impact.support_cases];
        let detection = self.detection.as_ref().and_then(|detection| detection.note.as_ref());
        let declined = self.wont_do.iter().flat_map(|d| [Some(&d.title), d.reason.as_ref()]);
        points
            .chain(factors.map(|factor| ("contributing_factors", factor.text.as_str())))
            .chain(actions.flat_map(|a| [Some(&a.title), a.reason.as_ref()]).flatten().map(|t| ("actions", t.as_str())))
            .chain(entries.flatten().map(|text| ("timeline", text.as_str())))
            .chain(impact.into_iter().flatten().map(|text| ("impact", text.as_str())))
            .chain(declined.flatten().map(|text| ("wont_do", text.as_str())))
            .chain(self.summary.iter().map(|text| ("summary", text.as_str())))
            .chain(detection.map(|text| ("detection", text.as_str())))
            .chain(self.no_action_reason.iter().map(|text| ("no_action_reason", text.as_str())))
    }

    /// Converts every one-line text to inline Markdown, for all later readers. Must be called while only the front matter has
    /// filled the review: texts from the body are Markdown of the body.
    pub(super) fn read_lines_inline(&mut self) {
        let lists = [
            &mut self.surprises,
            &mut self.learnings,
            &mut self.went_well,
            &mut self.got_lucky,
            &mut self.open_questions,
        ];
        let impact = &mut self.impact;
        let impact = [&mut impact.customers, &mut impact.summary, &mut impact.sla, &mut impact.support_cases];
        let mut texts: Vec<&mut String> = Vec::new();
        texts.extend(lists.into_iter().flat_map(|points| &mut points.items).map(|point| &mut point.text));
        texts.extend(impact.into_iter().flatten());
        for action in &mut self.actions {
            texts.push(&mut action.title);
            texts.extend(&mut action.reason);
        }
        for entry in &mut self.timeline {
            texts.push(&mut entry.what);
            texts.extend(&mut entry.evidence);
            if let PublicText::Instead(text) = &mut entry.public {
                texts.push(text);
            }
        }
        for declined in &mut self.wont_do {
            texts.push(&mut declined.title);
            texts.extend(&mut declined.reason);
        }
        texts.extend(&mut self.summary);
        texts.extend(&mut self.no_action_reason);
        texts.extend(self.detection.as_mut().and_then(|detection| detection.note.as_mut()));
        for text in texts {
            *text = as_inline(text);
        }
        for factor in &mut self.factors {
            *factor = Factor::new(as_inline(&factor.text), factor.category.take());
        }
    }
}
