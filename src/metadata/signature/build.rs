//! The reader of signatures: hands each type to a [`Builder`] and keeps nothing itself.

use super::ElementType;
use super::builder::Builder;
use super::member::{CallingConvention, MethodSig, PropertySig};
use super::types::{ArrayShape, Modifier};
use crate::metadata::error::{ErrorKind, Result};
use crate::metadata::{Cursor, TypeDefOrRef, limits};

const HAS_THIS: u8 = 0x20;
const EXPLICIT_THIS: u8 = 0x40;
const GENERIC: u8 = 0x10;
const KIND: u8 = 0x0f;
const FIELD: u8 = 0x06;
const LOCALS: u8 = 0x07;
const PROPERTY: u8 = 0x08;
const METHOD_SPEC: u8 = 0x0a;

const PTR: u8 = 0x0f;
const BYREF: u8 = 0x10;
const VALUETYPE: u8 = 0x11;
const CLASS: u8 = 0x12;
const VAR: u8 = 0x13;
const ARRAY: u8 = 0x14;
const GENERICINST: u8 = 0x15;
const FNPTR: u8 = 0x1b;
const SZARRAY: u8 = 0x1d;
const MVAR: u8 = 0x1e;
const CMOD_REQD: u8 = 0x1f;
const CMOD_OPT: u8 = 0x20;
const SENTINEL: u8 = 0x41;
const PINNED: u8 = 0x45;

/// Reads the signature of a method, by definition or by reference (II.23.2.1 to II.23.2.3).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong, or the builder's own.
pub fn method<B: Builder>(
    cursor: Cursor<'_>,
    builder: &mut B,
) -> Result<MethodSig<B::Type, B::List>> {
    Reader::new(cursor, builder)?.method(limits::SIGNATURE_DEPTH)
}

/// Reads the type of a field (II.23.2.4).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong, or the builder's own.
pub fn field<B: Builder>(cursor: Cursor<'_>, builder: &mut B) -> Result<B::Type> {
    let mut reader = Reader::new(cursor, builder)?;
    reader.expect(FIELD, "a field signature")?;
    reader.ty(limits::SIGNATURE_DEPTH)
}

/// Reads the signature of a property (II.23.2.5).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong, or the builder's own.
pub fn property<B: Builder>(
    cursor: Cursor<'_>,
    builder: &mut B,
) -> Result<PropertySig<B::Type, B::List>> {
    let mut reader = Reader::new(cursor, builder)?;
    let head = reader.expect(PROPERTY, "a property signature")?;
    let count = reader.cursor.count()?;
    let property_type = reader.ty(limits::SIGNATURE_DEPTH)?;
    Ok(PropertySig {
        has_this: head & HAS_THIS != 0,
        property_type,
        parameters: reader.list(count, limits::SIGNATURE_DEPTH)?,
    })
}

/// Reads the types of local variables (II.23.2.6).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong, or the builder's own.
pub fn locals<B: Builder>(cursor: Cursor<'_>, builder: &mut B) -> Result<B::List> {
    let mut reader = Reader::new(cursor, builder)?;
    reader.expect(LOCALS, "a local-variable signature")?;
    let count = reader.cursor.count()?;
    reader.list(count, limits::SIGNATURE_DEPTH)
}

/// Reads the type arguments of a method instance (II.23.2.15).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong, or the builder's own.
pub fn method_spec<B: Builder>(cursor: Cursor<'_>, builder: &mut B) -> Result<B::List> {
    let mut reader = Reader::new(cursor, builder)?;
    reader.expect(METHOD_SPEC, "a method instance")?;
    let count = reader.cursor.count()?;
    reader.list(count, limits::SIGNATURE_DEPTH)
}

/// Reads a type specification (II.23.2.14).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong, or the builder's own.
pub fn type_spec<B: Builder>(cursor: Cursor<'_>, builder: &mut B) -> Result<B::Type> {
    Reader::new(cursor, builder)?.ty(limits::SIGNATURE_DEPTH)
}

/// A signature that is being read. `depth` is the number of levels that a type may still nest.
struct Reader<'r, 'm, B> {
    cursor: Cursor<'m>,
    builder: &'r mut B,
}

impl<'r, 'm, B: Builder> Reader<'r, 'm, B> {
    /// Refuses what no compiler would have written: rows can share a blob, and each reads it anew.
    fn new(cursor: Cursor<'m>, builder: &'r mut B) -> Result<Self> {
        let length = cursor.rest().len();
        if length > limits::SIGNATURE_BYTES {
            return Err(cursor.error(ErrorKind::TooLong(length as u64)));
        }
        Ok(Self { cursor, builder })
    }

    fn expect(&mut self, kind: u8, what: &'static str) -> Result<u8> {
        let at = self.cursor;
        let head = self.cursor.u8()?;
        if head & KIND != kind {
            return Err(at.error(ErrorKind::BadSignatureKind { what, value: head }));
        }
        Ok(head)
    }

    fn method(&mut self, depth: u32) -> Result<MethodSig<B::Type, B::List>> {
        let at = self.cursor;
        let head = self.cursor.u8()?;
        let bad = || {
            at.error(ErrorKind::BadSignatureKind {
                what: "a method signature",
                value: head,
            })
        };
        let convention = CallingConvention::from_number(head & KIND).ok_or_else(bad)?;
        let generic_parameters = if head & GENERIC == 0 {
            0
        } else {
            self.cursor.compressed_u32()?
        };
        let count = self.cursor.count()?;
        let return_type = self.ty(depth)?;
        let mut parameters = self.builder.list(count);
        let mut required_parameters = count;
        for position in 0..count {
            if self.cursor.peek() == Some(SENTINEL) {
                self.cursor.u8()?;
                required_parameters = position;
            }
            let parameter = self.ty(depth)?;
            self.builder.push(&mut parameters, parameter);
        }
        Ok(MethodSig {
            has_this: head & HAS_THIS != 0,
            explicit_this: head & EXPLICIT_THIS != 0,
            convention,
            generic_parameters,
            return_type,
            parameters,
            required_parameters,
        })
    }

    fn list(&mut self, count: usize, depth: u32) -> Result<B::List> {
        let mut list = self.builder.list(count);
        for _ in 0..count {
            let next = self.ty(depth)?;
            self.builder.push(&mut list, next);
        }
        Ok(list)
    }

    fn ty(&mut self, depth: u32) -> Result<B::Type> {
        let Some(deeper) = depth.checked_sub(1) else {
            return Err(self.cursor.error(ErrorKind::TooDeep));
        };
        let at = self.cursor;
        let number = self.cursor.u8()?;
        if let Some(element) = ElementType::from_number(number) {
            return Ok(self.builder.primitive(element));
        }
        Ok(match number {
            CLASS | VALUETYPE => {
                let ty = self.type_def_or_ref()?;
                self.builder.named(ty, number == VALUETYPE)?
            }
            SZARRAY => {
                let element = self.ty(deeper)?;
                self.builder.sz_array(element)
            }
            BYREF => {
                let target = self.ty(deeper)?;
                self.builder.by_ref(target)
            }
            GENERICINST => self.generic(deeper)?,
            VAR => {
                let number = self.cursor.compressed_u32()?;
                self.builder.var(number)
            }
            MVAR => {
                let number = self.cursor.compressed_u32()?;
                self.builder.mvar(number)
            }
            PTR => {
                let target = self.ty(deeper)?;
                self.builder.pointer(target)
            }
            ARRAY => {
                let element = self.ty(deeper)?;
                let shape = self.array_shape()?;
                self.builder.array(element, shape)
            }
            CMOD_REQD | CMOD_OPT => {
                let modifier = Modifier {
                    required: number == CMOD_REQD,
                    modifier: self.type_def_or_ref()?,
                };
                let modified = self.ty(deeper)?;
                self.builder.modified(modifier, modified)
            }
            FNPTR => {
                let signature = self.method(deeper)?;
                self.builder.function_pointer(signature)
            }
            PINNED => {
                let pinned = self.ty(deeper)?;
                self.builder.pinned(pinned)
            }
            other => return Err(at.error(ErrorKind::BadElementType(other))),
        })
    }

    /// What follows GENERICINST (II.23.2.12).
    fn generic(&mut self, depth: u32) -> Result<B::Type> {
        let at = self.cursor;
        let is_value_type = match self.cursor.u8()? {
            VALUETYPE => true,
            CLASS => false,
            other => return Err(at.error(ErrorKind::BadElementType(other))),
        };
        let definition = self.type_def_or_ref()?;
        let count = self.cursor.count()?;
        let arguments = self.list(count, depth)?;
        self.builder.generic(definition, is_value_type, arguments)
    }

    /// A TypeDefOrRefOrSpecEncoded (II.23.2.8).
    fn type_def_or_ref(&mut self) -> Result<TypeDefOrRef> {
        let at = self.cursor;
        let value = self.cursor.compressed_u32()?;
        TypeDefOrRef::from_encoded(value).ok_or_else(|| at.error(ErrorKind::BadTag { value }))
    }

    fn array_shape(&mut self) -> Result<ArrayShape> {
        let at = self.cursor;
        let rank = self.cursor.compressed_u32()?;
        if rank == 0 || rank > limits::ARRAY_RANK {
            return Err(at.bad_count(rank, self.cursor.rest().len()));
        }
        let mut shape = ArrayShape {
            rank,
            ..ArrayShape::default()
        };
        for _ in 0..self.cursor.count()? {
            shape.sizes.push(self.cursor.compressed_u32()?);
        }
        for _ in 0..self.cursor.count()? {
            shape.lower_bounds.push(self.cursor.compressed_i32()?);
        }
        Ok(shape)
    }
}
