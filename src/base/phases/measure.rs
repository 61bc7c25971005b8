//! What the duration of a kind of review measures.

/// What the headline of a kind measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Measure {
    /// Users were affected: an incident.
    #[default]
    Harm,
    /// It was an incident, but no customer was affected.
    Mitigation,
    /// Users might have been affected: a near miss.
    Exposure,
    /// An exercise: a game day, a drill.
    Exercise,
    /// A duration only; nothing is known of harm.
    Length,
}

impl Measure {
    /// The names in `debrief.yaml`. `Mitigation` is not one of them: whether customers were affected depends on each
    /// review.
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

    /// The headline's key, its label, and the words after its time in a picture.
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

    /// The label for the top of a plot, where things were worst.
    #[must_use]
    pub fn worst(self) -> &'static str {
        match self {
            Self::Exposure => "exposure",
            Self::Harm | Self::Mitigation | Self::Exercise | Self::Length => "worst point",
        }
    }

    /// The label for the baseline of a plot, when it was over.
    #[must_use]
    pub fn best(self) -> &'static str {
        match self {
            Self::Harm | Self::Mitigation => "service restored",
            Self::Exposure | Self::Exercise | Self::Length => "all clear",
        }
    }

    /// The subject of a sentence about its beginning and end.
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
