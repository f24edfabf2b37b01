//! Constructs that can be left out of the bodies.

/// What the bodies may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// `recv!()` in the guard of a match arm.
    MatchGuards,
    /// A borrow of a local that is held while the body waits.
    Borrows,
    /// `let _ = recv!()` of an input that is droppable.
    IgnoredInputs,
    /// `'l: { … }` as a value in an operand.
    LabelledValues,
    /// A loop that nothing leaves, with more behind it.
    EndlessLoops,
    /// `break`, `continue` and `return` in an operand, an arm or a branch that is a value.
    JumpsInValues,
    /// `drop(pair.a)`, and `pair.b` used behind it.
    PartialMoves,
    /// Parameters that are moved.
    MovedParameters,
    /// Droppable locals that are moved in one branch only.
    ConditionalMoves,
    /// `array[index] += …` where either waits, and `Point { … }.x` that is held over a wait.
    ComputedPlaces,
    /// `let Some(x) = … else { … }` that waits in either.
    WaitingLetElse,
    /// A droppable value, some part of which waits, or which is given to its local later.
    WaitingOwners,
    /// `if`, `match` and blocks that are values, and wait.
    WaitingBranches,
    /// Locals that are dropped by a close before the handler of a block further out runs.
    DropsInHandled,
    /// The option `batch`, without replies, and more loops that wait.
    Batch,
    /// `delegate!` to an inner consumer.
    Delegates,
    /// Numbers whose type only an input says.
    OpenNumbers,
    /// `None`, `vec![]`, `Err(())` on one way.
    OpenTypes,
    /// Functions and boxed trait objects that meet.
    Coercions,
    /// Floats whose type is not the one that rustc falls back to.
    OpenFloats,
    /// Methods of a number whose type only an input says.
    OpenMethods,
}

impl Feature {
    /// All of them.
    pub const ALL: [Feature; 21] = [
        Feature::MatchGuards,
        Feature::Borrows,
        Feature::IgnoredInputs,
        Feature::LabelledValues,
        Feature::EndlessLoops,
        Feature::JumpsInValues,
        Feature::PartialMoves,
        Feature::MovedParameters,
        Feature::ConditionalMoves,
        Feature::ComputedPlaces,
        Feature::WaitingLetElse,
        Feature::WaitingOwners,
        Feature::WaitingBranches,
        Feature::DropsInHandled,
        Feature::Batch,
        Feature::Delegates,
        Feature::OpenNumbers,
        Feature::OpenTypes,
        Feature::Coercions,
        Feature::OpenFloats,
        Feature::OpenMethods,
    ];

    /// As it is named on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Feature::MatchGuards => "match-guards",
            Feature::Borrows => "borrows",
            Feature::IgnoredInputs => "ignored-inputs",
            Feature::LabelledValues => "labelled-values",
            Feature::EndlessLoops => "endless-loops",
            Feature::JumpsInValues => "jumps-in-values",
            Feature::PartialMoves => "partial-moves",
            Feature::MovedParameters => "moved-parameters",
            Feature::ConditionalMoves => "conditional-moves",
            Feature::ComputedPlaces => "computed-places",
            Feature::WaitingLetElse => "waiting-let-else",
            Feature::WaitingOwners => "waiting-owners",
            Feature::WaitingBranches => "waiting-branches",
            Feature::DropsInHandled => "drops-in-handled",
            Feature::Batch => "batch",
            Feature::Delegates => "delegates",
            Feature::OpenNumbers => "open-numbers",
            Feature::OpenTypes => "open-types",
            Feature::Coercions => "coercions",
            Feature::OpenFloats => "open-floats",
            Feature::OpenMethods => "open-methods",
        }
    }
}

/// Those that the bodies may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options(u32);

impl Options {
    /// Anything at all.
    #[must_use]
    pub fn all() -> Self {
        Options(u32::MAX)
    }

    /// Nothing that can be left out.
    #[must_use]
    pub fn none() -> Self {
        Options(0)
    }

    /// Whether a construct may be used.
    #[must_use]
    pub fn has(self, feature: Feature) -> bool {
        self.0 & (1 << feature as u32) != 0
    }

    /// Lets a construct be used, or not.
    pub fn set(&mut self, feature: Feature, on: bool) {
        let bit = 1 << feature as u32;
        self.0 = if on { self.0 | bit } else { self.0 & !bit };
    }
}

impl Default for Options {
    /// All but what the README says is limited.
    fn default() -> Self {
        let mut options = Options::all();
        options.set(Feature::PartialMoves, false);
        options
    }
}
