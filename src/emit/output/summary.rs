use super::MethodChange;

/// What [`write()`](super::write()) did, or would do. The manifest is not in the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteSummary {
    /// Files that were created or replaced, in the order given.
    pub written: Vec<String>,
    /// Files that already had the right bytes, in the order given.
    pub unchanged: Vec<String>,
    /// Files of an earlier run that this one no longer makes, and that were removed; sorted.
    pub removed: Vec<String>,
    /// Files of an earlier run that this one no longer makes, but that the user edited: they stay,
    /// and are the user's from now on; sorted.
    pub kept: Vec<String>,
    /// What happened to the methods of files that people edit; those that stayed as generated are not told.
    pub methods: Vec<MethodChange>,
}

impl WriteSummary {
    /// Whether there is nothing to do.
    pub fn is_current(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }
}
