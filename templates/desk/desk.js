// Loads the page again once the records were saved: asks while the page is seen, and is answered when there is news.
const version = document.currentScript.dataset.version;

async function watch() {
  while (document.visibilityState === "visible") {
    try {
      const answer = await fetch(`/-/news?version=${version}`);
      if (answer.ok && (await answer.text()) !== version) {
        location.reload();
        return;
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000)); // the server has gone; it may come back
    }
  }
}

document.addEventListener("visibilitychange", watch);
watch();
