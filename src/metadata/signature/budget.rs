use crate::metadata::error::{Error, ErrorKind, Result};
use crate::metadata::limits;
use std::cell::Cell;

/// How far one signature may lead: levels of nesting, and type specifications that it goes through.
///
/// A specification may refer to others, so that a few bytes can stand for a tree of any depth and width;
/// whoever follows such references takes them from a budget.
#[derive(Clone, Copy, Debug)]
pub struct Budget<'b> {
    depth: u32,
    type_specs: &'b Cell<u32>,
}

impl<'b> Budget<'b> {
    /// A full budget; `type_specs` counts the specifications and begins at 0.
    pub fn new(type_specs: &'b Cell<u32>) -> Self {
        Self {
            depth: 0,
            type_specs,
        }
    }

    /// The budget one level further in.
    ///
    /// # Errors
    /// [`ErrorKind::TooDeep`], past [`limits::SIGNATURE_DEPTH`].
    pub fn deeper(self) -> Result<Self> {
        let depth = self.depth.saturating_add(1);
        if depth > limits::SIGNATURE_DEPTH {
            return Err(Error::new(ErrorKind::TooDeep));
        }
        Ok(Self { depth, ..self })
    }

    /// Takes one type specification.
    ///
    /// # Errors
    /// [`ErrorKind::TooManyTypeSpecs`], past [`limits::TYPE_SPECS`].
    pub fn take_type_spec(self) -> Result<()> {
        let taken = self.type_specs.get().saturating_add(1);
        self.type_specs.set(taken);
        if taken > limits::TYPE_SPECS {
            return Err(Error::new(ErrorKind::TooManyTypeSpecs));
        }
        Ok(())
    }
}
