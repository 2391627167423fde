//! Rows found by a key column: the tables that II.22 wants sorted, and the two member maps.

use super::coded::{
    Coded, HasConstant, HasCustomAttribute, HasDeclSecurity, HasFieldMarshal, HasSemantics,
    MemberForwarded, TypeOrMethodDef,
};
use super::schema::{Table, TableId, column, table};
use super::{Id, Metadata, Row};

/// A table whose rows are looked up by the value of one column.
pub trait Keyed: Table {
    /// Number of the key column.
    const KEY: usize;
}

macro_rules! keyed {
    ($($table:ident.$column:ident,)*) => {$(
        impl Keyed for table::$table {
            const KEY: usize = column::$table::$column as usize;
        }
    )*};
}

keyed! {
    FieldPtr.field,
    MethodPtr.method,
    InterfaceImpl.class,
    Constant.parent,
    CustomAttribute.parent,
    FieldMarshal.parent,
    DeclSecurity.parent,
    ClassLayout.parent,
    FieldLayout.field,
    EventMap.parent,
    PropertyMap.parent,
    MethodSemantics.association,
    MethodImpl.class,
    ImplMap.member_forwarded,
    FieldRva.field,
    NestedClass.nested_class,
    GenericParam.owner,
    GenericParamConstraint.owner,
    LocalScope.method,
    StateMachineMethod.move_next_method,
    CustomDebugInformation.parent,
}

/// How a keyed table is searched; found out by the first look-up.
///
/// Bisection of a large table costs a dozen mispredicted branches and cache misses, and a listing asks for
/// every member. So the range of the keys is divided into as many buckets of equal width as there are rows,
/// and the search is within one bucket, which in a real table holds a row or two.
#[derive(Debug)]
pub(crate) struct Order {
    /// Row numbers sorted by key, then by number; `None` where the rows are sorted themselves.
    rows: Option<Box<[u32]>>,
    /// The bucket of a key is the key shifted right by this.
    shift: u32,
    /// Where each bucket begins in the order, and where the last one ends.
    starts: Vec<u32>,
}

impl Order {
    /// `keys` are those of the rows in table order.
    fn new(keys: impl Iterator<Item = u32> + Clone) -> Self {
        if keys.clone().is_sorted() {
            let (shift, starts) = Self::buckets(keys);
            let rows = None;
            return Self {
                rows,
                shift,
                starts,
            };
        }
        let mut pairs: Vec<(u32, u32)> = keys.zip(1..).collect();
        pairs.sort_unstable();
        let (shift, starts) = Self::buckets(pairs.iter().map(|(key, _)| *key));
        let rows = Some(pairs.into_iter().map(|(_, row)| row).collect());
        Self {
            rows,
            shift,
            starts,
        }
    }

    fn buckets(sorted: impl Iterator<Item = u32> + Clone) -> (u32, Vec<u32>) {
        let (mut rows, mut most) = (0usize, 0);
        for key in sorted.clone() {
            rows = rows.saturating_add(1);
            most = key;
        }
        let mut shift = 0u32;
        while (most >> shift) as usize > rows {
            shift = shift.saturating_add(1);
        }
        let mut starts = vec![0u32; ((most >> shift) as usize).saturating_add(2)];
        for (key, end) in sorted.zip(1..) {
            let next = ((key >> shift) as usize).saturating_add(1);
            if let Some(slot) = starts.get_mut(next) {
                *slot = end;
            }
        }
        let mut end = 0;
        for slot in &mut starts {
            end = end.max(*slot);
            *slot = end;
        }
        (shift, starts)
    }

    /// The part of the order in which `key` is, if it is anywhere.
    #[inline]
    fn bucket(&self, key: u32) -> (u32, u32) {
        let bucket = (key >> self.shift) as usize;
        match self.starts.get(bucket..).and_then(<[u32]>::first_chunk) {
            Some([start, end]) => (*start, *end),
            None => (0, 0),
        }
    }

    /// The number of the row at `position`, from 0, which may be past the end.
    #[inline]
    fn row(&self, position: u32) -> u32 {
        match &self.rows {
            None => position.saturating_add(1),
            Some(rows) => rows.get(position as usize).copied().unwrap_or(u32::MAX),
        }
    }
}

/// The rows with one key, in table order.
pub struct Matches<'m, T> {
    metadata: &'m Metadata<'m>,
    order: &'m Order,
    key: u32,
    next: u32,
    end: u32,
    table: std::marker::PhantomData<fn() -> T>,
}

impl<T> Clone for Matches<'_, T> {
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

impl<'m, T: Keyed> Iterator for Matches<'m, T> {
    type Item = Row<'m, T>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let id = Id::new(self.order.row(self.next))?;
        let row = self.metadata.row(id).ok()?;
        if row.number_at(T::KEY) != self.key {
            return None;
        }
        self.next = self.next.saturating_add(1);
        Some(row)
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        self.next = self.next.saturating_add(n);
        self.next()
    }
}

impl Metadata<'_> {
    /// The rows of `T` whose key column holds `key`, which is a row number or a packed coded index.
    ///
    /// The first look-up in a table goes through all its rows, and sorts them if they are not.
    #[inline]
    pub fn matches<T: Keyed>(&self, key: u32) -> Matches<'_, T> {
        let order = self.order::<T>();
        let (mut low, end) = order.bucket(key);
        let mut high = end;
        while low < high {
            let middle = low.midpoint(high);
            if self.key::<T>(order.row(middle)) < key {
                low = middle.saturating_add(1);
            } else {
                high = middle;
            }
        }
        Matches {
            metadata: self,
            order,
            key,
            next: low,
            end,
            table: std::marker::PhantomData,
        }
    }

    #[inline]
    fn key<T: Keyed>(&self, row: u32) -> u32 {
        let bytes = self.row_bytes(T::ID, row).unwrap_or_default();
        self.layout(T::ID).number(bytes, T::KEY)
    }

    #[inline]
    fn order<T: Keyed>(&self) -> &Order {
        static EMPTY: Order = Order {
            rows: None,
            shift: 0,
            starts: Vec::new(),
        };
        let order = self.orders.get(T::ID as usize);
        order.map_or(&EMPTY, |order| {
            order.get_or_init(|| Order::new(self.rows::<T>().map(|row| row.number_at(T::KEY))))
        })
    }

    /// The custom attributes of `parent` (II.22.10).
    pub fn custom_attributes(
        &self,
        parent: HasCustomAttribute,
    ) -> Matches<'_, table::CustomAttribute> {
        self.matches(parent.encode())
    }

    /// The constant of `parent` (II.22.9).
    pub fn constant(&self, parent: HasConstant) -> Option<Row<'_, table::Constant>> {
        self.matches(parent.encode()).next()
    }

    /// The marshalling descriptor of `parent` (II.22.17).
    pub fn field_marshal(&self, parent: HasFieldMarshal) -> Option<Row<'_, table::FieldMarshal>> {
        self.matches(parent.encode()).next()
    }

    /// The declarative security of `parent` (II.22.11).
    pub fn decl_security(&self, parent: HasDeclSecurity) -> Matches<'_, table::DeclSecurity> {
        self.matches(parent.encode())
    }

    /// The interfaces that `class` implements (II.22.23).
    pub fn interface_impls(&self, class: Id<table::TypeDef>) -> Matches<'_, table::InterfaceImpl> {
        self.matches(class.row())
    }

    /// The row that says in which type `nested` is nested (II.22.32).
    pub fn nested_class(&self, nested: Id<table::TypeDef>) -> Option<Row<'_, table::NestedClass>> {
        self.matches(nested.row()).next()
    }

    /// The layout of `class` (II.22.8).
    pub fn class_layout(&self, class: Id<table::TypeDef>) -> Option<Row<'_, table::ClassLayout>> {
        self.matches(class.row()).next()
    }

    /// The position of `field` (II.22.16).
    pub fn field_layout(&self, field: Id<table::Field>) -> Option<Row<'_, table::FieldLayout>> {
        self.matches(field.row()).next()
    }

    /// The initial data of `field` (II.22.18).
    pub fn field_rva(&self, field: Id<table::Field>) -> Option<Row<'_, table::FieldRva>> {
        self.matches(field.row()).next()
    }

    /// The list of `class`'s properties (II.22.35).
    pub fn property_map(&self, class: Id<table::TypeDef>) -> Option<Row<'_, table::PropertyMap>> {
        self.matches(class.row()).next()
    }

    /// The list of `class`'s events (II.22.12).
    pub fn event_map(&self, class: Id<table::TypeDef>) -> Option<Row<'_, table::EventMap>> {
        self.matches(class.row()).next()
    }

    /// The type whose list holds `method` (II.22.37).
    pub fn method_owner(&self, method: Id<table::MethodDef>) -> Option<Id<table::TypeDef>> {
        let position = self.list_position::<table::MethodPtr>(method.row())?;
        self.list_owner(column::TypeDef::method_list as usize, position)
    }

    /// The type whose list holds `field`.
    pub fn field_owner(&self, field: Id<table::Field>) -> Option<Id<table::TypeDef>> {
        let position = self.list_position::<table::FieldPtr>(field.row())?;
        self.list_owner(column::TypeDef::field_list as usize, position)
    }

    /// Where the member `row` is in the lists of the types, which go through the table `P` if it is there.
    fn list_position<P: Keyed>(&self, row: u32) -> Option<u32> {
        match self.row_count(P::ID) {
            0 => Some(row),
            _ => Some(self.matches::<P>(row).next()?.id().row()),
        }
    }

    /// The type in whose list, a column, `position` is.
    fn list_owner(&self, list: usize, position: u32) -> Option<Id<table::TypeDef>> {
        let starts_after = |row: u32| {
            let bytes = self.row_bytes(TableId::TypeDef, row).unwrap_or_default();
            self.layout(TableId::TypeDef).number(bytes, list) > position
        };
        // Of types whose lists begin at one row, all but the last are empty.
        let (mut low, mut high) = (1, self.row_count(TableId::TypeDef).saturating_add(1));
        while low < high {
            let middle = low.midpoint(high);
            if starts_after(middle) {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        Id::new(low.checked_sub(1)?)
    }

    /// The accessors of `association` (II.22.28).
    pub fn method_semantics(
        &self,
        association: HasSemantics,
    ) -> Matches<'_, table::MethodSemantics> {
        self.matches(association.encode())
    }

    /// The explicit overrides of `class` (II.22.27).
    pub fn method_impls(&self, class: Id<table::TypeDef>) -> Matches<'_, table::MethodImpl> {
        self.matches(class.row())
    }

    /// The native function behind `member` (II.22.22).
    pub fn impl_map(&self, member: MemberForwarded) -> Option<Row<'_, table::ImplMap>> {
        self.matches(member.encode()).next()
    }

    /// The generic parameters of `owner`, by number (II.22.20).
    pub fn generic_params(&self, owner: TypeOrMethodDef) -> Matches<'_, table::GenericParam> {
        self.matches(owner.encode())
    }

    /// The constraints of `owner` (II.22.21).
    pub fn generic_param_constraints(
        &self,
        owner: Id<table::GenericParam>,
    ) -> Matches<'_, table::GenericParamConstraint> {
        self.matches(owner.row())
    }

    /// The number of rows of every table that has some, in table order.
    pub fn row_counts(&self) -> impl Iterator<Item = (TableId, u32)> + '_ {
        let counts = TableId::ALL
            .iter()
            .map(|table| (*table, self.row_count(*table)));
        counts.filter(|(_, rows)| *rows > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    /// The rows with `key` that its bucket holds.
    fn rows(keys: &[u32], key: u32) -> Vec<u32> {
        let order = Order::new(keys.iter().copied());
        let (start, end) = order.bucket(key);
        let rows = (start..end).map(|position| order.row(position));
        let has_key = |row: &u32| (1..).zip(keys).any(|found| found == (*row, &key));
        rows.filter(has_key).collect()
    }

    #[test]
    fn the_bucket_of_a_key_holds_all_its_rows() {
        let sorted = [3, 3, 3, 40, 41, 700, 701, 90_000];
        let unsorted = [700, 3, 90_000, 3, 701, 40, 3, 41];
        for keys in [sorted, unsorted] {
            for key in [0, 3, 4, 40, 41, 42, 700, 701, 90_000, 90_001, u32::MAX] {
                let expected = (1..).zip(keys).filter(|(_, found)| *found == key);
                let expected: Vec<u32> = expected.map(|(row, _)| row).collect();
                assert_eq!(rows(&keys, key), expected, "{keys:?} {key}");
            }
        }
        assert!(rows(&[], 0).is_empty());
    }

    #[test]
    fn buckets_are_no_more_than_rows() {
        let order = Order::new([1, 2, u32::MAX].into_iter());
        assert!(order.starts.len() <= 5);
    }
}
