// What a reader's browser adds to pages that are whole without it.
const root = document.documentElement;

for (const button of document.querySelectorAll("[data-scheme-switch]")) {
  button.addEventListener("click", () => {
    const dark = getComputedStyle(document.body).colorScheme === "dark" ||
      (!root.dataset.mdColorScheme && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.mdColorScheme = dark ? "default" : "slate";
    try { localStorage.setItem("readouts.scheme", root.dataset.mdColorScheme); } catch { /* not remembered, then */ }
  });
}
