use super::{Assembly, CustomAttribute, TypeUse};
use crate::metadata::attribute::Argument;
use crate::metadata::{Constant, HasConstant, HasCustomAttribute, Result, Row, table};

/// A parameter of a method.
#[derive(Clone, Debug)]
pub struct Parameter<'m> {
    pub(super) assembly: &'m Assembly<'m>,
    /// Its `Param` row (II.22.33), which it need not have.
    pub row: Option<Row<'m, table::Param>>,
    /// Its name; empty where it has none.
    pub name: &'m str,
    /// Position from 0.
    pub position: usize,
    /// Its type; by reference for `ref`, `out` and `in`.
    pub ty: TypeUse<'m>,
}

/// How a parameter passes its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterDirection {
    /// By value.
    Value,
    /// By reference, in and out.
    Ref,
    /// By reference, out only.
    Out,
    /// By reference, in only (`in`, `ref readonly`).
    In,
}

/// The value that a caller need not give.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    /// A constant of the `Constant` table.
    Constant(Constant),
    /// A decimal (`DecimalConstantAttribute`): sign, 96-bit number, power of ten to divide it by.
    Decimal {
        /// Whether it is below zero.
        negative: bool,
        /// The digits as a whole number.
        digits: u128,
        /// How many of them are decimals.
        scale: u8,
    },
    /// A `DateTime` in ticks of 100 ns since year 1 (`DateTimeConstantAttribute`).
    DateTime(i64),
    /// Optional without a stored value: the default of the type.
    TypeDefault,
}

pub(super) const COMPILER_SERVICES: &str = "System.Runtime.CompilerServices";

impl<'m> Parameter<'m> {
    fn flags(&self) -> u16 {
        self.row.map_or(0, |row| row.flags())
    }

    /// How it passes its value.
    pub fn direction(&self) -> ParameterDirection {
        if !matches!(self.ty, TypeUse::ByRef(_)) {
            return ParameterDirection::Value;
        }
        match self.flags() & 3 {
            2 => ParameterDirection::Out,
            1 if self.has(COMPILER_SERVICES, "IsReadOnlyAttribute") || self.requires_variable() => {
                ParameterDirection::In
            }
            _ => ParameterDirection::Ref,
        }
    }

    /// The keyword of C# before it, with a space; nothing for a value.
    pub(super) fn keyword(&self) -> &'static str {
        match self.direction() {
            ParameterDirection::Value if self.is_params() => "params ",
            ParameterDirection::Value => "",
            ParameterDirection::Ref => "ref ",
            ParameterDirection::Out => "out ",
            ParameterDirection::In if self.requires_variable() => "ref readonly ",
            ParameterDirection::In => "in ",
        }
    }

    /// Whether what is passed has to be a variable though it is only read (`ref readonly`).
    pub fn requires_variable(&self) -> bool {
        self.has(COMPILER_SERVICES, "RequiresLocationAttribute")
    }

    /// Whether a caller may leave it out (`[Optional]`, or a default value).
    pub fn is_optional(&self) -> bool {
        self.flags() & 0x10 != 0
    }

    /// Whether it is a `params` array.
    pub fn is_params(&self) -> bool {
        self.has("System", "ParamArrayAttribute")
    }

    /// Whether it is marked `[In]` (`ParamAttributes.In`, II.23.1.13).
    pub fn is_marked_in(&self) -> bool {
        self.flags() & 1 != 0
    }

    /// Whether it is marked `[Out]` (`ParamAttributes.Out`, II.23.1.13): what is passed by value is there to be
    /// written to.
    pub fn is_marked_out(&self) -> bool {
        self.flags() & 2 != 0
    }

    /// Its custom attributes.
    pub fn custom_attributes(&self) -> impl Iterator<Item = CustomAttribute<'m>> + use<'m> {
        let parent = self.row.map(|row| HasCustomAttribute::Param(row.id()));
        let assembly = self.assembly;
        parent
            .into_iter()
            .flat_map(move |parent| assembly.attributes_of(parent))
    }

    fn has(&self, namespace: &str, name: &str) -> bool {
        self.custom_attributes()
            .any(|attribute| attribute.is(namespace, name))
    }

    /// The value that it has when a caller leaves it out; `None` for a mandatory parameter.
    ///
    /// # Errors
    /// If the stored value does not suit its type.
    pub fn default_value(&self) -> Result<Option<DefaultValue>> {
        let Some(row) = self.row else {
            return Ok(None);
        };
        let metadata = self.assembly.metadata();
        if let Some(constant) = metadata.constant(HasConstant::Param(row.id())) {
            return constant.decode().map(DefaultValue::Constant).map(Some);
        }
        let attributes = self.custom_attributes();
        let stored = attributes
            .filter_map(|attribute| constant_attribute(&attribute))
            .next();
        Ok(stored.or_else(|| self.is_optional().then_some(DefaultValue::TypeDefault)))
    }
}

/// The value of a `DecimalConstantAttribute` or `DateTimeConstantAttribute`, which stand in for constants
/// that II.22.9 does not know.
pub(super) fn constant_attribute(attribute: &CustomAttribute<'_>) -> Option<DefaultValue> {
    let fixed = |position: usize| -> Option<i128> {
        let value = attribute.value(None).ok()?;
        value.fixed.get(position).and_then(Argument::as_integer)
    };
    if attribute.is(COMPILER_SERVICES, "DateTimeConstantAttribute") {
        return fixed(0)?.try_into().ok().map(DefaultValue::DateTime);
    }
    if !attribute.is(COMPILER_SERVICES, "DecimalConstantAttribute") {
        return None;
    }
    // The constructors take (scale, sign, high, middle, low), unsigned or signed.
    let part = |position| Some(u128::from((fixed(position)? & 0xffff_ffff) as u32));
    Some(DefaultValue::Decimal {
        scale: u8::try_from(fixed(0)?).ok()?,
        negative: fixed(1)? != 0,
        digits: part(2)? << 64 | part(3)? << 32 | part(4)?,
    })
}
