//! The sound images that mutants are made of: compiled ones, and one assembled in code in many shapes.

use crate::fixture::{CONSTANT, Fixture, METHOD, NESTED_CLASS, Short, Stream, Wide, root};
use crate::shell::Shell;
use crate::support::{module, testdata};
use std::path::Path;

/// An image and its name.
pub(crate) type Seed = (String, Vec<u8>);

const TESTDATA: &[&str] = &[
    "Attributes.dll",
    "Banking.Contracts.dll",
    "Banking.dll",
    "Constructs.dll",
    "MortgageLib.dll",
    "Oddities.dll",
    "RoundTrip.dll",
    "Signatures.dll",
];

/// Small and unlike one another, of about a hundred in mono's class library: COM, marshalling, iterators,
/// forwarders, security, generics.
const MONO: &[&str] = &[
    "Accessibility",
    "CustomMarshalers",
    "cscompmgd",
    "Facades/System.Collections",
    "Facades/System.Runtime",
    "Microsoft.VisualC",
    "Microsoft.Web.Infrastructure",
    "Mono.Btls.Interface",
    "Mono.Management",
    "Mono.Tasklets",
    "System.Deployment",
    "System.IdentityModel.Selectors",
    "System.IO.Compression.FileSystem",
    "System.Net",
    "System.Numerics.Vectors",
    "System.Reflection.Context",
    "System.Web.RegularExpressions",
    "System.Web.Routing",
    "System.Windows",
    "System.Xml.Serialization",
];

/// All seeds that are at hand.
pub(crate) fn all() -> Vec<Seed> {
    let compiled = TESTDATA.iter().map(|name| ((*name).into(), testdata(name)));
    let modules = ["Banking.dll", "Constructs.dll"];
    let modules = modules.map(|name| (format!("{name} as a module"), module(testdata(name))));
    let mono = MONO.iter().filter_map(|name| {
        let path = Path::new("/usr/lib/mono/4.5").join(format!("{name}.dll"));
        Some(((*name).into(), std::fs::read(path).ok()?))
    });
    let assembled = assembled().into_iter();
    let assembled = assembled.map(|(name, image)| (name.into(), image));
    compiled
        .chain(modules)
        .chain(assembled)
        .chain(mono)
        .collect()
}

fn assembled() -> Vec<(&'static str, Vec<u8>)> {
    let metadata = rich().metadata();
    let in_shell = |shell: Shell| shell.around(&metadata);
    let with = |change: fn(&mut Fixture)| {
        let mut fixture = rich();
        change(&mut fixture);
        fixture.image()
    };
    let with_stream = |stream: Stream| {
        let mut streams = rich().streams();
        streams.push(stream);
        Shell::default().around(&root(&streams))
    };
    vec![
        ("assembled", in_shell(Shell::default())),
        (
            "PE32+",
            in_shell(Shell {
                plus: true,
                ..Shell::default()
            }),
        ),
        (
            "70 sections",
            in_shell(Shell {
                sections: 70,
                ..Shell::default()
            }),
        ),
        (
            "unaligned",
            in_shell(Shell {
                padding: 1,
                ..Shell::default()
            }),
        ),
        (
            "64 directories",
            in_shell(Shell {
                directories: 64,
                ..Shell::default()
            }),
        ),
        ("uncompressed", with(|fixture| fixture.tables_stream = "#-")),
        ("pointers", with(pointers)),
        ("extra data", with(|fixture| fixture.extra_data = Some(7))),
        (
            "user strings",
            with_stream(("#US", b"\0\x05h\0i\0\0".to_vec())),
        ),
        ("debug information", with(debug_information)),
    ]
}

/// One or two rows of most tables.
fn rich() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.assembly("Rich");
    let library = fixture.assembly_ref("mscorlib") << 2 | 2;
    let object = fixture.type_ref(library, "Object");
    let attribute = fixture.type_ref(library, "Attribute");
    let outer = fixture.type_ref(library, "Outer");
    fixture.type_ref(outer << 2 | 3, "Inner");
    fixture.class("<Module>", 1, 1);
    let class = fixture.derived("Class`1", object << 2 | 1, 1, 1);
    let inner = fixture.derived("Nested", object << 2 | 1, 3, 2);
    let last = fixture.derived("Last", class << 2, 4, 3);
    fixture.row(NESTED_CLASS, &[Wide(inner), Wide(class)]);
    fixture.field("count", &[0x06, 0x08]);
    fixture.field("items", &[0x06, 0x15, 0x12, 0x08, 1, 0x13, 0]);
    fixture.field("Limit", &[0x06, 0x08]);
    fixture.field("all", &[0x06, 0x12, 0x06]);
    let instance = fixture.type_spec(&[0x15, 0x12, 0x08, 1, 0x08]);
    fixture.type_spec(&[0x15, 0x12, 0x08, 1, 0x12, (instance << 2 | 2) as u8]);
    fixture.type_spec(&[0x14, 0x0e, 2, 0, 2, 0, 0x7f]);

    let number = fixture.blob(&7u32.to_le_bytes());
    fixture.row(CONSTANT, &[Short(0x08), Wide(3 << 2), Wide(number)]);
    let signatures: [&[u8]; 3] = [
        &[0x20, 2, 0x08, 0x0e, 0x10, 0x08],
        &[0x10, 1, 1, 0x1e, 0, 0x1d, 0x1e, 0],
        &[0x20, 0, 0x01],
    ];
    for (signature, parameters) in signatures.into_iter().zip([1, 3, 4]) {
        let (name, signature) = (fixture.string("Method"), fixture.blob(signature));
        let flags = [Wide(0), Short(0), Short(0x6)];
        let rest = [name, signature, parameters].map(Wide);
        fixture.row(METHOD, &[&flags[..], &rest].concat());
    }
    for sequence in [1, 2, 1] {
        let name = fixture.string("parameter");
        fixture.row(0x08, &[Short(0), Short(sequence), Wide(name)]);
    }
    fixture.row(0x09, &[Wide(last), Wide(instance << 2 | 2)]);
    let (name, signature) = (
        fixture.string(".ctor"),
        fixture.blob(&[0x20, 1, 0x01, 0x0e]),
    );
    let constructor = fixture.row(0x0a, &[attribute << 3 | 1, name, signature].map(Wide));
    let value = fixture.blob(b"\x01\0\x02hi\x01\0\x54\x55\x01E\x01p\x01\0\0\0");
    for parent in [class << 5 | 3, 1 << 5 | 14] {
        fixture.row(0x0c, &[parent, constructor << 3 | 3, value].map(Wide));
    }
    let (name, signature) = (fixture.string("Item"), fixture.blob(&[0x28, 1, 0x08, 0x0e]));
    fixture.row(0x15, &[class, 1].map(Wide));
    fixture.row(0x17, &[Short(0), Wide(name), Wide(signature)]);
    fixture.row(0x18, &[Short(2), Wide(1), Wide(1 << 1 | 1)]);
    fixture.row(0x12, &[class, 1].map(Wide));
    fixture.row(0x14, &[Short(0), Wide(name), Wide(object << 2 | 1)]);
    for owner in [class << 1, 2 << 1 | 1] {
        fixture.row(0x2a, &[Short(0), Short(0), Wide(owner), Wide(name)]);
    }
    fixture.row(0x2c, &[1, object << 2 | 1].map(Wide));
    let instantiation = fixture.blob(&[0x0a, 1, 0x08]);
    fixture.row(0x2b, &[2 << 1, instantiation].map(Wide));
    let forwarder = fixture.exported_type("Forwarded", 1 << 2 | 1);
    fixture.exported_type("Within", forwarder << 2 | 2);
    fixture.row(0x28, &[0, 1, name, 0].map(Wide));
    fixture
}

/// The Ptr tables of an uncompressed stream, in an order of their own.
fn pointers(fixture: &mut Fixture) {
    fixture.tables_stream = "#-";
    let tables: [(usize, &[u32]); 5] = [
        (0x03, &[4, 3, 2, 1]),
        (0x05, &[2, 1, 3]),
        (0x07, &[3, 1, 2]),
        (0x13, &[1]),
        (0x16, &[1]),
    ];
    for (table, rows) in tables {
        for row in rows {
            fixture.row(table, &[Wide(*row)]);
        }
    }
}

/// The tables of a portable PDB in the module itself.
fn debug_information(fixture: &mut Fixture) {
    let name = fixture.string("local");
    let points = fixture.blob(&[1, 0, 0, 5, 10, 1]);
    fixture.row(0x30, &[points, 1, points, 1].map(Wide));
    fixture.row(0x31, &[1, points].map(Wide));
    fixture.row(0x32, &[1, 1, 1, 1, 0, 9].map(Wide));
    fixture.row(0x33, &[Short(0), Short(0), Wide(name)]);
    fixture.row(0x34, &[name, points].map(Wide));
    fixture.row(0x35, &[0, points].map(Wide));
    fixture.row(0x36, &[1, 2].map(Wide));
    fixture.row(0x37, &[1 << 5, 1, points].map(Wide));
}
