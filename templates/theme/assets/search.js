// Search: a dialog over the page, whose address keeps what is asked; and the found words marked on the page one lands on.
const root = new URL("..", import.meta.url);
const dialog = document.querySelector("[data-search]");
const form = dialog.querySelector("form");
const part = (name) => dialog.querySelector(`[data-search-${name}]`);
const [status, filterButton, hits, more, chosen] = ["status", "filter", "hits", "more", "chosen"].map(part);
const filters = document.getElementById("r-search-filters");
const facets = [...filters.querySelectorAll("select")];
const FIELDS = ["q", ...facets.map((facet) => facet.name), "sort"];
const field = (name) => form.elements[name];
const PAGE = 10;
const EXCERPT = 300; // characters of a passage
const PAUSE = 150; // milliseconds between the last letter and the search
const MODES = { direct: "direct quotation", partial: "quoted in part", indirect: "reported speech" };
const said = (value) => MODES[value] ?? value;

// Words: what is asked for is cut as the index was, in generator/readouts/publish/words.py.
const UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}";
const RUN = new RegExp(`[${UNSPACED}]+`, "gu");
const PAIR = new RegExp(`^[${UNSPACED}]`, "u");
const SMALL = new Set("a an and are as at be by for from has have in is it its of on or that the this to was were will with".split(" "));

/** Return text without spaces as pairs of neighbours: all of them, or no more than have every character in one. */
function pairs(run, all) {
  const characters = [...run], step = all ? 1 : 2;
  const starts = characters.slice(0, -1).map((_, at) => at).filter((at) => at % step === 0 || at === characters.length - 2);
  return ` ${starts.map((at) => characters[at] + characters[at + 1]).join(" ") || run} `;
}

/** Return what is asked for as Pagefind takes it: small words count in an exact phrase, or where there are no others. */
function asked(words) {
  const plain = words.replace(/[“”„«»]/g, '"').replace(/[‐-―…]/g, " ").trim();
  const exact = /^".+"$/.test(plain);
  const cut = plain.replace(RUN, (run) => pairs(run, exact)).trim();
  if (exact) return cut;
  const all = cut.split(/\s+/), telling = all.filter((word) => !SMALL.has(word.toLowerCase()));
  return (telling.length ? telling : all).join(" ");
}

const folded = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Return the words that a hit was found by, as they stand in it, and the first word of each of its passages. */
function foundWords(words, data, card) {
  const content = data.content.split(" ");
  const terms = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = words.match(RUN) ?? [];
  const beside = `${card.title} ${card.passages[0]?.says ?? ""}`.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const begun = beside.filter((word) => terms.some((term) => folded(word).startsWith(folded(term))));
  const inside = data.locations.map((at) => content[at]).filter((word) => word && !PAIR.test(word));
  return [...new Set([...runs, ...inside, ...begun])].slice(0, 20);
}

/** Return a pattern that finds words as whole words; in scripts without spaces, anywhere. */
function pattern(words) {
  const literal = (word) => word.replace(/[.*+?^${}()|[\]\\\/-]/g, "\\$&");
  const whole = (word) => (PAIR.test(word) ? literal(word) : `(?<![\\p{L}\\p{M}\\p{N}])${literal(word)}(?![\\p{L}\\p{M}\\p{N}])`);
  return new RegExp(words.sort((a, b) => b.length - a.length).map(whole).join("|") || "(?!)", "giu");
}

/** Return a text in nodes, the words that a pattern finds in it marked. */
function* marked(text, found) {
  let end = 0;
  for (const match of text.matchAll(found)) {
    yield text.slice(end, match.index);
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    yield mark;
    end = match.index + match[0].length;
  }
  yield text.slice(end);
}

/** Return the part of a passage around its first found word. */
function excerpt(text, found) {
  if (text.length <= EXCERPT) return text;
  const at = Math.max(0, text.search(found) - EXCERPT / 4);
  const start = at && text.indexOf(" ", at) + 1 || at;
  const cut = text.slice(start, start + EXCERPT);
  return `${start ? "… " : ""}${start + EXCERPT < text.length ? `${cut.replace(/\s+\S*$/, "")} …` : cut}`;
}

/** Return the passage of an entry that has most of the found words; its first, where it was found by its names. */
function bestPassage(card, locations) {
  const starts = card.passages.map((passage) => passage.start ?? 0);
  const counts = starts.map((start, at) => locations.filter((l) => l >= start && !(l >= starts[at + 1])).length);
  return card.passages[counts.indexOf(Math.max(...counts))];
}

/** Return the entry of the list for a hit. */
function hitOf(data, words) {
  const card = JSON.parse(data.raw_url);
  const found = words ? foundWords(words, data, card) : [];
  const passage = bestPassage(card, data.locations);
  const item = part("hit").content.cloneNode(true);
  const to = new URL(card.to, root);
  if (found.length) to.searchParams.set("found", found.join(" "));
  if (passage?.at) to.hash = passage.at;
  item.querySelector("a").href = to;
  const shown = pattern(found);
  if (passage) {
    const quoted = document.createElement(passage.mode === "direct" ? "q" : "span");
    quoted.lang = passage.lang;
    quoted.append(...marked(excerpt(passage.text, shown), shown));
    item.querySelector(".r-hit-words").append(quoted);
  }
  const isQuotation = card.kind === "Quotation";
  const says = isQuotation ? [passage.says, passage.mode !== "direct" && MODES[passage.mode], card.date, card.title] : [card.kind, card.date];
  if (!isQuotation) item.querySelector(".r-hit-title").append(...marked(card.title, shown));
  item.querySelector(".r-hit-says").append(...marked(says.filter(Boolean).join(" · "), shown));
  return item;
}

// The search itself
let engine, order, latest = 0, most = PAGE, pause;

const load = () => engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
  await pagefind.options({ ranking: { metaWeights: { title: 5, said: 0.5 } } });
  await pagefind.init();
  return pagefind;
});

/** Return what is asked for; a single letter is no question, but a single character may be a word. */
function question() {
  const words = field("q").value.trim();
  return words.length > 1 || PAIR.test(words) ? words : "";
}

const choices = (but) => Object.fromEntries(facets.filter((f) => f.value && f !== but).map((f) => [f.name, f.value]));

/** Return results newest first: in the order of the index, which a search for anything tells. */
async function byDate(pagefind, results) {
  order ??= new Map((await pagefind.search(null)).results.map((result, at) => [result.id, at]));
  return results.sort((a, b) => order.get(a.id) - order.get(b.id));
}

/** Fill the filters with their values, and how many hits each would leave. */
async function offer(pagefind, terms, counts) {
  for (const facet of facets) {
    const { name, value } = facet;
    const counted = value ? (await pagefind.search(terms, { filters: choices(facet) })).filters : counts;
    const offered = Object.entries(counted[name] ?? {}).filter(([other, count]) => count && other !== value);
    offered.sort(([a, m], [b, n]) => (name === "year" ? b - a : n - m || a.localeCompare(b)));
    if (value) offered.unshift([value, counted[name]?.[value] ?? 0]);
    facet.replaceChildren(facet.options[0], ...offered.map(([other, count]) => new Option(`${said(other)} (${count})`, other)));
    facet.value = value;
  }
}

/** Show the filters in use, each to be taken away. */
function showChosen() {
  chosen.replaceChildren(...facets.filter((facet) => facet.value).map((facet) => {
    const item = part("choice").content.cloneNode(true), button = item.querySelector("button");
    const label = facet.labels[0].firstChild.data.trim();
    button.textContent = `${label}: ${said(facet.value)}`;
    button.setAttribute("aria-label", `Take away the filter ${button.textContent}`);
    button.addEventListener("click", () => { facet.value = ""; filterButton.focus(); ask(); });
    return item;
  }));
}

/** Search for what the form has, and list what is found. */
async function search() {
  const turn = ++latest, words = question(), filtered = choices(), offers = !filters.hidden;
  const isAsked = words || Object.keys(filtered).length;
  try {
    if (isAsked || offers) {
      const pagefind = await load(), terms = words ? asked(words) : null;
      if (offers) await pagefind.filters();
      const { results, filters: counts } = await pagefind.search(terms, { filters: filtered });
      const sorted = words && field("sort").value ? await byDate(pagefind, results) : results;
      const data = await Promise.all(sorted.slice(0, isAsked ? most : 0).map((result) => result.data()));
      if (turn !== latest) return;
      hits.replaceChildren(...data.map((found) => hitOf(found, words)));
      more.hidden = !isAsked || results.length <= most;
      status.textContent = results.length ? `${results.length.toLocaleString("en")} found` : "Nothing found";
      if (offers) await offer(pagefind, terms, counts);
    }
    if (turn !== latest) return;
    if (!isAsked) {
      hits.replaceChildren();
      more.hidden = true;
      status.textContent = "";
    }
  } catch (error) {
    console.error(error);
    engine = undefined;
    status.textContent = "The search did not load. Try again.";
  }
}

/** Keep what the form has in the address of the page; nothing, once the dialog is closed. */
function remember() {
  const address = new URL(location);
  for (const name of FIELDS) {
    address.searchParams.delete(name);
    const value = field(name).value.trim();
    if (value && dialog.open) address.searchParams.set(name, value);
  }
  history.replaceState(history.state, "", address);
}

function ask() {
  most = PAGE;
  showChosen();
  remember();
  return search();
}

function open() {
  if (!dialog.open) dialog.showModal();
  field("q").focus();
  field("q").select();
  ask();
  load().catch(() => {}); // told when something is asked
}

function showFilters(visible) {
  filters.hidden = !visible;
  filterButton.setAttribute("aria-expanded", visible);
}

/** Fill the form from the address of the page; tell whether that asks for anything. */
function restore() {
  const given = new URLSearchParams(location.search);
  for (const name of FIELDS) {
    const value = given.get(name) ?? "", input = field(name);
    if (value && input.options && ![...input.options].some((option) => option.value === value) && name !== "sort") input.add(new Option(said(value), value));
    input.value = value;
  }
  showFilters(Object.keys(choices()).length > 0);
  return Boolean(question()) || !filters.hidden;
}

form.addEventListener("input", (event) => {
  clearTimeout(pause);
  pause = setTimeout(ask, event.target === field("q") ? PAUSE : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  ask().then(() => hits.querySelector("a")?.focus());
});
filterButton.addEventListener("click", () => { showFilters(filters.hidden); search(); });
more.addEventListener("click", async () => {
  const shown = hits.children.length;
  most += PAGE;
  await search();
  hits.children[shown]?.querySelector("a").focus();
});
part("copy").hidden = !navigator.clipboard;
part("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(location.href);
  status.textContent = "Link copied";
});
part("close").addEventListener("click", () => dialog.close());
dialog.addEventListener("close", remember);
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("keydown", (event) => {
  const stops = [field("q"), ...hits.querySelectorAll("a")], at = stops.indexOf(event.target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || at < 0) return;
  event.preventDefault();
  stops[at + step]?.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  open();
});
document.addEventListener("click", (event) => { if (event.target.closest("[data-search-open]")) open(); });

// The page one lands on
/** Yield the text of the article in runs that belong together, as nodes: a note's number is no part of the words around it. */
function runsOfText() {
  const accepts = (node) => (node.parentElement.closest("[data-note], script, button") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT, accepts);
  const runs = new Map();
  for (let node; (node = walker.nextNode());) {
    const block = node.parentElement.closest(".rendering-text, p, li, dt, dd, th, td, h1, h2, h3, figcaption, pre, article");
    runs.set(block, [...(runs.get(block) ?? []), node]);
  }
  return runs.values();
}

/** Return the places of a pattern in some nodes whose text belongs together. */
function rangesOf(nodes, found) {
  const place = (at, isEnd) => {
    for (const node of nodes) {
      if (at < node.length || (isEnd && at === node.length)) return [node, at];
      at -= node.length;
    }
  };
  return [...nodes.map((node) => node.data).join("").matchAll(found)].map((match) => {
    const range = new Range();
    range.setStart(...place(match.index));
    range.setEnd(...place(match.index + match[0].length, true));
    return range;
  });
}

/** Mark words on the page without a change to it, and bring the first in the passage that the address names into view. */
function land(words) {
  const found = pattern(words.split(" ").filter(Boolean));
  const ranges = [...runsOfText()].flatMap((nodes) => rangesOf(nodes, found));
  CSS.highlights.set("r-found", new Highlight(...ranges));
  const passage = document.getElementById(location.hash.slice(1))?.querySelector(".rendering-text");
  const first = ranges.find((range) => passage?.contains(range.startContainer))?.getBoundingClientRect();
  if (first && (first.top < 0 || first.bottom > innerHeight)) scrollTo(scrollX, scrollY + first.top - innerHeight / 3);
}

const landed = new URLSearchParams(location.search).get("found");
if (landed && CSS.highlights) {
  if (document.readyState === "complete") land(landed);
  else addEventListener("load", () => land(landed));
}
if (restore()) open();
