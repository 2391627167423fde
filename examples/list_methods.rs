//! Lists the public methods of an assembly as C# declares them: `list_methods Some.dll`.

use dllift::clr::{Assembly, DocId};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: list_methods FILE")?;
    let bytes = dllift::pe::FileBytes::open(path.as_ref())?;
    let assembly = Assembly::parse(&bytes)?;
    for ty in assembly.types().filter(|ty| ty.is_public()) {
        println!("{}", ty.full_name()?);
        for method in ty
            .methods()
            .filter(|m| m.as_ref().is_ok_and(|m| m.is_public()))
        {
            let method = method?;
            println!("    {method}    {}", DocId(&method));
        }
    }
    Ok(())
}
