//! Which reviews have their actions together on a numbered page of the list of actions.

use super::{ActionRow, ActionsPage, page, row, view};
use crate::library::Library;
use crate::pages::at::At;
use crate::pages::dates;
use crate::pages::lists::{Pager, only_shown, page_title};
use crate::pages::route::list_path;
use crate::pages::shell::PageView;
use site::output::Failure;

/// Reviews whose actions are on one page.
const TOGETHER: usize = 10;

/// The reviews that have actions.
#[derive(Debug)]
pub struct ByReview {
    /// The newest first.
    reviews: Vec<usize>,
    actions: usize,
}

impl ByReview {
    /// The reviews of a library.
    pub fn of(library: &Library) -> Self {
        let reviews = (0..library.reviews.len()).filter(|i| !library.reviews[*i].actions.is_empty()).collect();
        Self { reviews, actions: library.reviews.iter().map(|review| review.actions.len()).sum() }
    }

    /// How many numbered pages there are: none if all actions are on the first page.
    pub fn pages(&self) -> usize {
        if self.actions > page::FIRST { self.reviews.len().div_ceil(TOGETHER) } else { 0 }
    }

    /// The reviews of a page, the newest first. Page 1 has the oldest, so that a full page keeps its reviews.
    fn of_page(&self, number: usize) -> &[usize] {
        let before = |number: usize| self.reviews.len().saturating_sub(number * TOGETHER);
        self.reviews.get(before(number)..before(number.saturating_sub(1))).unwrap_or_default()
    }
}

/// The page with the actions of some reviews. Nothing on it depends on today, so that it changes only when somebody edits these
/// reviews.
pub fn numbered(at: At<'_>, number: usize) -> Result<(PageView, ActionsPage), Failure> {
    let by_review = &at.site.by_review;
    let reviews = by_review.of_page(number);
    let places = reviews.iter().flat_map(|i| (0..at.library().reviews[*i].actions.len()).map(|place| (*i, place)));
    let made = places.map(|place| {
        let ActionRow { action, text, rank, .. } = view(at, place);
        row(at, &ActionRow { action: action.on_any_day(), text, facets: String::new(), rank })
    });
    let to = |number| at.to(&list_path("actions", number));
    let words = dates_of(at, reviews);
    let view = ActionsPage {
        heading: page_title("Actions", number),
        counts: words.clone(),
        teams: Vec::new(),
        filters: Vec::new(),
        rows_html: only_shown(&page::rows(at, made)?),
        order: "By review, newest first.",
        twin_href: None,
        pager: Some(Pager {
            words,
            first: Some(to(0)),
            newer: (number < by_review.pages()).then(|| to(number + 1)),
            older: (number > 1).then(|| to(number - 1)),
        }),
    };
    let crumb = at.link("Actions", &list_path("actions", 0));
    Ok((at.page(page::about(at, &view, vec![crumb])), view))
}

/// `Actions of reviews from 3 March 2026 to 9 April 2026`.
fn dates_of(at: At<'_>, reviews: &[usize]) -> String {
    let days = || reviews.iter().filter_map(|i| at.library().reviews[*i].date);
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first != last => {
            format!("Actions of reviews from {} to {}", dates::words(first), dates::words(last))
        }
        (Some(day), _) => format!("Actions of reviews of {}", dates::words(day)),
        _ => "Actions of reviews without a date".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::page::FIRST;
    use super::{ByReview, TOGETHER};

    /// Reviews with three actions each.
    fn of(reviews: usize) -> ByReview {
        ByReview { reviews: (0..reviews).collect(), actions: reviews * 3 }
    }

    #[test]
    fn every_review_is_on_one_page_and_a_full_page_keeps_its_reviews() {
        let from_oldest = |reviews: usize| -> Vec<Vec<usize>> {
            let of_page = |n| of(reviews).of_page(n).iter().rev().map(|i| reviews - 1 - i).collect();
            (1..=of(reviews).pages()).map(of_page).collect()
        };
        let mut before = from_oldest(5 * TOGETHER);
        for reviews in 5 * TOGETHER + 1..8 * TOGETHER {
            let after = from_oldest(reviews);
            assert_eq!(after.concat(), (0..reviews).collect::<Vec<_>>());
            let full = before.iter().take_while(|page| page.len() == TOGETHER).count();
            assert_eq!(before[..full], after[..full], "{reviews}");
            before = after;
        }
    }

    #[test]
    fn a_short_list_has_no_numbered_pages() {
        assert_eq!((of(16).pages(), of(17).pages()), (0, 2));
        let of = |actions| ByReview { reviews: vec![0], actions }.pages();
        assert_eq!((of(FIRST), of(FIRST + 1)), (0, 1));
    }
}
