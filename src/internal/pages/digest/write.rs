//! The digest of a week in any format, for the command line.

use crate::DigestFormat;
use crate::digest::{self, Week, formats};
use crate::pages::Site;
use crate::pages::route::week_path;
use site::output::Failure;

impl Site {
    /// Whether the site's own address is known, which formats that are read outside of the site need.
    #[must_use]
    pub fn has_address(&self) -> bool {
        self.library.config.base_url.is_some()
    }

    /// The digest of a week, or of the current one. A week without a page has a digest too: it says that nothing was new.
    ///
    /// # Errors
    /// If a template of the theme fails, or if absolute addresses are needed and the site's address is not known.
    pub fn digest(&self, week: Option<Week>, format: DigestFormat) -> Result<Vec<u8>, Failure> {
        let week = week.unwrap_or_else(|| self.calendar.current());
        if format == DigestFormat::Html {
            return self.week(&week_path(week), week);
        }
        let digest = digest::digest(&self.library, &self.calendar, week);
        formats::write(&self.library, &digest, format).map(String::into_bytes).ok_or(Failure::Missing)
    }
}
