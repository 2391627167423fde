//! The closure as one HTML file that needs nothing else: a picture with a search, what is wrong, and the list of the
//! assemblies.

mod layout;

use crate::closure::{Closure, Place as By};
use crate::emit::html::{Markup, THEME, fill, link, script_hash, section};
use crate::extension::{Diagnostic, Severity};
use layout::{Layout, Place};
use petgraph::graph::NodeIndex;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("deps.css");
const SCRIPT: &str = include_str!("deps.js");

/// `closure` as an HTML page, with what is said of its findings. Equal closures give equal text.
pub fn html(closure: &Closure<'_>, said: &[Diagnostic]) -> String {
    let mut inputs = closure.inputs().map(|node| closure.graph()[node].name);
    let first = inputs.next().unwrap_or_default();
    let title = match inputs.count() {
        0 => first.to_owned(),
        more => format!("{first} and {more} more"),
    };
    fill(PAGE, 0, |slot, page| match slot {
        "style" => {
            page.html(THEME).html(STYLE);
        }
        "script" => {
            page.html(SCRIPT);
        }
        "script hash" => {
            page.text(&script_hash(SCRIPT));
        }
        "title" => {
            page.text(&title);
        }
        "navigation" => navigation(closure, said, page),
        "picture" => picture(closure, page),
        "findings" => write_findings(said, page),
        "assemblies" => assemblies(closure, page),
        _ => {}
    })
}

fn navigation(closure: &Closure<'_>, findings: &[Diagnostic], page: &mut Markup) {
    link(page, "picture", "Picture").html("</a></li>\n");
    for (id, title, count) in [
        ("findings", "Findings", findings.len()),
        ("assemblies", "Assemblies", closure.graph().node_count()),
    ] {
        if count > 0 {
            let link = link(page, id, title).html(" <span class=\"count\">");
            link.text(&count.to_string()).html("</span></a></li>\n");
        }
    }
}

fn picture(closure: &Closure<'_>, page: &mut Markup) {
    let layout = Layout::of(closure);
    page.html("<svg width=\"").text(&layout.width.to_string());
    page.html("\" height=\"").text(&layout.height.to_string());
    page.html("\">\n<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
    for (from, to) in &layout.arrows {
        let (from, to) = (&layout.boxes[*from], &layout.boxes[*to]);
        page.html("<path data-from=\"").text(&number(from.node));
        page.html("\" data-to=\"").text(&number(to.node));
        page.html("\" marker-end=\"url(#head)\" d=\"")
            .text(&curve(from, to))
            .html("\"/>\n");
    }
    for place in &layout.boxes {
        write_box(closure, place, page);
    }
    page.html("</svg>");
}

/// The path of an arrow. Within a column it leaves and arrives on the right.
fn curve(from: &Place, to: &Place) -> String {
    let middle = |place: &Place| place.y + Place::HEIGHT / 2;
    let (x, y) = (from.x + from.width, middle(from));
    let (end, bend) = if to.x > from.x {
        (to.x, ((to.x - x.min(to.x)) / 2).max(24))
    } else {
        (to.x + to.width, 40)
    };
    let arriving = if to.x > from.x {
        end.saturating_sub(bend)
    } else {
        end + bend
    };
    format!(
        "M{x} {y}C{} {y} {arriving} {} {end} {}",
        x + bend,
        middle(to),
        middle(to)
    )
}

fn write_box(closure: &Closure<'_>, place: &Place, page: &mut Markup) {
    let is_input = closure.inputs().any(|input| input == place.node);
    let class = match closure.graph()[place.node].place {
        By::Missing => "missing",
        _ if is_input => "input",
        _ => "shipped",
    };
    page.html("<a href=\"#assembly-").text(&number(place.node));
    page.html("\" data-node=\"").text(&number(place.node));
    page.html("\" class=\"")
        .html(class)
        .html("\"><rect rx=\"5\" x=\"")
        .text(&place.x.to_string());
    page.html("\" y=\"").text(&place.y.to_string());
    page.html("\" width=\"").text(&place.width.to_string());
    page.html("\" height=\"").text(&Place::HEIGHT.to_string());
    page.html("\"/><text x=\"")
        .text(&(place.x + Place::PADDING).to_string());
    page.html("\" y=\"")
        .text(&(place.y + Place::HEIGHT * 2 / 3).to_string());
    page.html("\">").text(&place.label).html("</text></a>\n");
}

fn write_findings(findings: &[Diagnostic], page: &mut Markup) {
    if findings.is_empty() {
        return;
    }
    section(page, "findings", "Findings");
    for finding in findings {
        let (class, label) = match finding.severity {
            Severity::Error => ("error", "Error"),
            Severity::Warning => ("warning", "Warning"),
            Severity::Info => ("note", "Note"),
        };
        page.html("<div class=\"finding ")
            .html(class)
            .html("\"><p><b class=\"code\">")
            .html(label);
        page.html(" ")
            .text(&finding.code)
            .html("</b> ")
            .text(&finding.message);
        page.html("</p>\n<p>").text(&finding.why);
        page.html("</p>\n<p><b>What to do:</b> ")
            .text(&finding.help)
            .html("</p></div>\n");
    }
    page.html("</section>\n");
}

fn assemblies(closure: &Closure<'_>, page: &mut Markup) {
    section(page, "assemblies", "Assemblies");
    page.html("<div class=\"scroll\"><table>\n<thead><tr><th>Assembly</th><th>Version</th><th>Brought by</th><th>File</th><th>Wanted by</th></tr></thead>\n<tbody>\n");
    for node in closure.graph().node_indices() {
        row(closure, node, page);
    }
    page.html("</tbody>\n</table></div>\n</section>\n");
}

fn row(closure: &Closure<'_>, node: NodeIndex, page: &mut Markup) {
    let member = &closure.graph()[node];
    let (class, place) = match member.place {
        By::Shipped => ("shipped", "the extension"),
        By::Platform => ("platform", "the platform"),
        By::Missing => ("missing", "nobody"),
    };
    let file = member.file.filter(|_| member.place == By::Shipped);
    let version = file.map(|file| file.assembly().version().to_string());
    page.html("<tr id=\"assembly-").text(&number(node));
    page.html("\" data-row=\"").text(&number(node));
    page.html("\" class=\"")
        .html(class)
        .html("\" data-name=\"")
        .text(member.name);
    page.html("\"><td>").name(member.name);
    page.html("</td><td>").text(&version.unwrap_or_default());
    page.html("</td><td class=\"place\">")
        .html(place)
        .html("</td><td>");
    if let Some(file) = file {
        page.name(&file.path().display().to_string()).html("<br>");
        page.text(&file.found().to_string());
    }
    page.html("</td><td>");
    users(closure, node, page);
    page.html("</td></tr>\n");
}

/// Who wants an assembly; behind their number where they are many, as of what the platform brings.
fn users(closure: &Closure<'_>, node: NodeIndex, page: &mut Markup) {
    const SHOWN: usize = 4;
    let users: Vec<_> = closure.users(node).collect();
    let is_long = users.len() > SHOWN;
    if is_long {
        let count = users.len().to_string();
        page.html("<details><summary>").text(&count);
        page.html(" assemblies</summary>");
    }
    page.html("<ul>");
    for (user, requirement) in users {
        page.html("<li>").name(closure.graph()[user].name);
        page.html(" ")
            .text(&requirement.version.to_string())
            .html("</li>");
    }
    page.html("</ul>");
    if is_long {
        page.html("</details>");
    }
}

fn number(node: NodeIndex) -> String {
    node.index().to_string()
}
