//! What each layer costs, on a small library of ours and, where mono is installed, on its `mscorlib` and
//! all its class libraries: `cargo bench`.
//!
//! Files are read before a clock runs, so that nothing but the library is measured; `benches/process.rs` measures the
//! whole command, and `benches/versus.sh` compares whole programs.

mod mono;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use dllift::clr::{Assembly, FileStore, Library};
use dllift::emit::dump;
use dllift::metadata::signature::{self, Builder};
use dllift::metadata::{Metadata, Result, TypeDefOrRef, table};
use dllift::pe::{FileBytes, Image};
use dllift::translate::{Options, translate};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{fs, io};

fn main() {
    divan::main();
}

/// A file in memory.
struct Input {
    name: String,
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Input {
    fn read(path: &Path) -> Option<Self> {
        let name = path.file_stem()?.to_string_lossy().into_owned();
        let bytes = fs::read(path).ok()?;
        let path = path.to_owned();
        Some(Self { name, path, bytes })
    }

    fn metadata(&self) -> Metadata<'_> {
        metadata(&self.bytes)
    }
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

static MONO: LazyLock<Option<PathBuf>> = LazyLock::new(mono::folder);

static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/MortgageLib.dll");
    let large = ["mscorlib.dll", "System.Core.dll"];
    let large = MONO
        .iter()
        .flat_map(|mono| large.map(|name| mono.join(name)));
    let inputs = [small].into_iter().chain(large);
    inputs.filter_map(|path| Input::read(&path)).collect()
});

/// All class libraries of mono; empty without it.
static MONO_LIBRARIES: LazyLock<Vec<Input>> = LazyLock::new(|| {
    let entries = MONO.iter().flat_map(fs::read_dir).flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let libraries = paths.filter(|path| path.extension().is_some_and(|end| end == "dll"));
    libraries.filter_map(|path| Input::read(&path)).collect()
});

fn inputs() -> impl Iterator<Item = &'static Input> {
    INPUTS.iter()
}

fn metadata(bytes: &[u8]) -> Metadata<'_> {
    let (offset, bytes) = Image::parse(bytes).unwrap().metadata().unwrap();
    Metadata::parse(bytes, offset).unwrap()
}

/// Headers, streams and table layouts.
#[divan::bench(args = inputs())]
fn open(bencher: Bencher<'_, '_>, input: &Input) {
    bencher
        .bench(|| black_box(metadata(&input.bytes)).row_count(dllift::metadata::TableId::TypeDef));
}

/// The same for each class library of mono, and its file opened and mapped before.
#[divan::bench]
fn open_files_of_mono(bencher: Bencher<'_, '_>) {
    let libraries = &*MONO_LIBRARIES;
    bencher
        .counter(divan::counter::ItemsCount::new(libraries.len()))
        .bench(|| {
            for input in libraries {
                let bytes = FileBytes::open(&input.path).unwrap();
                black_box(metadata(&bytes));
            }
        });
}

/// Every type, method and field by name.
#[divan::bench(args = inputs())]
fn names(bencher: Bencher<'_, '_>, input: &Input) {
    let metadata = input.metadata().with_names_checked();
    bencher.bench(|| -> Result<usize> {
        let mut bytes = 0;
        for ty in metadata.rows::<table::TypeDef>() {
            bytes += ty.namespace()?.len() + ty.name()?.len();
            for method in ty.method_list()?.rows() {
                bytes += method?.name()?.len();
            }
            for field in ty.field_list()?.rows() {
                bytes += field?.name()?.len();
            }
        }
        Ok(bytes)
    });
}

/// The custom attributes of every method, by look-up.
#[divan::bench(args = inputs())]
fn attribute_look_up(bencher: Bencher<'_, '_>, input: &Input) {
    use dllift::metadata::HasCustomAttribute;
    let metadata = input.metadata();
    bencher.bench(|| -> usize {
        let methods = metadata.rows::<table::MethodDef>();
        let parents = methods.map(|row| HasCustomAttribute::MethodDef(row.id()));
        parents
            .map(|parent| metadata.custom_attributes(parent).count())
            .sum()
    });
}

/// The signature of every method as a tree.
#[divan::bench(args = inputs())]
fn signature_tree(bencher: Bencher<'_, '_>, input: &Input) {
    let metadata = input.metadata();
    bencher.bench(|| -> Result<()> {
        for row in metadata.rows::<table::MethodDef>() {
            black_box(signature::method(row.signature()?)?);
        }
        Ok(())
    });
}

/// The signature of every method without one: a builder that keeps nothing.
#[divan::bench(args = inputs())]
fn signature_walk(bencher: Bencher<'_, '_>, input: &Input) {
    let metadata = input.metadata();
    bencher.bench(|| -> Result<u32> {
        let mut named = 0;
        for row in metadata.rows::<table::MethodDef>() {
            let sig = signature::build::method(row.signature()?, &mut Named)?;
            named += sig.return_type + sig.parameters;
        }
        Ok(named)
    });
}

/// Counts the named types of a signature.
struct Named;

impl Builder for Named {
    type Type = u32;
    type List = u32;

    fn named(&mut self, _: TypeDefOrRef, _: bool) -> Result<u32> {
        Ok(1)
    }

    fn generic(&mut self, _: TypeDefOrRef, _: bool, arguments: u32) -> Result<u32> {
        Ok(1 + arguments)
    }

    fn primitive(&mut self, _: signature::ElementType) -> u32 {
        0
    }

    fn var(&mut self, _: u32) -> u32 {
        0
    }

    fn mvar(&mut self, _: u32) -> u32 {
        0
    }

    fn sz_array(&mut self, element: u32) -> u32 {
        element
    }

    fn array(&mut self, element: u32, _: signature::ArrayShape) -> u32 {
        element
    }

    fn pointer(&mut self, target: u32) -> u32 {
        target
    }

    fn by_ref(&mut self, target: u32) -> u32 {
        target
    }

    fn function_pointer(&mut self, sig: signature::MethodSig<u32, u32>) -> u32 {
        sig.return_type + sig.parameters
    }

    fn modified(&mut self, _: signature::Modifier, modified: u32) -> u32 {
        1 + modified
    }

    fn pinned(&mut self, pinned: u32) -> u32 {
        pinned
    }

    fn list(&mut self, _: usize) -> u32 {
        0
    }

    fn push(&mut self, list: &mut u32, next: u32) {
        *list += next;
    }
}

/// The value of every custom attribute on a type or one of its methods.
#[divan::bench(args = inputs())]
fn attribute_values(bencher: Bencher<'_, '_>, input: &Input) {
    let assembly = Assembly::parse(&input.bytes).unwrap();
    bencher.bench(|| {
        for ty in assembly.types() {
            for attribute in ty.custom_attributes() {
                let _ = black_box(attribute.value(None));
            }
            for method in ty.methods().flatten() {
                for attribute in method.custom_attributes() {
                    let _ = black_box(attribute.value(None));
                }
            }
        }
    });
}

/// Every fact as JSON lines.
#[divan::bench(args = inputs())]
fn full_dump(bencher: Bencher<'_, '_>, input: &Input) {
    bencher
        .counter(BytesCount::new(input.bytes.len()))
        .bench(|| {
            let assembly = Assembly::parse(&input.bytes).unwrap();
            dump::json(&assembly, "", None, &mut io::sink()).unwrap()
        });
}

/// From the file to the target model.
#[divan::bench(args = inputs())]
fn translation(bencher: Bencher<'_, '_>, input: &Input) {
    bencher.bench(|| {
        let store = FileStore::open(std::slice::from_ref(&input.path), &[]);
        let translation = translate(&Library::new(&store), &Options::default());
        translation.extension.actions.len()
    });
}
