use super::class::{self, class, silence};
use super::code::laid_out;
use super::interface::{ICON, interface};
use super::logger;
use super::mapper_tests::mapper_tests;
use super::names::CodeNames;
use super::platform::Structs;
use super::project;
use super::signature::Signature;
use super::structures::structures;
use crate::emit::GeneratedFile;
use crate::emit::csharp::{CodeWriter, Conversions};
use crate::emit::lower::lower_lists_of_lists;
use crate::extension::{Attribute, Structure};
use crate::translate::Lock;
use crate::translate::odc::Library;

const ICON_BYTES: &[u8] = include_bytes!("templates/icon.png");

/// All files of the project but the wrapped libraries, which go to `lib/`. The lock has the names that elements of
/// the extension had before: only where such a name changed, another one was published.
pub fn library_files(library: &Library, lock: &Lock) -> Vec<GeneratedFile> {
    let definition = &library.translation.extension;
    let structs = Structs(lower_lists_of_lists(library.definition()));
    let names = CodeNames::new(structs.0.extension());
    let translation = &library.translation;
    let calls = translation.calls.iter().zip(&library.constructions);
    let actions = definition.actions.iter().zip(calls);
    let signatures: Vec<Signature<'_>> = actions
        .map(|(action, (call, made))| Signature::new(action, call, made.as_ref(), &structs))
        .collect();
    let original_action = |at: usize| {
        let (key, action) = (translation.keys.get(at)?, definition.actions.get(at)?);
        let name = library.action_names.get(at).unwrap_or(&action.name);
        lock.original_action(key, name)
    };
    let original = |structure: &Structure, attribute: Option<&Attribute>| match attribute {
        None => lock.original_structure(&structure.type_id, &structure.name),
        Some(of) => {
            let (type_id, member) = (&structure.type_id, &of.member);
            let known = library
                .attribute_names
                .get(&(type_id.clone(), member.clone()));
            lock.original_attribute(type_id, member, known.unwrap_or(&of.name))
        }
    };
    let qualifier = format!("{}.", names.mappers);
    let mut conversions = Conversions::called(translation, &structs, qualifier);
    let class = class(library, &names, &signatures, &mut conversions);
    let tests = mapper_tests(library, &names, &structs, &mut conversions);
    let name = &definition.name;
    let code = |path: String, text: &str| GeneratedFile::new(path, laid_out(text));
    let text = |path: String, text: &str| GeneratedFile::new(path, text);
    let test_project = format!("tests/{name}.Tests");
    let logger =
        logger::is_typed(library).then(|| text(logger::FILE.to_owned(), &logger::typed(&names)));
    let mut files = vec![
        text(".gitignore".to_owned(), project::GITIGNORE),
        code(
            format!("I{name}.cs"),
            &interface(definition, &names, &signatures, original_action),
        ),
        code(
            "Mappers.cs".to_owned(),
            &mappers(library, &names, &conversions),
        ),
        code(format!("{name}.cs"), &class).edited(),
        text(
            format!("{name}.csproj"),
            &project::project(definition, &names, &translation.packages),
        ),
        text("README.md".to_owned(), &project::readme(definition)),
        code(
            "Structures.cs".to_owned(),
            &structures(&structs, &names, original),
        ),
        text("build.ps1".to_owned(), &project::build_ps1(definition)),
        text("build.sh".to_owned(), &project::build_sh(definition)),
        GeneratedFile::new(ICON, ICON_BYTES),
        code(format!("{test_project}/Program.cs"), &tests),
        text(
            format!("{test_project}/{name}.Tests.csproj"),
            &project::test_project(definition, &names),
        ),
    ];
    files.extend(logger);
    files
}

/// `Mappers.cs`: the methods that the class and the tests call.
fn mappers(library: &Library, names: &CodeNames, conversions: &Conversions<'_>) -> String {
    let mut w = CodeWriter::new();
    w.lines(class::USINGS);
    w.blank();
    silence(&mut w, library);
    w.line(format_args!("namespace {};", names.namespace));
    w.blank();
    w.line("/// <summary>Converts between the values of OutSystems and those of the wrapped library.</summary>");
    w.open(format_args!("internal static class {} {{", names.mappers));
    for (at, (_, method)) in conversions.methods().enumerate() {
        if at > 0 {
            w.blank();
        }
        // Helpers are written for a class that keeps them to itself.
        w.lines(&method.replacen("private static ", "internal static ", 1));
    }
    w.close("}");
    w.finish()
}
