use super::actions::actions;
use super::entities::entities;
use super::error::O11Error;
use super::interface::interface;
use super::project::{ASSEMBLY_INFO, project, solution};
use super::record_lists::record_lists;
use super::records::records;
use super::structures::structures;
use crate::emit::GeneratedFile;
use crate::emit::csharp::{BYTE_ORDER_MARK, CodeWriter};
use crate::emit::lower::Lowered;
use crate::translate::Translation;

/// All files under `Source/NET` of a translation whose extension `lowered` was made from.
///
/// # Errors
/// As for [`project_files`].
pub fn extension_files(
    translation: &Translation,
    lowered: &Lowered,
) -> Result<Vec<GeneratedFile>, O11Error> {
    let mut files = project_files(lowered)?;
    files.push(actions(translation, lowered));
    Ok(files)
}

/// The files under `Source/NET` that Integration Studio regenerates, and the project around them.
///
/// All are written, whether the extension has something for them or not; what has nothing is an empty
/// namespace. `<Ext>.cs`, which the project compiles too, is not among them.
pub fn project_files(lowered: &Lowered) -> Result<Vec<GeneratedFile>, O11Error> {
    let extension = lowered.extension();
    let name = &extension.name;
    let file = |file: &str, text: String| GeneratedFile::new(format!("Source/NET/{file}"), text);
    let marked = |name: &str, text: &str| {
        let mut w = CodeWriter::windows(BYTE_ORDER_MARK);
        w.lines(text);
        file(name, w.finish())
    };
    Ok(vec![
        marked("AssemblyInfo.cs", ASSEMBLY_INFO),
        file("Entities.cs", entities(extension)?),
        file("Interface.cs", interface(extension)),
        file("RecordLists.cs", record_lists(extension)),
        file("Records.cs", records(extension)),
        file("Structures.cs", structures(extension)?),
        marked(&format!("{name}.csproj"), &project(extension)),
        GeneratedFile::windows_text(format!("Source/NET/{name}.sln"), &solution(extension)),
    ])
}
