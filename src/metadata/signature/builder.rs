use super::{ArrayShape, ElementType, MethodSig, Modifier};
use crate::metadata::{Result, TypeDefOrRef};

/// What the types of a signature become while it is read (II.23.2.12).
///
/// The functions of [`build`](super::build) call one method for each type, after those of the types inside
/// it. A builder that only counts or compares keeps nothing, so reading with it reserves no memory; the
/// one behind [`method`](super::method) and its siblings makes the tree of
/// [`TypeSig`](super::TypeSig).
///
/// ```
/// # use dllift::metadata::{Cursor, Result, TypeDefOrRef};
/// use dllift::metadata::signature::{self, ArrayShape, Builder, ElementType, MethodSig, Modifier};
///
/// /// How many times a signature names a class or a value type.
/// struct Names;
///
/// impl Builder for Names {
///     type Type = u32;
///     type List = u32;
///
///     fn named(&mut self, _: TypeDefOrRef, _: bool) -> Result<u32> { Ok(1) }
///     fn generic(&mut self, _: TypeDefOrRef, _: bool, arguments: u32) -> Result<u32> { Ok(1 + arguments) }
///     fn primitive(&mut self, _: ElementType) -> u32 { 0 }
///     fn var(&mut self, _: u32) -> u32 { 0 }
///     fn mvar(&mut self, _: u32) -> u32 { 0 }
///     fn sz_array(&mut self, element: u32) -> u32 { element }
///     fn array(&mut self, element: u32, _: ArrayShape) -> u32 { element }
///     fn pointer(&mut self, target: u32) -> u32 { target }
///     fn by_ref(&mut self, target: u32) -> u32 { target }
///     fn function_pointer(&mut self, sig: MethodSig<u32, u32>) -> u32 { sig.return_type + sig.parameters }
///     fn modified(&mut self, _: Modifier, modified: u32) -> u32 { 1 + modified }
///     fn pinned(&mut self, pinned: u32) -> u32 { pinned }
///     fn list(&mut self, _: usize) -> u32 { 0 }
///     fn push(&mut self, list: &mut u32, next: u32) { *list += next }
/// }
///
/// // int32 M(class 0x02000001, class 0x01000001<string>)
/// let blob = [0, 2, 0x08, 0x12, 0x04, 0x15, 0x12, 0x05, 1, 0x0e];
/// let sig = signature::build::method(Cursor::new(&blob, 0), &mut Names)?;
/// assert_eq!((sig.return_type, sig.parameters), (0, 2));
/// # Ok::<(), dllift::metadata::Error>(())
/// ```
pub trait Builder {
    /// What a type becomes.
    type Type;
    /// What a list of types becomes: parameters, type arguments, local variables.
    type List;

    /// A type that the element type alone names.
    fn primitive(&mut self, element: ElementType) -> Self::Type;

    /// A class, an interface or, if `is_value_type`, a value type. The row need not exist.
    ///
    /// # Errors
    /// The builder's own, if it looks at the row; reading ends with it.
    fn named(&mut self, ty: TypeDefOrRef, is_value_type: bool) -> Result<Self::Type>;

    /// An instance of the generic type `definition`, whose row need not exist.
    ///
    /// # Errors
    /// Those of [`named`](Self::named).
    fn generic(
        &mut self,
        definition: TypeDefOrRef,
        is_value_type: bool,
        arguments: Self::List,
    ) -> Result<Self::Type>;

    /// Generic parameter `number`, from 0, of the type.
    fn var(&mut self, number: u32) -> Self::Type;

    /// Generic parameter `number`, from 0, of the method.
    fn mvar(&mut self, number: u32) -> Self::Type;

    /// A vector: one dimension, from 0.
    fn sz_array(&mut self, element: Self::Type) -> Self::Type;

    /// An array of any shape.
    fn array(&mut self, element: Self::Type, shape: ArrayShape) -> Self::Type;

    /// An unmanaged pointer.
    fn pointer(&mut self, target: Self::Type) -> Self::Type;

    /// A managed pointer: by reference.
    fn by_ref(&mut self, target: Self::Type) -> Self::Type;

    /// A function pointer.
    fn function_pointer(&mut self, signature: MethodSig<Self::Type, Self::List>) -> Self::Type;

    /// A type with a custom modifier.
    fn modified(&mut self, modifier: Modifier, modified: Self::Type) -> Self::Type;

    /// The type of a local variable that the collector must not move.
    fn pinned(&mut self, pinned: Self::Type) -> Self::Type;

    /// An empty list, to which `count` types are pushed unless an error ends the reading. The count is not
    /// more than the bytes that are left.
    fn list(&mut self, count: usize) -> Self::List;

    /// Adds `next` to the end of `list`.
    fn push(&mut self, list: &mut Self::List, next: Self::Type);
}
