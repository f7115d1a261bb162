// Search: a dialog over the page, whose address keeps what is asked; words are marked where one lands.
const base = new URL("..", import.meta.url);
const dialog = document.querySelector("[data-search]");
const part = (name) => dialog.querySelector(`[data-search-${name}]`);
const [status, filters, filterButton, hits, more, chosen] = ["status", "filters", "filter", "hits", "more", "chosen"].map(part);
const form = dialog.querySelector("form");
const { q, sort } = form.elements;
const facets = [...filters.querySelectorAll("select")];
const PAGE = 10;
const EXCERPT = 300; // letters
const PAUSE = 150; // ms after the last letter

// Words: what is asked is cut as the index is, in generator/readouts/publish/words.py.
const UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}";
const RUN = new RegExp(`[${UNSPACED}]+`, "gu");
const LETTER = "[\\p{L}\\p{M}\\p{N}]";
const WORD = new RegExp(`${LETTER}+([!-/:-@[-\`{-~’]${LETTER}+)*`, "gu");
const SMALL = /^(an?|and|are|as|at|be|by|for|from|i[nst]|of|on|or|that|the|to|was|with)$/i;
const isUnspaced = (word) => word.search(RUN) === 0;

// Text without spaces, in pairs of neighbours: all, or enough to have each character in one.
function pairs(run, all) {
  const characters = [...run], last = characters.length - 2;
  const found = characters.slice(1).map((next, at) => characters[at] + next);
  return ` ${found.filter((_, at) => all || at % 2 === 0 || at === last).join(" ") || run} `;
}

// Small words count in an exact phrase, or alone.
function termsOf(words) {
  const isExact = /^["“”„«»].+["“”„«»]$/.test(words);
  const terms = words.replace(RUN, (run) => pairs(run, isExact)).match(WORD) ?? [];
  const telling = terms.filter((term) => isExact || !SMALL.test(term));
  const asked = (telling.length ? telling : terms).join(" ");
  return isExact ? `"${asked}"` : asked;
}

// The words that a hit was found by, as they stand there.
function foundWords(words, { content, locations }, beside, here) {
  const all = content.split(" "), asked = words.toLowerCase().match(WORD) ?? [];
  const inside = locations.map((at) => all[at]).filter((word) => !isUnspaced(word));
  const begun = (beside.match(WORD) ?? []).filter((word) => asked.some((term) => word.toLowerCase().startsWith(term)));
  return [...new Set([...here, ...words.match(RUN) ?? [], ...inside, ...begun])].slice(0, 20);
}

// Whole words, whatever marks join their parts, but any part of text without spaces.
function pattern(words) {
  const whole = words.sort((a, b) => b.length - a.length).map((word) => {
    const parts = word.replace(/[^\p{L}\p{M}\p{N}]/gu, ".");
    return isUnspaced(word) ? parts : `(?<!${LETTER})${parts}(?!${LETTER})`;
  });
  return new RegExp(whole.join("|") || "(?!)", "giu");
}

// Hits
function write(element, text, found) {
  let end = 0;
  for (const { index, 0: word } of text.matchAll(found)) {
    const mark = document.createElement("mark");
    mark.append(word);
    element.append(text.slice(end, index), mark);
    end = index + word.length;
  }
  element.append(text.slice(end));
}

function excerpt(text, found) {
  if (text.length <= EXCERPT) return text;
  const near = Math.max(0, text.search(found) - EXCERPT / 4), cut = text.slice(near, near + EXCERPT);
  return `${near ? cut.replace(/^(\S{0,20}\s)?/, "… ") : cut}${near + EXCERPT < text.length ? " …" : ""}`;
}

// The passage that has most of the found words.
function bestOf(passages, locations) {
  const counts = passages.map(({ start, end }) => locations.filter((at) => at >= start && at < end).length);
  return passages[counts.indexOf(Math.max(...counts))];
}

function itemOf(data, words) {
  const card = JSON.parse(data.raw_url), passage = bestOf(card.passages, data.locations) ?? { text: "" };
  const translated = card.translated.filter(([name]) => words.split(/\s/).some((word) => word && name.includes(word)));
  const says = [passage.says ?? card.says, ...translated.map(([name]) => name)].join(" · ");
  const found = words ? foundWords(words, data, `${card.title} ${says}`, translated.map(([, here]) => here)) : [];
  const item = part("hit").content.cloneNode(true), to = new URL(card.to, base), shown = pattern(found);
  if (words) to.searchParams.set("found", found.join(" "));
  to.hash = passage.at ?? "";
  item.querySelector("a").href = to;
  const element = item.querySelector(passage.quoted ? "q" : ".r-hit-words");
  element.lang = passage.lang;
  write(element, excerpt(passage.text, shown), shown);
  write(item.querySelector(".r-hit-title"), card.title, shown);
  write(item.querySelector(".r-says"), says, shown);
  return item;
}

// The search
let engine, order, latest = 0, most, pause;

const load = () => engine ??= import(new URL("pagefind/pagefind.js", base));

// A single letter asks nothing; a single character may be a word.
const question = () => q.value.trim().replace(/^\p{Script=Latin}$/u, "");
const choices = (but) => Object.fromEntries(facets.filter((f) => f.value && f !== but).map((f) => [f.name, f.value]));

// Pagefind passes over terms that nothing has. Here hits have them all; nothing has a mark.
async function complete(pagefind, terms) {
  const found = await Promise.all(terms.split(" ").map((term) => pagefind.search(term.replaceAll('"', ""))));
  return found.every(({ results }) => results.length) ? terms : "-";
}

// The index is in order, newest first. By relevance, just these words come before longer ones.
async function sorted(pagefind, terms, results) {
  const places = async (asked) => new Map((await pagefind.search(asked)).results.map(({ id }, at) => [id, at]));
  if (sort.value) {
    order ??= await places(null);
    return results.sort((a, b) => order.get(a.id) - order.get(b.id));
  }
  const whole = await places(`"${terms}"`);
  return results.sort((a, b) => whole.has(b.id) - whole.has(a.id));
}

// Each filter's values, and how many hits each leaves.
async function offer(pagefind, terms, counts) {
  for (const facet of facets) {
    const { name, value } = facet;
    const counted = value ? (await pagefind.search(terms, { filters: choices(facet) })).filters : counts;
    const offered = Object.entries({ [value]: 0, ...counted[name] }).filter(([other, count]) => other && (count || other === value));
    offered.sort(([a, m], [b, n]) => (name === "year" ? b - a : n - m || a.localeCompare(b)));
    facet.replaceChildren(facet.options[0], ...offered.map(([other, count]) => new Option(`${other} (${count})`, other)));
    facet.value = value;
  }
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
  } catch {
    engine = undefined;
    status.textContent = "The search did not load";
  }
}

// The address keeps what is asked while the dialog is open.
function remember() {
  const address = new URL(location);
  for (const { name, value } of [q, ...facets, sort]) {
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
  q.focus();
  q.select();
  ask();
  load().then((pagefind) => pagefind.init(), () => {}); // ahead of the question
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
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  open();
});

// Where one lands. In a rendering links may begin within words; the numbers of notes are no part of them.
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
q.value = given.get("q");
sort.value = given.get("sort") ?? "";
for (const facet of facets) if (given.get(facet.name)) facet.add(new Option(given.get(facet.name), undefined, true, true));
showFilters(facets.some((facet) => facet.value));
if (question() || !filters.hidden) open();
