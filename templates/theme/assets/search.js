// Search: a dialog over the page, whose address keeps what is asked; words are marked where one lands.
import { kept } from "./readouts.js";

const base = new URL("..", import.meta.url);
const dialog = document.querySelector("[data-search]");
const part = (name) => dialog.querySelector(`[data-search-${name}]`);
const [status, filters, hits, more, slash] = ["status", "filters", "hits", "more", "slash"].map(part);
const form = dialog.querySelector("form");
const { q, sort } = form.elements;
const facets = [...filters.querySelectorAll("select")];
const PAGE = 10, EXCERPT = 300, PAUSE = 150; // hits; letters; ms after the last letter

// Words: what is asked is cut as the index is, in generator/readouts/publish/words.py.
const RUN = new RegExp(`[${dialog.dataset.unspaced}]+`, "gu");
const LETTER = "[\\p{L}\\p{M}\\p{N}]";
const WORD = new RegExp(`${LETTER}+([!-/:-@[-\`{-~’]${LETTER}+)*`, "gu");
const SMALL = /^(an?|and|are|as|at|be|by|for|from|i[nst]|of|on|or|that|the|to|was|with)$/i;
const isUnspaced = (word) => word.search(RUN) === 0;
const wordsIn = (text) => text.match(WORD) ?? [];

// Text without spaces, in pairs of neighbours: all, or enough to have each character in one.
function pairs(run, all) {
  const found = [...run].map((character, at, characters) => character + characters[at + 1]).slice(0, -1);
  return ` ${found.filter((_, at) => all || at % 2 === 0 || at === found.length - 1).join(" ") || run} `;
}

// Small words count in an exact phrase, or alone.
function termsOf(words) {
  const isExact = /^["“”„«»].+["“”„«»]$/.test(words);
  const terms = wordsIn(words.replace(RUN, (run) => pairs(run, isExact)));
  const telling = terms.filter((term) => isExact || !SMALL.test(term));
  const asked = (telling.length ? telling : terms).join(" ");
  return isExact ? `"${asked}"` : asked;
}

// The words that a hit was found by, as they stand there and beside it.
function foundWords(words, { content, locations }, beside) {
  const all = content.split(" "), asked = wordsIn(words.toLowerCase());
  const inside = locations.map((at) => all[at]).filter((word) => !isUnspaced(word));
  const begun = wordsIn(beside).filter((word) => asked.some((term) => word.toLowerCase().startsWith(term)));
  return [...words.match(RUN) ?? [], ...inside, ...begun];
}

// The first twenty words, each whole, whatever marks join its parts, but any part of text without spaces.
function pattern(words) {
  const found = [...new Set(wordsIn(words))].slice(0, 20).sort((a, b) => b.length - a.length);
  const whole = found.map((word) => {
    const parts = word.slice(0, 50).replace(/[^\p{L}\p{M}\p{N}]/gu, ".");
    return isUnspaced(word) ? parts : `(?<!${LETTER})${parts}(?!${LETTER})`;
  });
  return new RegExp(`(${whole.join("|") || "(?!)"})`, "giu");
}

// Hits
function write(element, text, found) {
  for (const [at, piece] of text.split(found).entries()) {
    const end = at % 2 ? element.appendChild(document.createElement("mark")) : element;
    end.append(piece);
  }
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
  const card = JSON.parse(data.raw_url), passage = bestOf(card.passages, data.locations);
  const translated = card.translated.filter(([name]) => words.split(/\s/).some((word) => word && name.includes(word)));
  const says = [passage.says, ...translated.map(([name]) => name)].join(" · ");
  const begun = words ? foundWords(words, data, `${card.title} ${says}`) : [];
  const found = [...translated.map(([, here]) => here), ...begun].join(" "), shown = pattern(found);
  const item = part("hit").content.cloneNode(true), element = item.querySelector(passage.quoted ? "q" : ".r-hit-words");
  item.querySelector("a").href = `${new URL(card.to, base)}#${passage.at}${found && `?${new URLSearchParams({ found })}`}`;
  element.lang = passage.lang;
  write(element, excerpt(passage.text, shown), shown);
  write(item.querySelector(".r-hit-title"), card.title, shown);
  write(item.querySelector(".r-says"), says, shown);
  return item;
}

// The search
let engine, failures = 0, latest = 0, most, pause;

const nothing = (told) => ({ found: [], data: [], offers: [], told });

async function load() {
  const pagefind = await import(new URL(`pagefind/pagefind.js?${failures}`, base)); // some browsers keep a failure
  await pagefind.options({ ranking: { metaWeights: { name: 20, translated: 0 } } });
  return pagefind;
}

// A single letter asks nothing; a single character may be a word.
const question = () => q.value.trim().replace(/^\p{Script=Latin}$/u, "");
const choices = (but) => Object.fromEntries(facets.filter((f) => f.value && f !== but).map((f) => [f.name, f.value]));
const isFiltered = () => facets.some((facet) => facet.value);

// Where no word begins with a term, Pagefind takes a word that the term begins with, or passes over it: that is no hit.
async function find(pagefind, terms, but) {
  const answer = await pagefind.search(terms, { filters: choices(but) }), [hit] = answer.results;
  if (!hit?.scores) return answer; // an exact phrase
  const words = [hit.scores, hit.verbose_meta_scores ?? []].flat().flatMap((score) => score.matched_terms ?? score.search_term);
  const isHit = answer.search_keywords.every((stem) => words.some((word) => word.startsWith(stem)));
  return isHit ? answer : { results: [], filters: {} };
}

// The index is in order, newest first. By relevance, just these words come before longer ones.
async function sorted(pagefind, terms, results) {
  const { results: first } = await pagefind.search(sort.value ? null : `"${terms}"`);
  const places = new Map(first.map(({ id }, at) => [id, sort.value ? at : 0]));
  return results.sort((a, b) => (places.get(a.id) ?? 1) - (places.get(b.id) ?? 1));
}

async function answer(words) {
  const pagefind = await (engine ??= load()), isAsked = words || isFiltered();
  if (!isAsked && !filters.open) return nothing("");
  if (filters.open) await pagefind.filters();
  const terms = words ? termsOf(words) : null, all = await find(pagefind, terms);
  const offers = facets.map((facet) => (filters.open && facet.value ? find(pagefind, terms, facet) : all));
  const found = words ? await sorted(pagefind, terms, all.results) : isAsked ? all.results : [];
  const data = found.slice(0, most).map((hit) => hit.data());
  const told = found.length ? `${found.length.toLocaleString("en")} found` : isAsked ? status.dataset.nothing : "";
  return { words, found, data: await Promise.all(data), offers: await Promise.all(offers), told };
}

// What is not answered did not load, but for faults of ours; the next question begins anew.
function failed(error) {
  console.error(error);
  engine = undefined;
  failures += 1;
  return nothing("The search did not load");
}

// A filter's values, and how many hits each leaves.
function offer(facet, counts) {
  const { name, value } = facet;
  const offered = Object.entries({ [value]: 0, ...counts[name] }).filter(([other, count]) => other && (count || other === value));
  offered.sort(([a, m], [b, n]) => (name === "year" ? b - a : n - m || a.localeCompare(b)));
  facet.replaceChildren(facet.options[0], ...offered.map(([other, count]) => new Option(`${other} (${count})`, other)));
  facet.value = value;
}

async function search() {
  const turn = ++latest, { words, found, data, offers, told } = await answer(question()).catch(failed);
  if (turn !== latest) return;
  offers.forEach(({ filters: counts }, at) => offer(facets[at], counts));
  hits.replaceChildren(...data.map((hit) => itemOf(hit, words)));
  more.hidden = found.length <= most;
  status.textContent = told;
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
  part("chosen").textContent = ["Filter", ...facets.flatMap((facet) => facet.value || [])].join(" · ");
  remember();
  return search();
}

function open() {
  if (!dialog.open) dialog.showModal();
  q.focus();
  q.select();
  ask();
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
filters.ontoggle = search;
more.onclick = async () => {
  const shown = hits.children.length;
  most += PAGE;
  await search();
  hits.children[shown]?.querySelector("a").focus();
};
part("close").onclick = () => dialog.close();
dialog.onclose = remember;
dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
dialog.onkeydown = (event) => {
  const stops = [q, ...hits.querySelectorAll("a")], at = stops.indexOf(event.target);
  const next = at < 0 || event.isComposing ? null : stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
  if (next) event.preventDefault();
  next?.focus();
};
document.addEventListener("click", (event) => { if (event.target.closest("[data-search-open]")) open(); });
slash.checked = kept["readouts.slash"] !== "off";
slash.onchange = () => { kept["readouts.slash"] = slash.checked ? "on" : "off"; };
document.addEventListener("keydown", (event) => {
  const isOther = event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey;
  if (isOther || !slash.checked || event.target.closest("input, select")) return;
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
  const ranges = rangesOf(document.querySelector("article"), pattern(words));
  const passage = document.getElementById(location.hash.slice(1))?.querySelector(".rendering-text");
  const first = ranges.find((range) => passage?.contains(range.startContainer))?.getBoundingClientRect();
  CSS.highlights.set("r-found", new Highlight(...ranges));
  if (first && (first.top < 0 || first.bottom > innerHeight)) scrollTo(scrollX, scrollY + first.top - innerHeight / 3);
}

const [anchor, beside] = location.hash.split("?"), given = new URLSearchParams(location.search);
const found = new URLSearchParams(beside).get("found");
if (beside) location.replace(anchor);
if (found && CSS.highlights) addEventListener("load", () => land(found));
q.value = given.get("q");
sort.value = given.get("sort") ?? "";
for (const facet of facets) if (given.get(facet.name)) facet.add(new Option(given.get(facet.name), undefined, true, true));
if (question() || isFiltered()) open();
