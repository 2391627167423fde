// Parameters and attributes: as they were mapped, and as Integration Studio asks for them.

// The translation ends the description of an enum with its names.
const VALUES = /^(.*?)\s*One of ((?:[\p{L}\p{N}_]+, )+[\p{L}\p{N}_]+)([.…])$/su;

function description(text = "") {
  const found = VALUES.exec(text);
  if (!found) return text;
  const [, before, values, end] = found;
  const chips = values.split(", ").map((value) => element("code", null, value));
  return [before, element("span", { className: "values" },
    element("span", null, "Values "), joined(chips, " "), end === "…" ? " …" : "")];
}

function typeOf(field) {
  if (!field.record) return name(field.type, "span");
  return link("structure", field.record, field.type);
}

function mapping(field) {
  return [typeOf(field), element("span", { className: "net" }, element("span", null, " ← "), name(field.net))];
}

const FIELD_COLUMNS = [
  ["Mandatory", (field) => field.mandatory ? "Yes" : field.isOutput ? "" : "No"],
  ["Default", (field) => field.default != null ? element("code", null, field.default) : ""],
  ["Length", (field) => field.length?.toString()],
  ["Decimals", (field) => field.decimals?.toString()],
  ["Description", (field) => description(field.description)],
];

// The parameters of an action in definition order.
function parameters(action) {
  const outputs = (action.outputs ?? []).map((field) => ({ ...field, isOutput: true }));
  return [...action.inputs ?? [], ...outputs];
}

function parameterTable(action) {
  const fields = parameters(action);
  if (fields.length === 0) return element("p", null, "No parameters.");
  return table([
    ["Parameter", (field) => [
      element("span", { className: "direction" }, field.isOutput ? "out" : "in"), " ", name(field.name),
    ]],
    ["Type", mapping],
    ...FIELD_COLUMNS,
  ], fields);
}

function attributeTable(record) {
  return table([
    ["Attribute", (field) => name(field.name)],
    ["Type", typeOf],
    [".NET member", (field) => field.net ? name(withoutKind(field.net)) : ""],
    ["Column", (field) => field.column ? name(field.column) : ""],
    ["Identifier", (field) => field.identifier],
    ...FIELD_COLUMNS,
  ], record.attributes);
}

// What Integration Studio shows as a type: it has records and lists of records, each with a type.
function dataType(field) {
  if (!field.record) return field.type;
  return field.type === field.record ? "Record" : "Record List";
}

const DEFINITION = {
  common: [
    ["Data Type", dataType],
    ["Record Type", (field) => field.record],
    ["Mandatory", (field) => field.isOutput ? "" : field.mandatory ? "Yes" : "No"],
    ["Default Value", (field) => field.default],
    ["Length", (field) => field.length?.toString()],
    ["Decimals", (field) => field.decimals?.toString()],
    ["Description", (field) => field.description],
  ],
  get action() {
    const direction = (field) => field.isOutput ? "Output" : "Input";
    return [["Parameter", (field) => field.name], ["Direction", direction], ...this.common];
  },
  get record() {
    const column = [["Column", (field) => field.column], ["Identifier", (field) => field.identifier]];
    return [["Attribute", (field) => field.name], ...column, ...this.common];
  },
};

// The kinds of elements that are defined by hand.
const KINDS = {
  actions: { title: "Action", columns: DEFINITION.action, fields: parameters, what: "parameter" },
  structures: { title: "Structure", columns: DEFINITION.record, fields: (of) => of.attributes, what: "attribute" },
  entities: { title: "Entity", columns: DEFINITION.record, fields: (of) => of.attributes, what: "attribute" },
};

function definitionTable(kind, item) {
  const { columns, fields } = KINDS[kind];
  const rows = fields(item);
  const [[title], ...others] = columns;
  return rows.length ? table([[title, (row) => name(row.name)], ...others], rows) : "";
}

// The definition as tab-separated text, one line for each parameter or attribute.
function definitionText(kind, item) {
  const { title, columns, fields } = KINDS[kind];
  const head = [title, item.name];
  if (item.function) head.push("Function: Yes");
  if (item.table) head.push(item.table);
  head.push(item.description);
  const rows = fields(item);
  const used = columns.filter(([, cell]) => rows.some(cell));
  const lines = [head, ...rows.length ? [used.map(([title]) => title)] : [],
    ...rows.map((row) => used.map(([, cell]) => cell(row)))];
  return lines.map((line) => line.map(plainCell).join("\t")).join("\n") + "\n";
}

// A spreadsheet would take what begins like this for a formula, and it comes from foreign code.
function plainCell(text = "") {
  const folded = text.replace(/\s+/g, " ");
  return /^[=@+-](?![\d.])/.test(folded) ? ` ${folded}` : folded;
}

function copyButton(label, text) {
  const button = element("button", { type: "button", className: "copy" }, "Copy");
  button.setAttribute("aria-label", `Copy ${label}`);
  button.onclick = async () => {
    const isCopied = await copy(text(), button);
    button.textContent = isCopied ? "Copied" : "Press Ctrl+C";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };
  return button;
}

async function copy(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not every browser gives a file the clipboard.
  }
  const area = element("textarea", { value: text, readOnly: true, className: "copied" });
  area.setAttribute("aria-label", "Text to copy");
  beside.after(area);
  area.select();
  const isCopied = document.execCommand("copy");
  if (isCopied) {
    area.remove();
    beside.focus();
  } else {
    area.onblur = () => area.remove();
  }
  return isCopied;
}
