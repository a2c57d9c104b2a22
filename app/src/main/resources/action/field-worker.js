// Opens the page for the field without a network: keeps the page as delivered, which names no operation, no site and no
// person, and its looks. Everything else is asked of the server or fails.

const NAME = "field-1";
const LOOKS = ["/assets/icon.svg", "/assets/css/base.css", "/assets/css/layout.css", "/assets/css/parts.css", "/assets/css/field.css", "/assets/js/theme.js", "/assets/js/field.js"];
const PAGE = new URL("./", self.location).pathname;

async function store() {
  const cache = await caches.open(NAME);
  await cache.addAll(LOOKS);
  await take(cache, await fetch(PAGE, { headers: { "X-Fresh": "1" } }));
}

// The form token goes out: a copy sends nothing by it.
async function take(cache, answer) {
  if (answer.ok && !answer.redirected) {
    const words = (await answer.text()).replace(/<input[^>]*name="_csrf"[^>]*>/g, "");
    await cache.put(PAGE, new Response(words, { headers: { "Content-Type": "text/html;charset=UTF-8", "Content-Security-Policy": answer.headers.get("Content-Security-Policy") ?? "default-src 'self'" } }));
  }
}

self.addEventListener("install", (event) => event.waitUntil(store().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  const isPage = address.pathname === PAGE && event.request.mode === "navigate";
  if (address.origin !== self.location.origin || event.request.method !== "GET" || (!isPage && !LOOKS.includes(address.pathname))) {
    return;
  }
  event.respondWith(fetch(event.request).catch(() => caches.match(isPage ? PAGE : address.pathname)));
});
