/// The last name in a documentation id, as a reader of prose wants it: no kind, namespace, type,
/// parameters or generic arity.
///
/// Constructors are called by their type, explicit implementations by the member that they
/// implement. A namespace keeps its whole name. Text that is no id comes back as it is.
///
/// ```
/// use dllift::clr::simple_name;
///
/// assert_eq!(simple_name("M:Ns.Type.Parse``1(System.String)"), "Parse");
/// assert_eq!(simple_name("M:Ns.Type.#ctor"), "Type");
/// assert_eq!(simple_name("T:System.Collections.Generic.List`1"), "List");
/// ```
pub fn simple_name(id: &str) -> &str {
    let (kind, path) = id.split_once(':').unwrap_or(("", id));
    if kind == "N" {
        return path;
    }
    let path = path.split(['(', '~']).next().unwrap_or(path);
    let path = path
        .strip_suffix(".#ctor")
        .or_else(|| path.strip_suffix(".#cctor"))
        .unwrap_or(path);
    let last = last_segment(path);
    let name = last.split(['`', '{', '<']).next().unwrap_or(last);
    if name.is_empty() { id } else { name }
}

/// What follows the last separator outside of type arguments.
///
/// An explicit implementation writes the dots of its interface as `#`, so both separate.
fn last_segment(path: &str) -> &str {
    let mut nesting = 0_usize;
    for (at, c) in path.char_indices().rev() {
        match c {
            '}' | '>' => nesting += 1,
            '{' | '<' => nesting = nesting.saturating_sub(1),
            '.' | '#' if nesting == 0 => return path.get(at + 1..).unwrap_or(path),
            _ => {}
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::simple_name;

    #[test]
    fn keeps_the_last_name_only() {
        for (id, name) in [
            ("T:Ns.Foo", "Foo"),
            ("T:Foo", "Foo"),
            ("Foo", "Foo"),
            ("!:Missing", "Missing"),
            ("Overload:Ns.Foo.Bar", "Bar"),
            ("N:Ns.Sub", "Ns.Sub"),
            ("F:Ns.Color.Red", "Red"),
            ("P:Ns.Foo.Item(System.Int32)", "Item"),
            ("M:Ns.List`1.Add(`0)", "Add"),
            ("M:Ns.Foo{System.Int32}.Bar(System.String)", "Bar"),
            ("T:Ns.Foo{System.Int32}", "Foo"),
            ("M:Ns.Foo.op_Implicit(Ns.Foo)~System.Int32", "op_Implicit"),
            ("M:Ns.Foo.#cctor", "Foo"),
            ("M:Ns.Foo`1.#ctor(System.Int32)", "Foo"),
            ("M:Ns.Foo.Ns#IBar{System#Int32}#Run", "Run"),
            ("T:Ns.Größe", "Größe"),
        ] {
            assert_eq!(simple_name(id), name, "{id}");
        }
    }

    #[test]
    fn gives_odd_ids_back() {
        for id in ["", ":", "T:", "M:.#ctor", "(", "T:Ns.", "}}}}"] {
            assert_eq!(simple_name(id), id);
        }
    }
}
