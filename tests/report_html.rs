//! The import report as a page: what a reader sees and can do, in a browser.

#![allow(
    clippy::duplicate_mod,
    reason = "both of the helpers say by the same module that a test cannot run"
)]

#[path = "support/chromium.rs"]
mod chromium;
#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/one_of_everything.rs"]
mod one_of_everything;

use chromium::{Chromium, View};
use dllift::clr::{FileStore, Library};
use dllift::emit::o11::lower;
use dllift::emit::report::html;
use dllift::extension::{Extension, MemberState};
use dllift::translate::{Options, translate};
use serde_json::{Value, json};
use std::path::Path;

const WIDE: View = View {
    width: 1280,
    is_dark: false,
};
/// Two widths and both preferences; what depends on the colours is checked in either view with both.
const VIEWS: [View; 2] = [
    WIDE,
    View {
        width: 480,
        is_dark: true,
    },
];

/// Runs a script that can use `checks.js`.
fn run(browser: &Chromium, page: &str, view: View, script: &str) -> Value {
    let checks = include_str!("report_html/checks.js");
    browser.run(page, view, &format!("{checks}\n{script}"))
}

fn report(path: &Path) -> String {
    let store = FileStore::open(&[path.to_path_buf()], &[]);
    let translation = translate(&Library::new(&store), &Options::default());
    html(lower(&translation.extension).extension())
}

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    report(&folder.join(format!("{name}.dll")))
}

/// An extension in which whatever can come from a DLL looks like something else.
fn hostile() -> Extension {
    const NAMES: [&str; 4] = [
        "</script><script>top.isHit = true</script>",
        "<img/src=x onerror='top.isHit=true'>",
        "\" onclick=\"top.isHit = true\" {{script}}",
        "\u{202e}Reversed\u{2028}\u{2029}\u{0} `odd=cmd",
    ];
    let mut names = NAMES.into_iter().cycle();
    let mut name = || names.next().unwrap_or_default().to_owned();
    let mut extension = one_of_everything::extension();
    extension.name = name();
    extension.description = name();
    for action in &mut extension.actions {
        action.name = name();
        action.description = name();
        for parameter in action.inputs.iter_mut().chain(&mut action.outputs) {
            parameter.name = name();
            parameter.default = Some(name());
            parameter.source.net_type = name();
        }
        action.member.id.push_str(&name());
    }
    for structure in &mut extension.structures {
        structure.description = name();
        structure.type_id.push_str(&name());
        for attribute in &mut structure.attributes {
            attribute.name = name();
            attribute.member.push_str(&name());
            attribute.description = name();
        }
    }
    for entity in &mut extension.entities {
        entity.table = name();
    }
    for resource in &mut extension.resources {
        resource.file = name();
        resource.references = vec![name()];
    }
    for member in &mut extension.members {
        if member.state != MemberState::Skipped {
            member.id.push_str(&name());
        }
        member.by = vec![name()];
    }
    for diagnostic in &mut extension.diagnostics {
        diagnostic.message = name();
        diagnostic.help = name();
    }
    for input in &mut extension.inputs {
        input.file = name();
        input.framework = name();
    }
    extension
}

#[test]
fn the_page_needs_nothing_else() {
    let page = html(&one_of_everything::extension());
    for outside in ["http:", "https:", "src=", "@import", "url(", "<link"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn equal_extensions_give_equal_pages() {
    let page = || html(&one_of_everything::extension());
    assert_eq!(page(), page());
}

#[test]
fn foreign_names_are_no_markup() {
    let page = html(&hostile());
    for tag in ["<img", "<script>top", "onclick=\"top"] {
        assert!(!page.contains(tag), "{tag}");
    }
    assert_eq!(page.matches("<script").count(), 2);
    let (_, data) = page.split_once("id=\"data\">").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    assert!(!data.contains(['<', '\0', '\u{2028}', '\u{2029}']));
    let Some(browser) = Chromium::find("report_html") else {
        return;
    };
    let script = "await openAll();
        document.querySelectorAll('summary, .copy').forEach((node) => node.click());
        return { isHit: top.isHit ?? false, text: document.getElementById('member-list').textContent };";
    let seen = run(&browser, &page, WIDE, script);
    assert_eq!(seen["isHit"], false);
    let text = seen["text"].as_str().unwrap();
    assert!(
        text.contains("</script><script>top.isHit = true</script>"),
        "{text}"
    );
}

#[test]
fn nothing_overflows_and_everything_can_be_read() {
    let Some(browser) = Chromium::find("report_html") else {
        return;
    };
    let pages = [
        ("one of everything", html(&one_of_everything::extension())),
        ("nothing", html(&Extension::default())),
        ("hostile", html(&hostile())),
        ("Banking", sample("Banking")),
        ("Constructs", sample("Constructs")),
    ];
    let script = "await openAll();
        const seen = { overflowing: overflowing(), faint: faint() };
        document.getElementById('theme').click();
        return { ...seen, faintInTheOther: faint() };";
    let fine = json!({ "overflowing": [], "faint": [], "faintInTheOther": [] });
    for (name, page) in pages {
        for view in VIEWS {
            assert_eq!(run(&browser, &page, view, script), fine, "{name}, {view:?}");
        }
    }
}

#[test]
fn search_class_and_state_work_together() {
    let Some(browser) = Chromium::find("report_html") else {
        return;
    };
    let script = "const seen = { all: shown().count };
        await search('RATE term');
        seen.words = shown();
        await chooseClass('RateTable');
        seen.inClass = shown();
        await search('');
        await toggleState('translated');
        seen.withoutActions = shown();
        await reset();
        await toggleState('translated');
        seen.absorbed = shown().count;
        await search('no such member');
        seen.none = shown();
        await reset();
        seen.again = shown().count;
        return seen;";
    let seen = run(&browser, &sample("MortgageLib"), WIDE, script);
    assert_eq!(seen["all"], "33 of 33 members shown");
    let words = seen["words"]["members"].as_array().unwrap();
    assert!(words.contains(&json!("SetRate(int, double)")), "{words:?}");
    assert!(
        words.contains(&json!(
            "TotalInterest(double, double, int, PaymentFrequency)"
        )),
        "{words:?}"
    );
    assert_eq!(
        seen["inClass"]["members"],
        json!([
            "SetRate(int, double)",
            "RateFor(int)",
            "MonthlyPayment(double, int)",
            "BaseRate"
        ])
    );
    assert_eq!(seen["withoutActions"]["isEmpty"], true);
    assert_eq!(seen["absorbed"], "20 of 33 members shown");
    assert_eq!(seen["none"]["members"], json!([]));
    assert_eq!(seen["none"]["isEmpty"], true);
    assert_eq!(seen["again"], "33 of 33 members shown");
}

#[test]
fn links_show_what_the_filters_hide() {
    let Some(browser) = Chromium::find("report_html") else {
        return;
    };
    let script = "await search('no such member');
        const users = () => document.querySelectorAll('.users a');
        await openAll();
        const link = [...users()].find((link) => link.textContent === 'Amortize');
        link.click();
        await settled();
        const action = document.querySelector('[id=action-Amortize]');
        return { isOpen: action.closest('details').open, focused: document.activeElement.textContent,
            types: [...action.querySelectorAll('a')].map((link) => link.textContent) };";
    let seen = run(&browser, &sample("MortgageLib"), WIDE, script);
    assert_eq!(seen["isOpen"], true);
    assert!(
        seen["focused"]
            .as_str()
            .unwrap()
            .starts_with("Amortize(Loan: Loan)")
    );
    assert_eq!(seen["types"], json!(["Loan", "AmortizationEntry List"]));
}

#[test]
fn definitions_are_copied_with_and_without_the_clipboard() {
    let Some(browser) = Chromium::find("report_html") else {
        return;
    };
    let script = "const copied = [];
        const button = document.querySelector('[data-define=structures] .copy');
        const writeText = async (text) => copied.push(text);
        Object.defineProperty(window.navigator, 'clipboard', { value: { writeText }, configurable: true });
        button.click();
        await settled();
        Object.defineProperty(window.navigator, 'clipboard', { value: undefined });
        document.execCommand = () => copied.push(document.activeElement.value) > 0;
        const action = document.querySelectorAll('[data-define=actions] .copy')[2];
        action.click();
        await settled();
        return [...copied, button.textContent, document.querySelectorAll('textarea').length];";
    let copied = run(
        &browser,
        &html(&one_of_everything::extension()),
        WIDE,
        script,
    );
    assert_eq!(
        copied[0],
        "Structure\tRate\t\n\
         Attribute\tData Type\tMandatory\n\
         Value\tDecimal\tYes\n"
    );
    assert_eq!(
        copied[1],
        "Action\tPayment_Decimal_Int32\tFunction: Yes\tMonthly payment | *rounded*, see [the docs].\n\
         Parameter\tDirection\tData Type\tRecord Type\tMandatory\tDefault Value\tDescription\n\
         Loan\tInput\tRecord\tLoan\tYes\t\tWhat is owed.\n\
         Mode\tInput\tText\t\tNo\t\"a|b\"\tOne of Early | Late.\n\
         Result\tOutput\tDecimal\t\t\t\t\n"
    );
    assert_eq!(copied[2], "Copied");
    assert_eq!(copied[3], 0);
}

#[test]
fn all_that_is_shown_is_on_paper() {
    let Some(browser) = Chromium::find("report_html") else {
        return;
    };
    let script = "await toggleState('absorbed');
        window.dispatchEvent(new Event('beforeprint'));
        await settled();
        return { members: document.querySelectorAll('.member').length, shown: shown().count,
            closed: document.querySelectorAll('.member:not([open]), .record:not([open]), .reason:not([open])').length,
            skipped: document.querySelector('#filters .skipped .count').textContent,
            reasons: document.querySelectorAll('div.found').length };";
    let seen = run(&browser, &sample("Constructs"), WIDE, script);
    let expected = format!("{} of ", seen["members"]);
    assert!(
        seen["shown"].as_str().unwrap().starts_with(&expected),
        "{seen}"
    );
    assert_eq!(seen["closed"], 0);
    assert_eq!(
        seen["reasons"].to_string(),
        seen["skipped"].as_str().unwrap()
    );
}

#[test]
fn a_big_library_is_built_as_it_is_looked_at() {
    let Some(mono) = libraries::mono_lib("report_html") else {
        return;
    };
    let Some(browser) = Chromium::find("report_html") else {
        return;
    };
    let script = "const elements = document.querySelectorAll('*').length;
        await search('system.string concat');
        return { elements, members: shown().members };";
    let seen = run(&browser, &report(&mono.join("mscorlib.dll")), WIDE, script);
    assert!(
        seen["elements"].as_u64().unwrap() < 20_000,
        "{}",
        seen["elements"]
    );
    let members = seen["members"].as_array().unwrap();
    assert!(
        members.contains(&json!("Concat(string, string)")),
        "{members:?}"
    );
}
