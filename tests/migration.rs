//! The library for ODC of an extension that Integration Studio saved.
//!
//! The extension is `OutSystems.NssLoans`, compiled against the stub of the platform's runtime. The library is
//! compiled and run for .NET 8 without that stub, as ODC would.

#![allow(dead_code, reason = "the helpers serve other tests, too")]

#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/roslyn.rs"]
mod roslyn;
#[path = "support/shell.rs"]
mod shell;
mod support;
#[path = "support/xif.rs"]
mod xif;

use dllift::clr::{Assembly, Reach};
use dllift::emit::odc::{by_hand_list, library_files, migration_report};
use dllift::translate::odc::{Fate, Migration, MigrationError, migrate};
use dllift::translate::{Config, Lock, Options};
use dllift::xif::Xif;
use fixture::Fixture;
use roslyn::Roslyn;
use std::fs;
use std::path::{Path, PathBuf};
use support::{Place, testdata};

const RECORDS: &str = "the parameter Loan holds records (Loan), which are a part of OutSystems 11";

fn xml() -> String {
    xif::loans(
        &testdata("OutSystems.NssLoans.dll"),
        &testdata("Lending.dll"),
    )
}

fn migrated(xml: &str) -> Migration {
    configured(xml, "", Lock::default())
}

fn fate<'m>(migration: &'m Migration, name: &str) -> &'m Fate {
    let mut actions = migration.actions.iter();
    &actions.find(|action| action.name == name).unwrap().fate
}

fn file(migration: &Migration, path: &str) -> String {
    let files = library_files(&migration.library, &Lock::default());
    let file = files.into_iter().find(|file| file.path == path).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

fn sources(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|of| of == "cs"))
        .collect()
}

#[test]
fn code_leads_to_the_assemblies_that_it_uses() {
    let bytes = testdata("OutSystems.NssLoans.dll");
    let assembly = Assembly::parse(&bytes).unwrap();
    let class = assembly
        .find_type("OutSystems.NssLoans", "CssLoans")
        .unwrap();
    let reach = |name: &str| {
        let mut methods = class.methods().map(Result::unwrap);
        let method = methods.find(|method| method.name() == Ok(name)).unwrap();
        let reached = Reach::of(method).unwrap();
        reached
            .keys()
            .map(|name| name.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(reach("MssPaymentOf"), ["Lending", "mscorlib"]);
    assert_eq!(reach("MssIsWeekend"), ["mscorlib"]);
    // Through another method, and through a field of the record's.
    assert_eq!(reach("MssAudit"), ["OutSystems.Stub", "mscorlib"]);
    assert_eq!(reach("MssReminder"), ["OutSystems.Stub", "mscorlib"]);
}

#[test]
fn an_action_calls_the_implementation_unless_the_runtime_is_in_the_way() {
    let migration = migrated(&xml());
    for name in [
        "PaymentOf",
        "IsWeekend",
        "CalculatorPayment",
        "CalculatorIsPossible",
    ] {
        assert_eq!(fate(&migration, name), &Fate::Implementation, "{name}");
    }
    let by_hand = |name: &str| match fate(&migration, name) {
        Fate::ByHand(reason) => reason.clone(),
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(
        by_hand("Audit"),
        "its code uses OutSystems.HubEdition.RuntimePlatform.VarValue of OutSystems.Stub, \
         which is a part of OutSystems 11"
    );
    assert_eq!(by_hand("Reminder"), RECORDS);
    by_hand("Schedule");
    for name in ["SessionCreate", "SessionGreet"] {
        assert!(matches!(fate(&migration, name), Fate::LeftOut(_)), "{name}");
    }
}

/// Where the class itself cannot be called, what the wizard imported still can.
#[test]
fn what_was_imported_is_called_without_the_implementation() {
    let migration = migrated(&xml().replace("OutSystems.NssLoans.dll", "Other.txt"));
    let payment = Fate::Imported("Lending.Calculator.Payment".into());
    assert_eq!(fate(&migration, "CalculatorPayment"), &payment);
    let possible = Fate::Imported("Lending.Calculator.IsPossible".into());
    assert_eq!(fate(&migration, "CalculatorIsPossible"), &possible);
    let Fate::ByHand(reason) = fate(&migration, "PaymentOf") else {
        panic!("it is called");
    };
    assert_eq!(
        reason,
        "the extension has no class OutSystems.NssLoans.CssLoans"
    );
    let code = file(&migration, "Loans.cs");
    assert!(
        code.contains("global::Lending.Calculator.Payment(amount, rate, years)"),
        "{code}"
    );
    assert_eq!(migration.left_behind, ["Other.txt"]);
    let files: Vec<_> = migration
        .assemblies
        .iter()
        .map(|(file, _)| &**file)
        .collect();
    assert_eq!(files, ["Lending.dll"]);
}

#[test]
fn names_descriptions_and_defaults_are_those_of_the_file() {
    let migration = migrated(&xml());
    let interface = file(&migration, "ILoans.cs");
    for expected in [
        "[OSAction(Description = \"What a loan costs each month.\", ReturnName = \"Payment\")]",
        "decimal PaymentOf(",
        "[OSParameter(Description = \"What is owed.\")] decimal Amount",
        "[OSParameter(Description = \"Default: 30.\")] int? Years = null",
        "[OSParameter(Description = \"Default: 3.5.\")] decimal? Rate = null",
        "[OSParameter(DataType = OSDataType.Date)] DateTime Day",
        "List<Entry> Schedule(",
        "bool CalculatorIsPossible(",
        "out string reason",
    ] {
        assert!(interface.contains(expected), "{expected}\n{interface}");
    }
    let structures = file(&migration, "Structures.cs");
    for expected in [
        "[OSStructure(Description = \"The sample Loan.\")]",
        "[OSStructureField(Length = 100, IsMandatory = true)]",
        "DefaultValue = \"1000\"",
    ] {
        assert!(structures.contains(expected), "{expected}\n{structures}");
    }
}

#[test]
fn what_is_to_be_done_is_listed() {
    let migration = migrated(&xml());
    let report = migration_report(&migration);
    let head =
        "9 actions: 4 call what they called, 3 are to be written by hand, 2 cannot be in ODC.";
    assert!(report.contains(head), "{report}");
    let list = by_hand_list(&migration);
    assert!(report.ends_with(&list));
    for line in [
        "- `Audit`: its code uses ",
        "- `Reminder`: the parameter Loan holds records (Loan), which are a part of OutSystems 11.",
        "- `SessionGreet`: the parameter This_Session is an Object, which ODC does not have.",
    ] {
        assert!(list.contains(line), "{list}");
    }
}

/// Names go into code, so that they must be names.
#[test]
fn packages_behind_facades_are_referenced() {
    let mut fixture = Fixture::new();
    fixture.assembly("Settings");
    fixture.class("<Module>", 1, 1);
    let facade = fixture.assembly_ref("System.Configuration");
    fixture.type_ref_in(
        facade << 2 | 2,
        "System.Configuration",
        "ConfigurationManager",
    );
    let xml = xif::loans(&testdata("OutSystems.NssLoans.dll"), &fixture.image());
    let project = file(&migrated(&xml), "Loans.csproj");
    let package = "<PackageReference Include=\"System.Configuration.ConfigurationManager\" Version=\"10.0.*\" />";
    assert_eq!(project.matches(package).count(), 1, "{project}");
}

#[test]
fn names_that_are_none_are_refused() {
    let named = xml().replacen("Name=\"Loans\"", "Name=\"../Loans\"", 1);
    let xif = Xif::parse(&xif::file(&named)).unwrap();
    assert_eq!(
        migrate(&xif, &Options::default()).unwrap_err(),
        MigrationError::Name("../Loans".into())
    );
    for (name, wrong) in [
        ("Name=\"Day\"", "Name=\"a; b\""),
        ("Name=\"IsWeekend\"", "Name=\"Is Weekend()\""),
    ] {
        let migration = migrated(&xml().replace(name, wrong));
        let fate = &migration.actions[4].fate;
        assert!(
            matches!(fate, Fate::LeftOut(reason) if reason.contains("a name")),
            "{fate:?}"
        );
    }
}

#[test]
fn the_library_runs_without_the_runtime() {
    let Some(roslyn) = Roslyn::find("migration to ODC") else {
        return;
    };
    let migration = migrated(&xml());
    let place = Place::new();
    let sdk = place.path("OutSystems.ExternalLibraries.SDK.dll");
    let strict = ["-nullable:enable", "-langversion:12"];
    let library = || strict.into_iter().chain(["-target:library"]);
    roslyn.compile(&sdk, &[], &sources("testdata/odc-sdk-stub"), library());
    let mut references = vec![sdk];
    for (file, content) in &migration.assemblies {
        references.push(place.put(file, content));
    }
    let mut code = Vec::new();
    for file in library_files(&migration.library, &Lock::default()) {
        if file.path.ends_with(".cs") && !file.path.starts_with("tests/") {
            code.push(place.put(&file.path, &file.bytes));
        }
    }
    let loans = place.path("Odc.Loans.dll");
    roslyn.compile(&loans, &references, &code, library());
    let program = place.path("Program.dll");
    let references = [references[0].clone(), loans];
    roslyn.compile(&program, &references, &sources("tests/migration"), strict);
    let output = roslyn.program(&program).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        said,
        "599.55\n449.04\nTrue\n1073.64\nFalse Nobody asked.\n\
         Reminder is to be written by hand: the parameter Loan holds records (Loan), which are a part of OutSystems 11.\n",
        "{errors}"
    );
}

fn configured(xml: &str, config: &str, lock: Lock) -> Migration {
    let options = Options {
        config: Config::parse(config).unwrap(),
        lock,
        ..Options::default()
    };
    migrate(&Xif::parse(&xif::file(xml)).unwrap(), &options).unwrap()
}

#[test]
fn elements_can_be_renamed_and_keep_their_names() {
    let rename = "name = \"Credit\"\n[rename]\n\
         \"M:OutSystems.NssLoans.CssLoans.MssPaymentOf\" = \"Pay\"\n\
         \"T:OutSystems.NssLoans.STLoanStructure\" = \"Credit\"\n\
         \"F:OutSystems.NssLoans.STLoanStructure.ssBorrower\" = \"Debtor\"\n\
         \"M:OutSystems.NssLoans.CssLoans.MssGone\" = \"Stays\"\n";
    let migration = configured(&xml(), rename, Lock::default());
    let interface = file(&migration, "ICredit.cs");
    assert!(interface.contains("decimal Pay("), "{interface}");
    assert!(interface.contains("Credit Loan"), "{interface}");
    let structures = file(&migration, "Structures.cs");
    for expected in ["public struct Credit", "public string Debtor"] {
        assert!(structures.contains(expected), "{structures}");
    }
    assert!(file(&migration, "Credit.cs").contains(".MssPaymentOf("));
    assert_eq!(migration.actions[0].renamed.as_deref(), Some("Pay"));
    assert_eq!(migration.actions[1].renamed, None);
    assert_eq!(migration.idle, ["M:OutSystems.NssLoans.CssLoans.MssGone"]);
    let report = migration_report(&migration);
    assert!(
        report.contains("| `PaymentOf`, in ODC `Pay` | `MssPaymentOf` of"),
        "{report}"
    );

    // What was given once is given again, and a new name says what it was.
    let lock = Lock::default().with(&migration.library.translation);
    let again = configured(&xml(), "name = \"Credit\"\n", lock.clone());
    assert_eq!(file(&again, "ICredit.cs"), interface);
    assert_eq!(file(&again, "Structures.cs"), structures);
    let other = rename
        .replace("\"Pay\"", "\"PayOff\"")
        .replace("\"Debtor\"", "\"Owes\"");
    let other = configured(&xml(), &other, lock.clone());
    let written = |path| {
        let files = library_files(&other.library, &lock).into_iter();
        let mut files = files.filter(|file| file.path == path);
        String::from_utf8(files.next().unwrap().bytes).unwrap()
    };
    assert!(written("ICredit.cs").contains("OriginalName = \"Pay\""));
    assert!(written("Structures.cs").contains("OriginalName = \"Debtor\""));
}

/// In ODC actions and structures share their names, and C# has some of its own.
#[test]
fn names_that_odc_would_refuse_are_others() {
    let clashing = xml()
        .replace("Name=\"IsWeekend\"", "Name=\"Loan\"")
        .replace("Name=\"Audit\"", "Name=\"toString\"")
        .replace("Name=\"Entry\"", "Name=\"DateTime\"")
        .replace("Name=\"Month\"", "Name=\"datetime\"");
    let migration = migrated(&clashing);
    let structures = file(&migration, "Structures.cs");
    assert!(
        structures.contains("public struct DateTimeStructure"),
        "{structures}"
    );
    let names = migration.library.translation.extension.actions.iter();
    let names: Vec<&str> = names.map(|action| action.name.as_str()).collect();
    assert_eq!(names[4], "CssLoansLoan");
    for (wrong, name, reason) in [
        (
            xml().replace("Name=\"Years\"", "Name=\"amount\""),
            "PaymentOf",
            "it has two parameters called amount",
        ),
        (
            xml().replace("Name=\"Audit\"", "Name=\"PAYMENTOF\""),
            "PAYMENTOF",
            "another action has its name",
        ),
        (
            xml()
                .replace("Name=\"Amount\" Desc", "Name=\"BORROWER\" Desc")
                .replace("Name=\"Since\"", "Name=\"BORROWER\""),
            "Reminder",
            "the structure Loan has two attributes called BORROWER",
        ),
        (
            xml().replace("Name=\"Entry\"", "Name=\"LOAN\""),
            "Schedule",
            "there are two structures called LOAN",
        ),
    ] {
        let migration = migrated(&wrong);
        assert_eq!(fate(&migration, name), &Fate::LeftOut(reason.to_owned()));
    }
}

#[test]
fn entities_are_listed() {
    let entity = "<Entities><Entity Key=\"AAAAAAAAAAAAAAAAAAAAAA\" Name=\"Customer\" /></Entities>";
    let migration = migrated(&xml().replace("<Entities />", entity));
    assert_eq!(migration.entities, ["Customer"]);
    let report = migration_report(&migration);
    assert!(
        report.contains("\n## Entities, which ODC's libraries do not have\n\n- `Customer`\n"),
        "{report}"
    );
}

/// What is looked at is bounded, whatever the file has.
#[test]
fn a_file_that_would_take_long_is_not_followed() {
    let many = |text: &dyn Fn(usize) -> String| (0..2_000).map(text).collect::<String>();
    let parameters = many(&|at| {
        format!(
            "<Parameter Name=\"p{at}\" IsByRef=\"No\" IsOut=\"No\" ParameterType=\"System.Int32\" />"
        )
    });
    let inputs = many(&|at| xif::input(9, &format!("p{at}"), "rtInteger", ""));
    let member = format!(
        "<AssemblyObject Kind=\"Method\"><Method Name=\"Payment\" DeclaringTypeName=\"Lending.Calculator\" \
         ReturnTypeName=\"System.Void\" IsStatic=\"Yes\">{parameters}</Method></AssemblyObject><Variables>{inputs}</Variables>"
    );
    let hostile: String = (0..10)
        .map(|at| xif::action(9, &format!("A{at}"), "", false, &member))
        .collect();
    let migration = migrated(&xml().replace("<Actions>", &format!("<Actions>{hostile}")));
    let reason = "the extension's code is too much to be followed";
    assert_eq!(
        fate(&migration, "PaymentOf"),
        &Fate::ByHand(reason.to_owned())
    );
    let migration = migrated(&xml());
    assert_eq!(fate(&migration, "PaymentOf"), &Fate::Implementation);

    let bytes = testdata("OutSystems.NssLoans.dll");
    let assembly = Assembly::parse(&bytes).unwrap();
    let class = assembly
        .find_type("OutSystems.NssLoans", "CssLoans")
        .unwrap();
    let method = class
        .methods()
        .map(Result::unwrap)
        .find(|of| of.name() == Ok("MssPaymentOf"))
        .unwrap();
    assert!(Reach::within(method, &mut 10).unwrap().is_none());
    let (mut steps, all) = (10_000, Reach::of(method).unwrap());
    assert_eq!(Reach::within(method, &mut steps).unwrap(), Some(all));
    assert!(steps < 10_000);
}
