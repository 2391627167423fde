"use strict";

// Everything that is shown goes through here as text: nothing is ever parsed as HTML.
function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== ""));
  return made;
}

// A name that may be broken after its separators and between its words.
function name(text, tag = "code", properties = null) {
  const parts = text.split(/(?<=[._,(<])|(?<=[a-z0-9])(?=[A-Z])/);
  return element(tag, properties, parts.flatMap((part, at) => (at ? [element("wbr"), part] : [part])));
}

// A documentation id without the letter that says what it is of.
function withoutKind(id) {
  return id.replace(/^[A-Z]:/, "");
}

function link(kind, to, text = to) {
  return name(text, "a", { href: `#${kind}-${encodeURIComponent(to)}` });
}

// `items` with a separator between them.
function joined(items, separator) {
  return items.flatMap((item, at) => (at ? [separator, item] : [item]));
}

function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

// The sentences of diagnostics have names between backticks.
function sentence(text) {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, at) => (at % 2 ? name(part) : part));
}

// A `details` whose content is made when it is opened.
function lazyDetails(properties, summary, content) {
  const made = element("details", properties, element("summary", null, summary));
  let isFilled = false;
  made.fill = () => {
    if (!isFilled) made.append(element("div", null, content()));
    isFilled = true;
  };
  made.addEventListener("toggle", () => made.open && made.fill());
  return made;
}

function table(columns, rows) {
  const used = columns.filter(([, cell]) => rows.some((row) => hasContent(cell(row))));
  const head = used.map(([title]) => element("th", { scope: "col" }, title));
  const body = rows.map((row) => element("tr", null, used.map(([title, cell]) => {
    const content = cell(row);
    return element("td", { "data-label": hasContent(content) ? title : "" }, content);
  })));
  return element("table", null, element("thead", null, element("tr", null, head)), element("tbody", null, body));
}

function hasContent(cell) {
  return Array.isArray(cell) ? cell.length > 0 : cell != null && cell !== "";
}
