use super::{Builder, ElementType, MethodSig};
use crate::metadata::{Result, TypeDefOrRef};

/// A type in a signature (II.23.2.12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeSig {
    /// A type that the element type alone names: `int32`, `string`, `object`, `void`, `typedref`, …
    Primitive(ElementType),
    /// A class or interface.
    Class(TypeDefOrRef),
    /// A value type.
    ValueType(TypeDefOrRef),
    /// An instance of a generic type.
    Generic {
        /// Whether the generic type is a value type.
        is_value_type: bool,
        /// The generic type.
        definition: TypeDefOrRef,
        /// Its arguments.
        arguments: Vec<TypeSig>,
    },
    /// Generic parameter of the type, from 0.
    Var(u32),
    /// Generic parameter of the method, from 0.
    MVar(u32),
    /// A vector: one dimension, from 0.
    SzArray(Box<TypeSig>),
    /// An array of any shape (II.23.2.13).
    Array(Box<TypeSig>, ArrayShape),
    /// An unmanaged pointer.
    Pointer(Box<TypeSig>),
    /// A managed pointer: by reference.
    ByRef(Box<TypeSig>),
    /// A function pointer.
    FunctionPointer(Box<MethodSig>),
    /// A type with a custom modifier (II.23.2.7).
    Modified(Modifier, Box<TypeSig>),
    /// A local variable that the collector must not move.
    Pinned(Box<TypeSig>),
}

impl TypeSig {
    /// The type without custom modifiers around it.
    pub fn unmodified(&self) -> &Self {
        let mut sig = self;
        while let Self::Modified(_, inner) = sig {
            sig = inner;
        }
        sig
    }
}

/// A custom modifier (II.23.2.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modifier {
    /// `modreq` rather than `modopt`.
    pub required: bool,
    /// The modifying type.
    pub modifier: TypeDefOrRef,
}

/// The shape of an array (II.23.2.13).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrayShape {
    /// Number of dimensions.
    pub rank: u32,
    /// Sizes of the first dimensions.
    pub sizes: Vec<u32>,
    /// Lower bounds of the first dimensions.
    pub lower_bounds: Vec<i32>,
}

/// The builder of [`TypeSig`].
pub(super) struct Tree;

impl Builder for Tree {
    type Type = TypeSig;
    type List = Vec<TypeSig>;

    fn primitive(&mut self, element: ElementType) -> TypeSig {
        TypeSig::Primitive(element)
    }

    fn named(&mut self, ty: TypeDefOrRef, is_value_type: bool) -> Result<TypeSig> {
        Ok(match is_value_type {
            true => TypeSig::ValueType(ty),
            false => TypeSig::Class(ty),
        })
    }

    fn generic(
        &mut self,
        definition: TypeDefOrRef,
        is_value_type: bool,
        arguments: Vec<TypeSig>,
    ) -> Result<TypeSig> {
        Ok(TypeSig::Generic {
            is_value_type,
            definition,
            arguments,
        })
    }

    fn var(&mut self, number: u32) -> TypeSig {
        TypeSig::Var(number)
    }

    fn mvar(&mut self, number: u32) -> TypeSig {
        TypeSig::MVar(number)
    }

    fn sz_array(&mut self, element: TypeSig) -> TypeSig {
        TypeSig::SzArray(Box::new(element))
    }

    fn array(&mut self, element: TypeSig, shape: ArrayShape) -> TypeSig {
        TypeSig::Array(Box::new(element), shape)
    }

    fn pointer(&mut self, target: TypeSig) -> TypeSig {
        TypeSig::Pointer(Box::new(target))
    }

    fn by_ref(&mut self, target: TypeSig) -> TypeSig {
        TypeSig::ByRef(Box::new(target))
    }

    fn function_pointer(&mut self, signature: MethodSig) -> TypeSig {
        TypeSig::FunctionPointer(Box::new(signature))
    }

    fn modified(&mut self, modifier: Modifier, modified: TypeSig) -> TypeSig {
        TypeSig::Modified(modifier, Box::new(modified))
    }

    fn pinned(&mut self, pinned: TypeSig) -> TypeSig {
        TypeSig::Pinned(Box::new(pinned))
    }

    /// Room is made for few types: nested lists that each claim all bytes that are left must not reserve
    /// them each.
    fn list(&mut self, count: usize) -> Vec<TypeSig> {
        Vec::with_capacity(count.min(8))
    }

    fn push(&mut self, list: &mut Vec<TypeSig>, next: TypeSig) {
        list.push(next);
    }
}
