// What a reader's browser adds to pages that are whole without it: the scheme, and copying.
const root = document.documentElement;

/** What the browser keeps for this reader; one that keeps nothing has it until the page is left. */
export let kept = {};
try {
  kept = localStorage;
} catch {}

function isDark() {
  const chosen = root.dataset.mdColorScheme;
  return chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
}

for (const button of document.querySelectorAll("[data-scheme-switch]")) {
  button.addEventListener("click", () => {
    kept["readouts.scheme"] = root.dataset.mdColorScheme = isDark() ? "default" : "slate";
  });
}

/** The words of an element, without the numbers of its notes. */
function wordsOf(element) {
  const copy = element.cloneNode(true);
  for (const mark of copy.querySelectorAll("[data-note]")) mark.remove();
  return copy.textContent.trim();
}

/** The words of a quotation, wherever the page has them all; one that is long is cut where it is one of several. */
function quotationIn(figure) {
  const start = wordsOf(figure.querySelector(".r-words")).replace(/…$/, "");
  const all = [figure, ...document.querySelectorAll(".r-rendering")].map((each) => each.querySelector(".rendering-text"));
  return all.filter(Boolean).map(wordsOf).find((words) => words.startsWith(start));
}

/** The address of the page that a button is about, as it lasts. */
function addressOf(button) {
  return new URL(button.dataset.at, location.href).href;
}

const copied = {
  link: addressOf,
  quotation(button) {
    const figure = button.closest("figure"), words = quotationIn(figure);
    const said = figure.querySelector(".r-direct") ? `“${words}”` : words;
    return `${said} — ${wordsOf(figure.querySelector(".r-chain"))} (${wordsOf(figure.querySelector(".r-mode"))})\n${addressOf(button)}`;
  },
  text: (button) => button.parentElement.querySelector("pre").textContent,
  search: () => location.href,
};

const status = document.createElement("p");
status.className = "r-unseen";
status.setAttribute("role", "status");

for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent, figure = button.dataset.copy === "quotation" && button.closest("figure");
  button.hidden = !navigator.clipboard || (figure && !quotationIn(figure)); // which browsers give to secure pages only
  button.addEventListener("click", async () => {
    const words = copied[button.dataset.copy](button);
    (button.closest("dialog") ?? document.body).append(status); // under a dialog nothing is told
    status.textContent = button.textContent = await navigator.clipboard.writeText(words).then(() => "Copied", () => "Not copied");
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2000);
  });
}
