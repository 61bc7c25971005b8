//! A week for the command line, in any format.

use crate::DigestFormat;
use crate::digest::{self, Week, formats};
use crate::pages::Site;
use crate::pages::route::week_path;
use site::output::Failure;

impl Site {
    /// Whether the site's own address is known, which what leaves it needs.
    #[must_use]
    pub fn has_address(&self) -> bool {
        self.library.config.base_url.is_some()
    }

    /// The digest of a week, or of the current one. A week that has no page has a digest too: it says that nothing was new.
    ///
    /// # Errors
    /// When a template of the theme fails, or whole addresses are needed and cannot be made.
    pub fn digest(&self, week: Option<Week>, format: DigestFormat) -> Result<Vec<u8>, Failure> {
        let week = week.unwrap_or_else(|| self.calendar.current());
        if format == DigestFormat::Html {
            return self.week(&week_path(week), week);
        }
        let digest = digest::digest(&self.library, &self.calendar, week);
        formats::write(&self.library, &digest, format).map(String::into_bytes).ok_or(Failure::Missing)
    }
}
