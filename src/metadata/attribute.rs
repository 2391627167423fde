//! Values of custom attributes (II.23.3).
//!
//! The blob says nothing about the types of the fixed arguments: they come from the signature of the
//! attribute's constructor. Where such a type is an enum, the width of its values is only known from the
//! enum's own definition, perhaps in another assembly: [`EnumSizes`] asks for it. If nobody knows, the
//! blob decides: the only width among 4, 1, 2 and 8 bytes with which it is consumed exactly.

use super::error::{ErrorKind, Result};
use super::signature::{ElementType, MethodSig, TypeSig};
use super::{Cursor, TypeDefOrRef, limits};
use std::sync::Arc;

/// Answers which integer an enum is made of.
pub trait EnumSizes {
    /// What the type of a fixed argument is.
    fn classify(&self, ty: TypeDefOrRef) -> TypeClass;

    /// The underlying type of the enum with this name, as a serialised type name
    /// (`Ns.Enum, Assembly, …`).
    fn underlying_of_name(&self, name: &str) -> Option<ElementType>;
}

/// What a type of a constructor's signature is to a custom attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeClass {
    /// `System.Type`.
    SystemType,
    /// An enum: its full name, and its underlying type where that is known.
    Enum(Arc<str>, Option<ElementType>),
}

/// The decoded value of a custom attribute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeValue<'m> {
    /// Arguments of the constructor, in order.
    pub fixed: Vec<Argument<'m>>,
    /// Assignments to fields and properties, in order.
    pub named: Vec<NamedArgument<'m>>,
}

impl<'m> AttributeValue<'m> {
    /// The argument of the property or field `name`.
    pub fn named(&self, name: &str) -> Option<&Argument<'m>> {
        let found = self.named.iter().find(|argument| argument.name == name);
        found.map(|argument| &argument.value)
    }
}

/// A field or property that an attribute sets.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedArgument<'m> {
    /// A field rather than a property.
    pub is_field: bool,
    /// Name of the field or property.
    pub name: &'m str,
    /// Its value.
    pub value: Argument<'m>,
}

/// A value in a custom attribute.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the variants are the element types")]
pub enum Argument<'m> {
    Boolean(bool),
    Char(u16),
    I1(i8),
    U1(u8),
    I2(i16),
    U2(u16),
    I4(i32),
    U4(u32),
    I8(i64),
    U8(u64),
    R4(f32),
    R8(f64),
    /// A string; `None` is null.
    String(Option<&'m str>),
    /// A `System.Type` by its serialised name; `None` is null.
    Type(Option<&'m str>),
    /// A value of the enum with this name, which reflection's grammar writes: `Ns.Outer+Inner, Assembly`.
    Enum(Arc<str>, Box<Argument<'m>>),
    /// An array of this type; `None` is null.
    Array(ArgumentType, Option<Vec<Argument<'m>>>),
    /// A value passed as `object`.
    Boxed(Box<Argument<'m>>),
}

impl<'m> Argument<'m> {
    /// The string, or `None` for null and for every other type.
    pub fn as_str(&self) -> Option<&'m str> {
        match self {
            Self::String(text) => *text,
            _ => None,
        }
    }

    /// The value as a Boolean, or `None` for every other type.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// The value of an integer or an enum.
    pub fn as_integer(&self) -> Option<i128> {
        Some(match self {
            Self::I1(value) => i128::from(*value),
            Self::U1(value) => i128::from(*value),
            Self::I2(value) => i128::from(*value),
            Self::U2(value) => i128::from(*value),
            Self::I4(value) => i128::from(*value),
            Self::U4(value) => i128::from(*value),
            Self::I8(value) => i128::from(*value),
            Self::U8(value) => i128::from(*value),
            Self::Enum(_, value) => return value.as_integer(),
            _ => return None,
        })
    }
}

/// Widths tried for an enum that nobody knows, the most frequent first.
const GUESSES: [ElementType; 4] = [
    ElementType::I4,
    ElementType::U1,
    ElementType::I2,
    ElementType::I8,
];

/// Decodes `value`, the blob of a custom attribute whose constructor has the signature `constructor`.
///
/// `type_arguments` are those of the attribute's class, which is mostly not generic.
///
/// # Errors
/// A typed error with the offset of the byte that is wrong; [`ErrorKind::UnknownEnum`], if an enum's width
/// is unknown and the blob fits several or none.
pub fn decode<'m>(
    value: Cursor<'m>,
    constructor: &MethodSig,
    type_arguments: &[TypeSig],
    enums: &dyn EnumSizes,
) -> Result<AttributeValue<'m>> {
    let mut decoder = Decoder {
        enums,
        type_arguments,
        guess: None,
        unknown: None,
    };
    let first = decoder.value(value, constructor);
    let Some(unknown) = decoder.unknown.take() else {
        return first;
    };
    let mut fits = GUESSES.into_iter().filter_map(|guess| {
        decoder.guess = Some(guess);
        decoder.value(value, constructor).ok()
    });
    match (fits.next(), fits.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(value.error(ErrorKind::UnknownEnum(unknown))),
    }
}

/// The type of an argument, as the constructor's signature or the blob itself gives it (II.23.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgumentType {
    /// A number, character, Boolean or string.
    Primitive(ElementType),
    /// `System.Type`.
    SystemType,
    /// `object`.
    Boxed,
    /// The enum with this name, and its underlying type where that is known.
    Enum(Arc<str>, Option<ElementType>),
    /// An array of this type.
    Array(Box<ArgumentType>),
}

struct Decoder<'r> {
    enums: &'r dyn EnumSizes,
    type_arguments: &'r [TypeSig],
    guess: Option<ElementType>,
    unknown: Option<String>,
}

const PROLOG: u16 = 0x0001;
const NULL_STRING: u8 = 0xff;
const NULL_ARRAY: u32 = u32::MAX;
const FIELD: u8 = 0x53;
const VAR: u8 = 0x13;
const SZARRAY: u8 = 0x1d;
const TYPE: u8 = 0x50;
const BOXED: u8 = 0x51;
const ENUM: u8 = 0x55;

impl Decoder<'_> {
    fn value<'m>(
        &mut self,
        mut cursor: Cursor<'m>,
        constructor: &MethodSig,
    ) -> Result<AttributeValue<'m>> {
        let mut value = AttributeValue::default();
        if cursor.is_empty() && constructor.parameters.is_empty() {
            return Ok(value);
        }
        let at = cursor;
        let prolog = cursor.u16()?;
        if prolog != PROLOG {
            return Err(at.error(ErrorKind::BadProlog(prolog)));
        }
        for parameter in &constructor.parameters {
            let ty = self.parameter_type(&cursor, parameter, self.type_arguments)?;
            value
                .fixed
                .push(self.argument(&mut cursor, &ty, limits::SIGNATURE_DEPTH)?);
        }
        if cursor.is_empty() {
            return Ok(value);
        }
        for _ in 0..cursor.u16()? {
            let is_field = cursor.u8()? == FIELD;
            let ty = self.blob_type(&mut cursor, limits::SIGNATURE_DEPTH)?;
            let name = string(&mut cursor)?.unwrap_or_default();
            let argument = self.argument(&mut cursor, &ty, limits::SIGNATURE_DEPTH)?;
            value.named.push(NamedArgument {
                is_field,
                name,
                value: argument,
            });
        }
        match cursor.rest().len() as u64 {
            0 => Ok(value),
            left => Err(cursor.error(ErrorKind::Trailing(left))),
        }
    }

    /// The type of a fixed argument, from the constructor's signature.
    fn parameter_type(
        &self,
        cursor: &Cursor<'_>,
        sig: &TypeSig,
        type_arguments: &[TypeSig],
    ) -> Result<ArgumentType> {
        Ok(match sig.unmodified() {
            TypeSig::Var(number) => {
                let argument = usize::try_from(*number).ok();
                let argument = argument.and_then(|number| type_arguments.get(number));
                let argument =
                    argument.ok_or_else(|| cursor.error(ErrorKind::BadElementType(VAR)))?;
                self.parameter_type(cursor, argument, &[])?
            }
            TypeSig::Primitive(ElementType::Object) => ArgumentType::Boxed,
            TypeSig::Primitive(element) => ArgumentType::Primitive(*element),
            TypeSig::SzArray(element) => match element.unmodified() {
                TypeSig::SzArray(_) => return Err(cursor.error(ErrorKind::BadElementType(SZARRAY))),
                element => ArgumentType::Array(Box::new(self.parameter_type(
                    cursor,
                    element,
                    type_arguments,
                )?)),
            },
            // Enums can be nested in generic types, and then are instances of generic types themselves.
            TypeSig::Class(ty)
            | TypeSig::ValueType(ty)
            | TypeSig::Generic { definition: ty, .. } => match self.enums.classify(*ty) {
                TypeClass::SystemType => ArgumentType::SystemType,
                TypeClass::Enum(name, underlying) => ArgumentType::Enum(name, underlying),
            },
            _ => return Err(cursor.error(ErrorKind::BadElementType(0))),
        })
    }

    /// The type of a named or boxed argument, from the blob (FieldOrPropType).
    fn blob_type(&self, cursor: &mut Cursor<'_>, depth: u32) -> Result<ArgumentType> {
        let Some(deeper) = depth.checked_sub(1) else {
            return Err(cursor.error(ErrorKind::TooDeep));
        };
        let at = *cursor;
        Ok(match cursor.u8()? {
            TYPE => ArgumentType::SystemType,
            BOXED => ArgumentType::Boxed,
            SZARRAY => ArgumentType::Array(Box::new(self.blob_type(cursor, deeper)?)),
            ENUM => {
                let name = string(cursor)?.unwrap_or_default();
                let underlying = self.enums.underlying_of_name(name);
                ArgumentType::Enum(name.into(), underlying)
            }
            number => match ElementType::from_number(number) {
                Some(element) => ArgumentType::Primitive(element),
                None => return Err(at.error(ErrorKind::BadElementType(number))),
            },
        })
    }

    fn argument<'m>(
        &mut self,
        cursor: &mut Cursor<'m>,
        ty: &ArgumentType,
        depth: u32,
    ) -> Result<Argument<'m>> {
        let Some(deeper) = depth.checked_sub(1) else {
            return Err(cursor.error(ErrorKind::TooDeep));
        };
        Ok(match ty {
            ArgumentType::Primitive(element) => primitive(cursor, *element)?,
            ArgumentType::SystemType => Argument::Type(string(cursor)?),
            ArgumentType::Boxed => {
                let ty = self.blob_type(cursor, deeper)?;
                Argument::Boxed(Box::new(self.argument(cursor, &ty, deeper)?))
            }
            ArgumentType::Enum(name, underlying) => {
                let underlying = underlying.or(self.guess).unwrap_or_else(|| {
                    self.unknown.get_or_insert_with(|| name.to_string());
                    ElementType::I4
                });
                let value = primitive(cursor, underlying)?;
                Argument::Enum(name.clone(), Box::new(value))
            }
            ArgumentType::Array(element) => {
                let at = *cursor;
                let count = cursor.u32()?;
                let element_type = element.as_ref().clone();
                if count == NULL_ARRAY {
                    return Ok(Argument::Array(element_type, None));
                }
                let left = cursor.rest().len();
                let Some(length) = usize::try_from(count).ok().filter(|c| *c <= left) else {
                    let left = left as u64;
                    return Err(at.error(ErrorKind::BadCount { count, left }));
                };
                let mut elements = Vec::new();
                for _ in 0..length {
                    elements.push(self.argument(cursor, element, deeper)?);
                }
                Argument::Array(element_type, Some(elements))
            }
        })
    }
}

fn primitive<'m>(cursor: &mut Cursor<'m>, element: ElementType) -> Result<Argument<'m>> {
    Ok(match element {
        ElementType::Boolean => Argument::Boolean(cursor.u8()? != 0),
        ElementType::Char => Argument::Char(cursor.u16()?),
        ElementType::I1 => Argument::I1(cursor.u8()?.cast_signed()),
        ElementType::U1 => Argument::U1(cursor.u8()?),
        ElementType::I2 => Argument::I2(cursor.u16()?.cast_signed()),
        ElementType::U2 => Argument::U2(cursor.u16()?),
        ElementType::I4 => Argument::I4(cursor.u32()?.cast_signed()),
        ElementType::U4 => Argument::U4(cursor.u32()?),
        ElementType::I8 => Argument::I8(cursor.u64()?.cast_signed()),
        ElementType::U8 => Argument::U8(cursor.u64()?),
        ElementType::R4 => Argument::R4(f32::from_bits(cursor.u32()?)),
        ElementType::R8 => Argument::R8(f64::from_bits(cursor.u64()?)),
        ElementType::String => Argument::String(string(cursor)?),
        other => return Err(cursor.error(ErrorKind::BadElementType(other as u8))),
    })
}

/// A SerString (II.23.3): a length and UTF-8 bytes, or 0xFF for null.
fn string<'m>(cursor: &mut Cursor<'m>) -> Result<Option<&'m str>> {
    if cursor.peek() == Some(NULL_STRING) {
        cursor.u8()?;
        return Ok(None);
    }
    let length = cursor.count()?;
    let at = *cursor;
    let bytes = cursor.take(length, "a string")?;
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(at.error(ErrorKind::InvalidUtf8)),
    }
}
