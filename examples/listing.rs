//! Sizes up what a set of assemblies offers to others, by nine numbers: `listing LIST [REPS] [OUT.tsv]`.
//!
//! LIST is a text file of paths. The numbers are sums over each file's public types: the types (T), their
//! public methods (M) and fields (F), all their properties (P), the custom attributes on any of these (A),
//! and for each of the four kinds the weight of their names and signatures (ST, SM, SF, SP). A name weighs
//! its bytes; a named type in a signature weighs its namespace and its name, any other type 1 and what is
//! inside it. OUT.tsv gets a line for each file.
//!
//! `SRC=read` reads the files instead of mapping them, `JOBS=all` uses all cores, and `HWM=1` says how much
//! memory was used.

use dllift::metadata::signature::{self, ArrayShape, Builder, ElementType, MethodSig, Modifier};
use dllift::metadata::{HasCustomAttribute, Metadata, Result, Row, TypeDefOrRef, table};
use dllift::pe::{FileBytes, Image};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::error::Error;
use std::io::Write;
use std::ops::AddAssign;
use std::time::Instant;
use std::{env, fs, path::Path};

/// `TypeAttributes`, `MethodAttributes` and `FieldAttributes` begin with three bits of accessibility
/// (II.23.1).
const ACCESS: u32 = 0x7;
const PUBLIC_TYPE: u32 = 1;
const NESTED_PUBLIC_TYPE: u32 = 2;
const PUBLIC_MEMBER: u16 = 6;

/// A kind of type or member: how many there are and what they weigh.
#[derive(Clone, Copy, Default)]
struct Kind {
    count: u64,
    weight: u64,
}

/// The numbers of a file, or of several.
#[derive(Clone, Copy, Default)]
struct Listing {
    types: Kind,
    methods: Kind,
    fields: Kind,
    properties: Kind,
    attributes: u64,
    /// Rows that could not be read and weigh nothing.
    bad: u64,
}

impl Listing {
    fn of(metadata: &Metadata<'_>) -> Result<Self> {
        let mut listing = Self::default();
        for ty in metadata.rows::<table::TypeDef>() {
            if matches!(ty.flags() & ACCESS, PUBLIC_TYPE | NESTED_PUBLIC_TYPE) {
                listing.add_type(metadata, ty)?;
            }
        }
        Ok(listing)
    }

    fn add_type(&mut self, metadata: &Metadata<'_>, ty: Row<'_, table::TypeDef>) -> Result<()> {
        let is_public = |flags: u16| flags & ACCESS as u16 == PUBLIC_MEMBER;
        let attributes = |parent| metadata.custom_attributes(parent).count() as u64;
        let weigher = &mut Weigher(metadata);

        let weight = ty
            .name()
            .and_then(|name| Ok(name.len() + ty.namespace()?.len()));
        self.types
            .add(weight.map(|bytes| bytes as u64), &mut self.bad);
        self.attributes += attributes(HasCustomAttribute::TypeDef(ty.id()));

        for method in ty.method_list()?.rows() {
            let method = method?;
            if is_public(method.flags()) {
                self.methods.add(weigher.method(method), &mut self.bad);
                self.attributes += attributes(HasCustomAttribute::MethodDef(method.id()));
            }
        }
        for field in ty.field_list()?.rows() {
            let field = field?;
            if is_public(field.flags()) {
                self.fields.add(weigher.field(field), &mut self.bad);
                self.attributes += attributes(HasCustomAttribute::Field(field.id()));
            }
        }
        if let Some(map) = metadata.property_map(ty.id()) {
            for property in map.property_list()?.rows() {
                let property = property?;
                self.properties
                    .add(weigher.property(property), &mut self.bad);
                self.attributes += attributes(HasCustomAttribute::Property(property.id()));
            }
        }
        Ok(())
    }

    fn numbers(&self) -> [u64; 9] {
        let Self {
            types,
            methods,
            fields,
            properties,
            attributes,
            ..
        } = self;
        [
            types.count,
            methods.count,
            fields.count,
            properties.count,
            *attributes,
            types.weight,
            methods.weight,
            fields.weight,
            properties.weight,
        ]
    }
}

impl Kind {
    fn add(&mut self, weight: Result<u64>, bad: &mut u64) {
        self.count += 1;
        match weight {
            Ok(weight) => self.weight += weight,
            Err(_) => *bad += 1,
        }
    }
}

impl AddAssign for Kind {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        self.weight += other.weight;
    }
}

impl AddAssign for Listing {
    fn add_assign(&mut self, other: Self) {
        self.types += other.types;
        self.methods += other.methods;
        self.fields += other.fields;
        self.properties += other.properties;
        self.attributes += other.attributes;
        self.bad += other.bad;
    }
}

/// Makes a weight of each type in a signature, and of a list of types the sum.
struct Weigher<'m>(&'m Metadata<'m>);

impl<'m> Weigher<'m> {
    fn method(&mut self, row: Row<'_, table::MethodDef>) -> Result<u64> {
        let sig = signature::build::method(row.signature()?, self)?;
        Ok(row.name()?.len() as u64 + sig.return_type + sig.parameters)
    }

    fn field(&mut self, row: Row<'_, table::Field>) -> Result<u64> {
        Ok(row.name()?.len() as u64 + signature::build::field(row.signature()?, self)?)
    }

    fn property(&mut self, row: Row<'_, table::Property>) -> Result<u64> {
        let sig = signature::build::property(row.signature()?, self)?;
        Ok(row.name()?.len() as u64 + sig.property_type)
    }
}

impl Builder for Weigher<'_> {
    type Type = u64;
    type List = u64;

    fn named(&mut self, ty: TypeDefOrRef, _is_value_type: bool) -> Result<u64> {
        let bytes = match ty {
            TypeDefOrRef::TypeDef(id) => {
                let row = self.0.row(id)?;
                row.namespace()?.len() + row.name()?.len()
            }
            TypeDefOrRef::TypeRef(id) => {
                let row = self.0.row(id)?;
                row.namespace()?.len() + row.name()?.len()
            }
            TypeDefOrRef::TypeSpec(_) => 1,
        };
        Ok(bytes as u64)
    }

    fn generic(
        &mut self,
        definition: TypeDefOrRef,
        is_value_type: bool,
        arguments: u64,
    ) -> Result<u64> {
        Ok(1 + self.named(definition, is_value_type)? + arguments)
    }

    fn primitive(&mut self, _: ElementType) -> u64 {
        1
    }

    fn var(&mut self, _: u32) -> u64 {
        1
    }

    fn mvar(&mut self, _: u32) -> u64 {
        1
    }

    fn sz_array(&mut self, element: u64) -> u64 {
        1 + element
    }

    fn array(&mut self, element: u64, _: ArrayShape) -> u64 {
        1 + element
    }

    fn pointer(&mut self, target: u64) -> u64 {
        1 + target
    }

    fn by_ref(&mut self, target: u64) -> u64 {
        1 + target
    }

    fn function_pointer(&mut self, _: MethodSig<u64, u64>) -> u64 {
        1
    }

    fn modified(&mut self, _: Modifier, modified: u64) -> u64 {
        modified
    }

    fn pinned(&mut self, pinned: u64) -> u64 {
        pinned
    }

    fn list(&mut self, _: usize) -> u64 {
        0
    }

    fn push(&mut self, list: &mut u64, next: u64) {
        *list += next;
    }
}

type Outcome = std::result::Result<Listing, Box<dyn Error + Send + Sync>>;

fn list_file(path: &str, map: bool) -> Outcome {
    if map {
        list_bytes(&FileBytes::open(path.as_ref())?)
    } else {
        list_bytes(&fs::read(path)?)
    }
}

fn list_bytes(bytes: &[u8]) -> Outcome {
    let (offset, bytes) = Image::parse(bytes)?.metadata()?;
    let metadata = Metadata::parse(bytes, offset)?.with_names_checked();
    Ok(Listing::of(&metadata)?)
}

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let list = arguments
        .next()
        .ok_or("usage: listing LIST [REPS] [OUT.tsv]")?;
    let repetitions: u32 = arguments.next().map_or(Ok(1), |text| text.parse())?;
    let mut table = arguments.next().map(fs::File::create).transpose()?;
    let map = env::var_os("SRC").is_none_or(|source| source != "read");
    let all_cores = env::var_os("JOBS").is_some_and(|jobs| jobs == "all");
    let list = fs::read_to_string(list)?;
    let paths: Vec<&str> = list.lines().filter(|line| !line.is_empty()).collect();

    for repetition in 0..repetitions {
        let start = Instant::now();
        let outcomes: Vec<Outcome> = if all_cores {
            paths.par_iter().map(|path| list_file(path, map)).collect()
        } else {
            paths.iter().map(|path| list_file(path, map)).collect()
        };
        let mut total = Listing::default();
        outcomes
            .iter()
            .flatten()
            .for_each(|listing| total += *listing);
        let milliseconds = start.elapsed().as_secs_f64() * 1e3;

        let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
        let [t, m, f, p, a, st, sm, sf, sp] = total.numbers();
        println!(
            "rep {repetition} ms {milliseconds:.1} files {} fail {failed} panic 0 soft {} \
             T {t} M {m} F {f} P {p} A {a} ST {st} SM {sm} SF {sf} SP {sp}",
            paths.len(),
            total.bad,
        );
        if let Some(table) = table.take() {
            write_table(table, &paths, &outcomes)?;
        }
    }
    if env::var_os("HWM").is_some() {
        let status = fs::read_to_string("/proc/self/status")?;
        let memory = |line: &&str| line.starts_with("VmHWM") || line.starts_with("RssAnon");
        status
            .lines()
            .filter(memory)
            .for_each(|line| eprintln!("{line}"));
    }
    Ok(())
}

/// One line for each file: its name, `ok` or what is wrong, and the nine numbers.
fn write_table(mut table: fs::File, paths: &[&str], outcomes: &[Outcome]) -> std::io::Result<()> {
    for (path, outcome) in paths.iter().zip(outcomes) {
        let name = Path::new(path).file_name().unwrap_or_default().display();
        let (state, listing) = match outcome {
            Ok(listing) => ("ok".to_owned(), *listing),
            Err(error) => (format!("FAIL {error}"), Listing::default()),
        };
        let numbers = listing.numbers().map(|number| number.to_string());
        writeln!(table, "{name}\t{state}\t{}", numbers.join("\t"))?;
    }
    Ok(())
}
