// What a reader's browser adds to pages that are whole without it: the scheme, and copying.
const root = document.documentElement;

function isDark() {
  const chosen = root.dataset.mdColorScheme;
  return chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
}

for (const button of document.querySelectorAll("[data-scheme-switch]")) {
  button.addEventListener("click", () => {
    root.dataset.mdColorScheme = isDark() ? "default" : "slate";
    try {
      localStorage.setItem("readouts.scheme", root.dataset.mdColorScheme);
    } catch {
      // A browser that keeps nothing shows the scheme until the page is left.
    }
  });
}

/** The words of an element, without the numbers of its notes. */
function wordsOf(element) {
  const copy = element.cloneNode(true);
  for (const mark of copy.querySelectorAll("[data-note]")) mark.remove();
  return copy.textContent.trim();
}

/** The address of the page that a button is about, as it lasts. */
function addressOf(button) {
  return new URL(button.dataset.at, location.href).href;
}

const copied = {
  link: addressOf,
  quotation(button) {
    const figure = button.closest("figure");
    const words = wordsOf(figure.querySelector(".rendering-text, .r-quoted"));
    const said = figure.querySelector(".r-direct") ? `“${words}”` : words;
    return `${said} — ${wordsOf(figure.querySelector(".r-chain"))} (${wordsOf(figure.querySelector(".r-mode"))})\n${addressOf(button)}`;
  },
  text: (button) => button.parentElement.querySelector("pre").textContent,
};

const status = document.createElement("p");
status.className = "r-unseen";
status.setAttribute("role", "status");
document.body.append(status);

for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  button.hidden = !navigator.clipboard; // which browsers give to secure pages only
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copied[button.dataset.copy](button));
    status.textContent = button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2000);
  });
}
