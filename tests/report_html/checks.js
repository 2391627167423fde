// What every view of the report must be.

const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

// Opens everything that can be opened, so that it is checked too, and lets nothing hide outside of its
// row.
async function openAll() {
  document.styleSheets[0].insertRule("* { content-visibility: visible !important; }");
  for (const details of document.querySelectorAll("details")) details.open = true;
  await settled();
}

function described(node) {
  return `${node.tagName.toLowerCase()}.${node.className}: ${node.textContent.trim().slice(0, 60)}`;
}

// The elements that reach out of the page, or whose content reaches out of them.
function overflowing() {
  const page = document.documentElement;
  const found = [];
  if (page.scrollWidth > page.clientWidth) found.push(`the page: ${page.scrollWidth} of ${page.clientWidth}`);
  for (const node of document.body.querySelectorAll("*")) {
    const box = node.getBoundingClientRect();
    if (box.width === 0 || node.closest(".skip, script, noscript, select")) continue;
    const reachesOut = box.left < -0.5 || box.right > page.clientWidth + 0.5;
    const isBox = getComputedStyle(node).display !== "inline";
    if (reachesOut || (isBox && node.scrollWidth > node.clientWidth + 1)) found.push(described(node));
  }
  return found;
}

// The texts that are not read easily: WCAG asks for a contrast of 4.5.
function faint() {
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || node.closest("script, noscript, .skip")) continue;
    if (!node.checkVisibility()) continue;
    const contrast = ratio(luminance(getComputedStyle(node).color), luminance(background(node)));
    if (contrast < 4.5) found.add(`${contrast.toFixed(2)} ${described(node)}`);
  }
  return [...found];
}

// The nearest background that is not transparent; the page has no half-transparent ones.
function background(node) {
  for (let at = node; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)") return colour;
  }
  return "rgb(255, 255, 255)";
}

function luminance(colour) {
  const channels = colour.match(/[\d.]+/g).slice(0, 3).map((channel) => channel / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a, b) {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

// As a reader would set the search and the filters.
async function search(text) {
  const box = document.getElementById("search");
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
}

async function chooseClass(start) {
  const list = document.getElementById("class");
  list.value = [...list.options].find((option) => option.text.startsWith(start)).value;
  list.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
}

async function toggleState(state) {
  document.querySelector(`[name=state][value=${state}]`).click();
  await settled();
}

async function reset() {
  document.getElementById("clear").click();
  await settled();
}

function shown() {
  return {
    members: [...document.querySelectorAll(".member .target, .member code.signature")].map((name) => name.textContent),
    count: document.getElementById("shown").textContent,
    isEmpty: !document.getElementById("empty").hidden,
  };
}
