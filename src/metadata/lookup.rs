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

/// In which order a keyed table is searched; found out by the first look-up.
#[derive(Debug)]
pub(crate) enum Order {
    /// The rows are sorted by the key.
    Sorted,
    /// They are not: row numbers sorted by key, then by number.
    Index(Box<[u32]>),
}

/// The rows with one key, in table order.
#[derive(Clone)]
pub struct Matches<'m, T> {
    metadata: &'m Metadata<'m>,
    key: u32,
    next: usize,
    table: std::marker::PhantomData<fn() -> T>,
}

impl<'m, T: Keyed> Iterator for Matches<'m, T> {
    type Item = Row<'m, T>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.metadata.row_at::<T>(self.next)?;
        if self.metadata.key::<T>(row)? != self.key {
            return None;
        }
        self.next = self.next.saturating_add(1);
        self.metadata.row(Id::new(row)?).ok()
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.next = self.next.saturating_add(n);
        self.next()
    }
}

impl Metadata<'_> {
    /// The rows of `T` whose key column holds `key`, which is a row number or a packed coded index.
    ///
    /// By binary search; a table that is not sorted is indexed once, at the first look-up.
    pub fn matches<T: Keyed>(&self, key: u32) -> Matches<'_, T> {
        let (mut low, mut high) = (0usize, self.row_count(T::ID) as usize);
        while low < high {
            let middle = low.midpoint(high);
            let found = self.row_at::<T>(middle).and_then(|row| self.key::<T>(row));
            if found.is_some_and(|found| found < key) {
                low = middle.saturating_add(1);
            } else {
                high = middle;
            }
        }
        Matches {
            metadata: self,
            key,
            next: low,
            table: std::marker::PhantomData,
        }
    }

    fn key<T: Keyed>(&self, row: u32) -> Option<u32> {
        let bytes = self.row_bytes(T::ID, row)?;
        Some(self.layout(T::ID).number(bytes, T::KEY))
    }

    /// The number of the row at position `position`, from 0, in key order.
    fn row_at<T: Keyed>(&self, position: usize) -> Option<u32> {
        match self.order::<T>() {
            Order::Index(rows) => rows.get(position).copied(),
            Order::Sorted => {
                let row = u32::try_from(position).ok()?.checked_add(1)?;
                (row <= self.row_count(T::ID)).then_some(row)
            }
        }
    }

    fn order<T: Keyed>(&self) -> &Order {
        const SORTED: &Order = &Order::Sorted;
        let Some(order) = self.orders.get(T::ID as usize) else {
            return SORTED;
        };
        order.get_or_init(|| {
            let key = |row: &u32| self.key::<T>(*row).unwrap_or(0);
            let rows = 1..=self.row_count(T::ID);
            if rows.clone().is_sorted_by_key(|row| key(&row)) {
                return Order::Sorted;
            }
            let mut rows: Box<[u32]> = rows.collect();
            rows.sort_by_key(key);
            Order::Index(rows)
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
        let position = match self.row_count(TableId::MethodPtr) {
            0 => method.row(),
            _ => {
                let mut pointers = self.matches::<table::MethodPtr>(method.row());
                pointers.next()?.id().row()
            }
        };
        let starts_after = |row: u32| {
            let bytes = self.row_bytes(TableId::TypeDef, row).unwrap_or_default();
            let layout = self.layout(TableId::TypeDef);
            layout.number(bytes, column::TypeDef::method_list as usize) > position
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
