"use strict";

// Boxes and rows have the number of their assembly, arrows those of both ends.
const boxes = [...document.querySelectorAll("svg [data-node]")];
const arrows = [...document.querySelectorAll("svg [data-from]")];
const rows = [...document.querySelectorAll("#assemblies tbody tr")];
const search = document.getElementById("search");
const shown = document.getElementById("shown");

// Marks what is near, and makes the rest pale; null takes all marks away.
function mark(near) {
  for (const box of boxes) box.classList.toggle("far", near !== null && !near.has(box.dataset.node));
  for (const arrow of arrows) {
    const isNear = near !== null && near.has(arrow.dataset.from) && near.has(arrow.dataset.to);
    arrow.classList.toggle("near", isNear);
    arrow.classList.toggle("far", near !== null && !isNear);
  }
}

function find() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (row) => words.every((word) => row.dataset.name.toLowerCase().includes(word));
  const found = new Set();
  for (const row of rows) {
    row.hidden = !isFound(row);
    if (!row.hidden) found.add(row.dataset.row);
  }
  shown.textContent = words.length ? `${found.size} of ${rows.length}` : "";
  mark(words.length ? found : null);
  const first = words.length && boxes.find((box) => found.has(box.dataset.node));
  if (first) first.scrollIntoView({ block: "nearest", inline: "center" });
}

// What an assembly needs, directly or not, and what needs it.
function related(node) {
  const near = new Set([node]);
  for (const [from, to] of [["from", "to"], ["to", "from"]]) {
    const open = [node];
    const seen = new Set(open);
    while (open.length) {
      const next = open.pop();
      for (const arrow of arrows) {
        const other = arrow.dataset[to];
        if (arrow.dataset[from] === next && !seen.has(other)) {
          seen.add(other);
          near.add(other);
          open.push(other);
        }
      }
    }
  }
  return near;
}

for (const box of boxes) {
  const show = () => mark(related(box.dataset.node));
  box.addEventListener("mouseenter", show);
  box.addEventListener("focusin", show);
  box.addEventListener("mouseleave", find);
  box.addEventListener("focusout", find);
}
search.addEventListener("input", find);
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("filters").hidden = false;
