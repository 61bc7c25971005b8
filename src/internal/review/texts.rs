//! Every Markdown text of the front matter, with the key that it stands under.

use super::Review;

impl Review {
    /// Texts that pages render and that can hold links; those that came from the body are left out.
    pub(in crate::internal) fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
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
}
