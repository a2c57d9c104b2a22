// A page of sealed text closes when its time is over, and does not come back with the browser's back button.
const page = document.querySelector("[data-closes]");

function close() {
  page?.replaceChildren();
  location.reload();
}

if (page) {
  const left = new Date(page.dataset.closes).getTime() - Date.now();
  setTimeout(close, Math.max(0, Math.min(left, 2_000_000_000)));
}
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    close();
  }
});
