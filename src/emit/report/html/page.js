// Structures, skipped members, the definitions, and what the page does by itself.

function recordRow(kind, record) {
  const row = lazyDetails({ id: `${kind}-${record.name}`, className: "record" }, [
    element("span", { className: "heading" }, name(record.name, "strong"),
      record.id ? name(withoutKind(record.id), "code", { className: "target" }) : ""),
    element("span", { className: "count" }, count(record.attributes.length, "attribute")),
  ], () => [
    record.description ? element("p", null, record.description) : "",
    record.id ? "" : element("p", null, "It stands for one element of a list, which Integration Studio knows only of structures."),
    record.table ? element("p", null, "Table: ", name(record.table)) : "",
    attributeTable(record),
    usersOf(record),
  ]);
  record.row = row;
  return row;
}

function usersOf(record) {
  const users = [["action", record.inActions], ["structure", record.inStructures]];
  const lines = users.filter(([, names]) => names?.length).map(([kind, names]) => [
    `${count(names.length, kind)}: `, joined(names.map((user) => link(kind, user)), ", "),
  ].flat());
  if (record.table) return "";
  return element("p", { className: "users" }, element("b", null, "Used by "),
    lines.length ? joined(lines, "; ").flat() : "nothing");
}

function skippedRow(reason) {
  const messages = new Set(reason.map((member) => member.message));
  return (member) => element("div", { className: "found" },
    link("member", data.members.indexOf(member).toString(), [data.classes[member.class], member.name].join(".")),
    messages.size > 1 ? element("span", { className: "part" }, " ", sentence(member.message)) : "");
}

const DONE = `dllift: defined in ${data.name}`;
const done = new Set(remembered());

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(DONE)) ?? [];
  } catch {
    return [];
  }
}

// What somebody has defined so far stays ticked, where the browser keeps anything for a file.
function tick(key, isDone) {
  if (isDone) done.add(key);
  else done.delete(key);
  try {
    localStorage.setItem(DONE, JSON.stringify([...done]));
  } catch {
    // Then it is ticked until the page is closed.
  }
}

function definitionRow(kind, item) {
  const { fields, what } = KINDS[kind];
  const key = `${kind} ${item.name}`;
  const box = element("input", { type: "checkbox", checked: done.has(key), onchange: () => tick(key, box.checked) });
  box.setAttribute("aria-label", `${item.name} is defined`);
  const details = lazyDetails(null, [
    name(item.name, "strong"),
    element("span", { className: "count" }, count(fields(item).length, what)),
    item.function ? element("span", { className: "count" }, "Function") : "",
  ], () => [
    item.description ? element("p", null, item.description) : "",
    definitionTable(kind, item),
  ]);
  return element("div", { className: "define" }, box, details,
    copyButton(item.name, () => definitionText(kind, item)));
}

const members = new Members();
for (const host of document.querySelectorAll("[data-list]")) {
  const kind = host.dataset.list === "structures" ? "structure" : "entity";
  new LazyList(host, (record) => recordRow(kind, record)).show(data[host.dataset.list]);
}
for (const host of document.querySelectorAll("[data-reason]")) {
  const reason = data.members.filter((member) => member.reason === Number(host.dataset.reason));
  const list = new LazyList(host, skippedRow(reason));
  list.hold(reason);
  host.parentElement.addEventListener("toggle", () => list.built || list.grow());
}
for (const host of document.querySelectorAll("[data-define]")) {
  const kind = host.dataset.define;
  const all = () => data[kind].map((item) => definitionText(kind, item)).join("\n");
  host.before(element("p", { className: "all" }, "All of them, tab-separated: ", copyButton(`all ${kind}`, all)));
  new LazyList(host, (item) => definitionRow(kind, item)).show(data[kind]);
}

// Shows what a link names, which may not have been built yet.
function follow(hash) {
  const [, kind, to] = /^#(action|structure|member)-(.*)$/s.exec(hash) ?? [];
  let target = null;
  if (kind === "action") {
    const action = actionsByName.get(decodeURIComponent(to));
    target = action && members.reveal(data.members[action.member]);
  } else if (kind === "member") {
    const member = data.members[Number(to)];
    target = member && members.reveal(member);
  } else if (kind === "structure") {
    const structure = structures.get(decodeURIComponent(to));
    const list = LazyList.all.find((list) => structure && list.items === data.structures);
    if (list?.reach(structure)) {
      target = structure.row;
      target.open = true;
    }
  }
  target?.scrollIntoView({ block: "start" });
  target?.querySelector("summary").focus({ preventScroll: true });
  return target != null;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (link && follow(link.hash)) {
    event.preventDefault();
    history.pushState(null, "", link.hash);
  }
});
addEventListener("popstate", () => follow(location.hash));
follow(location.hash);

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, select, textarea");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("search").focus();
  }
});

const theme = byId("theme");
const isDark = () => (document.documentElement.dataset.theme
  ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const nameTheme = () => (theme.textContent = isDark() ? "Light" : "Dark");
theme.hidden = false;
theme.onclick = () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  nameTheme();
};
nameTheme();

// On paper nothing can be opened or fetched: all that the filters show is there, and what has more to
// say is open where the list is not too long.
addEventListener("beforeprint", () => {
  const LONG = 300;
  for (const list of LazyList.all) {
    list.grow(list.items.length);
    if (list.items.length > LONG) continue;
    for (const row of list.host.querySelectorAll(":scope > details")) {
      if (row.querySelector("summary .absorbed")) continue;
      row.fill();
      row.open = true;
    }
  }
  for (const reason of document.querySelectorAll(".reason")) reason.open = true;
});
