//! What the time of a kind of review is a time of.

/// What the headline of a kind measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Measure {
    /// Somebody suffered: an incident.
    #[default]
    Harm,
    /// It was an incident and no customer suffered, so that there is no harm to speak of.
    Mitigation,
    /// Somebody might have: a near miss.
    Exposure,
    /// It was practised: a game day, a drill.
    Exercise,
    /// It took its time, and nothing is said of harm.
    Length,
}

impl Measure {
    /// The words for it in `debrief.yaml`; whether customers suffered is a matter of each review.
    pub const ALL: [(&'static str, Self); 4] =
        [("harm", Self::Harm), ("exposure", Self::Exposure), ("exercise", Self::Exercise), ("length", Self::Length)];

    /// What a kind measures where the configuration does not say.
    #[must_use]
    pub fn of_kind(key: &str) -> Self {
        match key {
            "incident" => Self::Harm,
            "near_miss" => Self::Exposure,
            "game_day" | "drill" | "exercise" => Self::Exercise,
            _ => Self::Length,
        }
    }

    /// The word for it in `debrief.yaml` and exports.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Harm => "harm",
            Self::Mitigation => "mitigation",
            Self::Exposure => "exposure",
            Self::Exercise => "exercise",
            Self::Length => "length",
        }
    }

    /// The headline's key, its label, and what stands behind its time in a picture.
    pub(super) fn names(self) -> (&'static str, &'static str, &'static str) {
        let (label, brief) = match self {
            Self::Harm => ("Time of harm", "of harm"),
            Self::Mitigation => ("Time to mitigate", "to mitigate"),
            Self::Exposure => ("Exposure", "of exposure"),
            Self::Exercise => ("Exercise time", "of exercise"),
            Self::Length => ("Duration", "in all"),
        };
        (self.key(), label, brief)
    }

    /// The top of a plot, where things stood worst.
    #[must_use]
    pub fn worst(self) -> &'static str {
        match self {
            Self::Exposure => "exposure",
            Self::Harm | Self::Mitigation | Self::Exercise | Self::Length => "worst point",
        }
    }

    /// The baseline of a plot, when it was over.
    #[must_use]
    pub fn best(self) -> &'static str {
        match self {
            Self::Harm | Self::Mitigation => "service restored",
            Self::Exposure | Self::Exercise | Self::Length => "all clear",
        }
    }

    /// What began and ended, at the beginning of a sentence.
    #[must_use]
    pub fn subject(self) -> &'static str {
        match self {
            Self::Harm | Self::Mitigation => "The disruption",
            Self::Exposure => "The exposure",
            Self::Exercise => "The exercise",
            Self::Length => "It",
        }
    }

    /// Whether it has a time to recover.
    #[must_use]
    pub fn recovers(self) -> bool {
        matches!(self, Self::Harm | Self::Mitigation)
    }
}
