// The overview looks for news while it is seen: when a later count stands, its panels are put in place of the old ones, and
// who stood on a link stands on it still.

const EVERY_MILLISECONDS = 5000;
let page = document.querySelector("[data-news]");

function say(words) {
  const place = page?.querySelector("[data-news-words]");
  if (place) {
    place.textContent = words;
  }
}

function isBusy() {
  const field = document.activeElement;
  return field?.matches("input, select, textarea, button") && page.contains(field);
}

async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) {
    return;
  }
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-news]");
  if (!next) {
    return;
  }
  const link = document.activeElement?.closest("a")?.getAttribute("href");
  page.replaceWith(next);
  page = next;
  document.dispatchEvent(new CustomEvent("cordon:renewed", { detail: page }));
  if (link) {
    [...page.querySelectorAll("a")].find((one) => one.getAttribute("href") === link)?.focus({ preventScroll: true });
  }
  say("renewed just now");
}

async function look() {
  if (document.hidden || isBusy()) {
    return;
  }
  try {
    const answer = await fetch(page.dataset.news, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      say("not renewed: the server refused");
      return;
    }
    const { as_of: moment } = await answer.json();
    if (moment !== page.dataset.moment) {
      await renew();
    }
  } catch {
    say("not renewed: the server can not be reached");
  }
}

if (page) {
  setInterval(look, EVERY_MILLISECONDS);
}
