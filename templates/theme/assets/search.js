// Search: a dialog over the page, whose address keeps what is asked; and the found words, marked where one lands.
const root = new URL("..", import.meta.url);
const dialog = document.querySelector("[data-search]");
const part = (name) => dialog.querySelector(`[data-search-${name}]`);
const [status, filters, filterButton, hits, more, chosen] = ["status", "filters", "filter", "hits", "more", "chosen"].map(part);
const form = dialog.querySelector("form");
const { q, sort } = form.elements;
const facets = [...filters.querySelectorAll("select")];
const fields = [q, ...facets, sort];
const PAGE = 10; // hits
const EXCERPT = 300; // characters
const PAUSE = 150; // milliseconds after the last letter

// Words: what is asked is cut as the index is, in generator/readouts/publish/words.py.
const UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}";
const RUN = new RegExp(`[${UNSPACED}]+`, "gu");
const LETTER = "[\\p{L}\\p{M}\\p{N}]";
const SMALL = new Set("a an and are as at be by for from has have in is it its of on or that the this to was were will with".split(" "));
const isUnspaced = (word) => word.search(RUN) === 0;
const wordsOf = (text) => text.match(new RegExp(`${LETTER}+(['’]${LETTER}+)*`, "gu")) ?? [];
const folded = (word) => word.normalize("NFD").replace(/[\p{M}'’]/gu, "").toLowerCase();

// Text without spaces as pairs of neighbours: all, or no more than it takes to have each character in one.
function pairs(run, all) {
  const characters = [...run], last = characters.length - 2;
  const found = characters.slice(1).map((next, at) => characters[at] + next);
  return ` ${found.filter((_, at) => all || at % 2 === 0 || at === last).join(" ") || run} `;
}

// Small words count in an exact phrase, or where there are no others.
function termsOf(words) {
  const plain = words.replace(/[“”„«»]/g, '"').replace(/[‐-―…]/g, " ").trim(), isExact = /^".+"$/.test(plain);
  const terms = plain.replace(RUN, (run) => pairs(run, isExact)).trim().split(/\s+/);
  const telling = terms.filter((term) => isExact || !SMALL.has(term.toLowerCase()));
  return (telling.length ? telling : terms).join(" ");
}

// The words that a hit was found by, as they stand in it or beside it.
function foundWords(words, { content, locations }, beside, here) {
  const all = content.split(" "), asked = wordsOf(words).map(folded);
  const inside = locations.map((at) => all[at]).filter((word) => !isUnspaced(word));
  const begun = wordsOf(beside).filter((word) => asked.some((term) => folded(word).startsWith(term)));
  const found = [...here, ...words.match(RUN) ?? [], ...inside, ...begun];
  return [...new Map(found.map((word) => [word.toLowerCase(), word])).values()].slice(0, 20);
}

// A pattern of whole words, and of any part of text without spaces.
function pattern(words) {
  const whole = words.sort((a, b) => b.length - a.length).map((word) => {
    const literal = word.replace(/[^\p{L}\p{M}\p{N}]/gu, (mark) => (mark === "’" ? "['’]" : `\\u{${mark.codePointAt().toString(16)}}`));
    return isUnspaced(word) ? literal : `(?<!${LETTER})${literal}(?!${LETTER})`;
  });
  return new RegExp(whole.join("|") || "(?!)", "giu");
}

// Hits
function write(element, text, found) {
  let end = 0;
  for (const match of text.matchAll(found)) {
    const mark = document.createElement("mark");
    mark.append(match[0]);
    element.append(text.slice(end, match.index), mark);
    end = match.index + match[0].length;
  }
  element.append(text.slice(end));
}

function excerpt(text, found) {
  if (text.length <= EXCERPT) return text;
  const near = Math.max(0, text.search(found) - EXCERPT / 4), cut = text.slice(near, near + EXCERPT);
  return `${near ? `… ${cut.replace(/^\S{0,20}\s/, "")}` : cut}${near + EXCERPT < text.length ? " …" : ""}`;
}

// The passage that has most of the found words.
function bestOf(passages, locations) {
  const counts = passages.map(({ start }, at) => locations.filter((l) => l >= start && !(l >= passages[at + 1]?.start)).length);
  return passages[counts.indexOf(Math.max(...counts))];
}

function itemOf(data, words) {
  const card = JSON.parse(data.raw_url), passage = bestOf(card.passages, data.locations) ?? { text: "" };
  const translated = card.translated.filter(([name]) => words.split(" ").some((word) => word && name.includes(word)));
  const says = [passage.says ?? card.says, ...translated.map(([name]) => name)].join(" · ");
  const found = words ? foundWords(words, data, `${card.title} ${says}`, translated.map(([, here]) => here)) : [], shown = pattern(found);
  const item = part("hit").content.cloneNode(true), to = new URL(card.to, root), element = document.createElement(passage.quoted ? "q" : "span");
  if (found.length) to.searchParams.set("found", found.join(" "));
  to.hash = passage.at ?? "";
  item.querySelector("a").href = to;
  element.lang = passage.lang;
  item.querySelector(".r-hit-words").append(element);
  write(element, excerpt(passage.text, shown), shown);
  write(item.querySelector(".r-hit-title"), card.title, shown);
  write(item.querySelector(".r-says"), says, shown);
  return item;
}

// The search
let engine, order, latest = 0, most = PAGE, pause;

const load = () => engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
  await pagefind.options({ ranking: { metaWeights: { title: 5, said: 0.5 } } });
  await pagefind.init();
  return pagefind;
});

// A single letter asks nothing; a single character may be a word.
const question = () => (q.value.trim().length > 1 || isUnspaced(q.value.trim()) ? q.value.trim() : "");
const choices = (but) => Object.fromEntries(facets.filter((f) => f.value && f !== but).map((f) => [f.name, f.value]));

// Hits newest first, which is the order of the index; else those with just these words before those with longer ones.
async function sorted(pagefind, terms, hits) {
  const places = async (asked) => new Map((await pagefind.search(asked)).results.map(({ id }, at) => [id, at]));
  if (sort.value) {
    order ??= await places(null);
    return hits.sort((a, b) => order.get(a.id) - order.get(b.id));
  }
  const whole = await places(`"${terms}"`);
  return hits.sort((a, b) => whole.has(b.id) - whole.has(a.id));
}

// Pagefind passes over a term that nothing has; what is found here has them all. Nothing has a mark alone.
async function complete(pagefind, terms) {
  const each = terms.startsWith('"') ? [] : terms.split(" ");
  const found = await Promise.all(each.map((term) => pagefind.search(term)));
  return found.every(({ results }) => results.length) ? terms : "-";
}

// Each filter's values, and how many hits each leaves.
async function offer(pagefind, terms, counts) {
  for (const facet of facets) {
    const { name, value } = facet;
    const counted = value ? (await pagefind.search(terms, { filters: choices(facet) })).filters : counts;
    const offered = Object.entries(counted[name] ?? {}).filter(([other, count]) => count || other === value);
    offered.sort(([a, m], [b, n]) => (name === "year" ? b - a : n - m || a.localeCompare(b)));
    facet.replaceChildren(facet.options[0], ...offered.map(([other, count]) => new Option(`${other} (${count})`, other)));
    choose(facet, value);
  }
}

// A value of an address may be one that nothing has.
function choose(field, value) {
  if (facets.includes(field) && ![...field.options].some((option) => option.value === value)) field.add(new Option(value));
  field.value = value;
}

function showChosen() {
  chosen.replaceChildren(...facets.filter((facet) => facet.value).map((facet) => {
    const item = part("choice").content.cloneNode(true), button = item.querySelector("button");
    button.append(`${facet.labels[0].firstChild.data.trim()}: ${facet.value}`);
    button.onclick = () => { facet.value = ""; filterButton.focus(); ask(); };
    return item;
  }));
}

async function search() {
  const turn = ++latest, words = question(), isAsked = words || chosen.children.length;
  let found = [], data = [];
  try {
    if (isAsked || !filters.hidden) {
      const pagefind = await load(), terms = words ? await complete(pagefind, termsOf(words)) : null;
      if (!filters.hidden) await pagefind.filters();
      const answer = await pagefind.search(terms, { filters: choices() });
      if (turn === latest && !filters.hidden) await offer(pagefind, terms, answer.filters);
      if (isAsked) found = words ? await sorted(pagefind, terms, answer.results) : answer.results;
      data = await Promise.all(found.slice(0, most).map((result) => result.data()));
    }
    if (turn !== latest) return;
    hits.replaceChildren(...data.map((hit) => itemOf(hit, words)));
    more.hidden = found.length <= most;
    status.textContent = !isAsked ? "" : found.length ? `${found.length.toLocaleString("en")} found` : "Nothing found";
  } catch (error) {
    console.error(error);
    engine = undefined;
    status.textContent = "The search did not load";
  }
}

// The address of the page keeps what is asked while the dialog is open.
function remember() {
  const address = new URL(location);
  for (const { name, value } of fields) {
    address.searchParams.delete(name);
    if (value.trim() && dialog.open) address.searchParams.set(name, value.trim());
  }
  history.replaceState(history.state, "", address);
}

function ask() {
  clearTimeout(pause);
  most = PAGE;
  showChosen();
  remember();
  return search();
}

function open() {
  if (!dialog.open) dialog.showModal();
  q.select();
  ask();
  load().catch(() => {}); // told where something is asked
}

function showFilters(isShown) {
  filters.hidden = !isShown;
  filterButton.setAttribute("aria-expanded", isShown);
}

form.oninput = (event) => {
  clearTimeout(pause);
  pause = setTimeout(ask, event.target === q ? PAUSE : 0);
};
form.onsubmit = async (event) => {
  event.preventDefault();
  await ask();
  hits.querySelector("a")?.focus();
};
filterButton.onclick = () => { showFilters(filters.hidden); search(); };
more.onclick = async () => {
  const shown = hits.children.length;
  most += PAGE;
  await search();
  hits.children[shown]?.querySelector("a").focus();
};
part("copy").hidden = !navigator.clipboard;
part("copy").onclick = async () => {
  await navigator.clipboard.writeText(location);
  status.textContent = "Link copied";
};
part("close").onclick = () => dialog.close();
dialog.onclose = remember;
dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
document.addEventListener("click", (event) => { if (event.target.closest("[data-search-open]")) open(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  open();
});

// Where one lands. Words are whole within the words of a rendering, whatever stands around parts of them; a note's number is none of them.
function rangesOf(element, found) {
  const nodes = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.closest("[data-note], script, button")) continue;
    nodes.push({ node, start: text.length });
    text += node.parentElement.closest(".rendering-text") ? node.data : `${node.data}\n`;
  }
  const place = (at) => nodes.findLast(({ start }) => start < at);
  return [...text.matchAll(found)].map(({ index, 0: { length } }) => {
    const range = new Range(), first = place(index + 1), last = place(index + length);
    range.setStart(first.node, index - first.start);
    range.setEnd(last.node, index + length - last.start);
    return range;
  });
}

function land(words) {
  const ranges = rangesOf(document.querySelector("article"), pattern(words.split(" ")));
  const passage = document.getElementById(location.hash.slice(1))?.querySelector(".rendering-text");
  const first = ranges.find((range) => passage?.contains(range.startContainer))?.getBoundingClientRect();
  CSS.highlights.set("r-found", new Highlight(...ranges));
  if (first && (first.top < 0 || first.bottom > innerHeight)) scrollTo(scrollX, scrollY + first.top - innerHeight / 3);
}

const given = new URLSearchParams(location.search);
if (given.get("found") && CSS.highlights) addEventListener("load", () => land(given.get("found")));
for (const field of fields) choose(field, given.get(field.name) ?? "");
showFilters(facets.some((facet) => facet.value));
if (question() || !filters.hidden) open();
