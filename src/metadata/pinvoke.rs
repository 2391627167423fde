use super::{Row, table};

/// `PInvokeAttributes` (II.23.1.8): how a native function is found and called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PInvokeFlags(pub u16);

/// How strings are passed to native code (II.23.1.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum CharSet {
    NotSpecified,
    Ansi,
    Unicode,
    Auto,
}

/// How a native function is called (II.23.1.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum ImportConvention {
    /// The platform's own: `StdCall` on 32-bit Windows.
    PlatformApi,
    Cdecl,
    StdCall,
    ThisCall,
    FastCall,
}

impl PInvokeFlags {
    /// Whether the function has the name as it stands, without a suffix `A` or `W`.
    pub fn no_mangle(self) -> bool {
        self.0 & 0x1 != 0
    }

    /// How strings are passed.
    pub fn char_set(self) -> CharSet {
        match self.0 & 0x6 {
            0x2 => CharSet::Ansi,
            0x4 => CharSet::Unicode,
            0x6 => CharSet::Auto,
            _ => CharSet::NotSpecified,
        }
    }

    /// Whether a character without an exact partner becomes a similar one; `None` leaves it to the type
    /// or assembly.
    pub fn best_fit(self) -> Option<bool> {
        choice(self.0, 0x10, 0x20)
    }

    /// Whether the function sets the last error.
    pub fn supports_last_error(self) -> bool {
        self.0 & 0x40 != 0
    }

    /// How the function is called; `None` for an unknown number.
    pub fn convention(self) -> Option<ImportConvention> {
        Some(match self.0 & 0x700 {
            0x100 => ImportConvention::PlatformApi,
            0x200 => ImportConvention::Cdecl,
            0x300 => ImportConvention::StdCall,
            0x400 => ImportConvention::ThisCall,
            0x500 => ImportConvention::FastCall,
            _ => return None,
        })
    }

    /// Whether a character that cannot be converted is an exception; `None` leaves it to the type or
    /// assembly.
    pub fn throw_on_unmappable(self) -> Option<bool> {
        choice(self.0, 0x1000, 0x2000)
    }
}

fn choice(flags: u16, yes: u16, no: u16) -> Option<bool> {
    match (flags & yes != 0, flags & no != 0) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

impl Row<'_, table::ImplMap> {
    /// [`mapping_flags`](Self::mapping_flags), with a meaning.
    pub fn flags(self) -> PInvokeFlags {
        PInvokeFlags(self.mapping_flags())
    }
}

#[cfg(test)]
mod tests {
    use super::{CharSet, ImportConvention, PInvokeFlags};

    #[test]
    fn every_part_of_the_flags_is_read() {
        let flags = PInvokeFlags(0x1245 | 0x20);
        assert!(flags.no_mangle() && flags.supports_last_error());
        assert_eq!(flags.char_set(), CharSet::Unicode);
        assert_eq!(flags.convention(), Some(ImportConvention::Cdecl));
        assert_eq!(flags.best_fit(), Some(false));
        assert_eq!(flags.throw_on_unmappable(), Some(true));

        let none = PInvokeFlags(0);
        assert!(!none.no_mangle() && !none.supports_last_error());
        assert_eq!(none.char_set(), CharSet::NotSpecified);
        assert_eq!(none.convention(), None);
        assert_eq!((none.best_fit(), none.throw_on_unmappable()), (None, None));
    }
}
