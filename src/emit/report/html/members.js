// The members, with what became of each; the search and the filters.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

function signature(action) {
  const input = (field) => [
    element("b", null, field.name), field.mandatory || field.default != null ? ": " : "?: ",
    name(field.type, "span", { className: "type" }), field.default != null ? ` = ${field.default}` : "",
  ];
  const output = (field) => [
    element("b", null, field.name), ": ", name(field.type, "span", { className: "type" }),
  ];
  const inputs = joined((action.inputs ?? []).map(input), ", ").flat();
  const outputs = joined((action.outputs ?? []).map(output), ", ").flat();
  return element("span", { className: "signature" },
    name(action.name, "strong"), "(", inputs, ")", outputs.length ? [" → ", outputs].flat() : "");
}

// What became of a member, in a line or two.
function outcome(member, actions) {
  const net = name(member.name, "code", { className: "target" });
  if (actions.length) return [actions.map(signature), net].flat();
  const own = name(member.name, "code", { className: "signature" });
  if (member.partOf?.length) return [element("span", null, own, element("span", { className: "part" }, " in ", name(member.partOf.map(withoutKind).join(", "))))];
  return [own, element("span", { className: "part" }, sentence(member.message ?? ""))];
}

function memberRow(member) {
  const actions = (member.actions ?? []).map((position) => data.actions[position]);
  const row = lazyDetails({ className: "member" }, [
    element("span", { className: "heading" }, outcome(member, actions)),
    element("span", { className: `state ${member.state}` }, member.state),
  ], () => [
    ...actions.map((action) => actionDetails(action, member)),
    actions.length ? "" : element("p", { className: "note" }, name(member.id)),
    ...member.partOf?.length ? [partOf(member)] : [],
    ...member.reason != null ? whyNot(member) : [],
  ]);
  member.row = row;
  return row;
}

function actionDetails(action, member) {
  return element("section", { id: `action-${action.name}`, className: "action" },
    element("h4", null, name(action.name, "span"), copyButton(action.name, () => definitionText("actions", action))),
    action.description ? element("p", null, description(action.description)) : "",
    element("p", { className: "note" }, `Calls the ${action.call} `, name(member.id), ".",
      action.function ? " It is a function: expressions can use it." : ""),
    parameterTable(action));
}

function partOf(member) {
  const places = member.partOf.map((place) => {
    const [owner] = place.split(".");
    if (structures.has(owner)) return link("structure", owner, place);
    return actionsByName.has(owner) ? link("action", owner, place) : name(withoutKind(place));
  });
  return element("p", null, "Part of ", joined(places, ", "), ".");
}

function whyNot(member) {
  const { code, why, help } = data.reasons[member.reason];
  return [
    element("p", null, element("span", { className: "code" }, code), " ", sentence(member.message), " ", sentence(why)),
    help ? element("p", null, element("b", null, "What to do: "), sentence(help)) : "",
  ];
}

const structures = new Map(data.structures.map((structure) => [structure.name, structure]));
const actionsByName = new Map(data.actions.map((action) => [action.name, action]));

function searchedText(member) {
  const fields = (action) => parameters(action).flatMap((field) => [field.name, field.type, field.net, field.description]);
  const actions = (member.actions ?? []).map((position) => data.actions[position]);
  const reason = member.reason != null ? data.reasons[member.reason].code : "";
  return [
    member.id, member.name, member.partOf, member.message, reason,
    actions.flatMap((action) => [action.name, action.description, ...fields(action)]),
  ].flat().join("\n").toLowerCase();
}

class Members {
  constructor() {
    const heading = (member, before) => member.class !== before?.class && classHeading(data.classes[member.class]);
    this.list = new LazyList(byId("member-list"), memberRow, heading);
    this.form = byId("filters");
    this.form.hidden = false;
    this.form.addEventListener("input", () => this.filter());
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.clear();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.offerClasses();
    this.filter();
  }

  // The classes by namespace.
  offerClasses() {
    const groups = new Map();
    const sizes = new Map();
    for (const member of data.members) sizes.set(member.class, (sizes.get(member.class) ?? 0) + 1);
    data.classes.forEach((full, position) => {
      const [namespace, simple] = splitClass(full);
      const text = `${simple || "(none)"} (${sizes.get(position)})`;
      const option = element("option", { value: position }, text);
      groups.set(namespace, [...groups.get(namespace) ?? [], option]);
    });
    for (const [namespace, options] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      byId("class").append(element("optgroup", { label: namespace || "(no namespace)" }, options));
    }
  }

  filter() {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const ofClass = byId("class").value;
    const boxes = [...this.form.elements.state];
    const states = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const found = data.members.filter((member) => {
      if (ofClass !== "" && member.class !== Number(ofClass)) return false;
      if (words.length === 0) return true;
      member.text ??= searchedText(member);
      return words.every((word) => member.text.includes(word));
    });
    for (const box of boxes) {
      const number = found.filter((member) => member.state === box.value).length;
      box.parentElement.querySelector(".count").textContent = number;
    }
    const shown = found.filter((member) => states.has(member.state));
    this.list.show(shown);
    byId("shown").textContent = `${shown.length} of ${count(data.members.length, "member")} shown`;
    byId("empty").hidden = shown.length > 0 || data.members.length === 0;
    byId("clear").hidden = words.length === 0 && ofClass === "" && states.size === boxes.length;
  }

  clear() {
    byId("search").value = "";
    byId("class").value = "";
    for (const box of this.form.elements.state) box.checked = true;
    this.filter();
  }

  // Shows a member, opened, whatever the filters are.
  reveal(member) {
    if (!this.list.reach(member)) {
      this.clear();
      this.list.reach(member);
    }
    member.row.fill();
    member.row.open = true;
    return member.row;
  }
}

// Namespace and name; a full stop in type arguments does not count.
function splitClass(full) {
  const at = full.replace(/<.*/s, "").lastIndexOf(".");
  return at < 0 ? ["", full] : [full.slice(0, at), full.slice(at + 1)];
}

function classHeading(full) {
  const [namespace, simple] = splitClass(full);
  return element("h3", { className: "class" }, name(simple || "(none)", "span"),
    namespace ? [" ", name(namespace, "small")] : "");
}
