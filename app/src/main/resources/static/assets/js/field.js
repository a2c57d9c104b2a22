// Reports from the field, with or without a network. What is not sent yet lies on the device under a key that can not be taken
// out of the browser; it is wiped when the server has it, and after a day in any case.

const api = document.body.dataset.api;
const KEEP_MILLISECONDS = 24 * 3600e3;
const TRY_MILLISECONDS = 5000;
const find = (name) => document.querySelector(`[${name}]`);
const database = await open();
let site = "";
let kind = "";
let replaced = null;
let sending = false;

function open() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(`field${api}`, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("reports", { keyPath: "id" });
      request.result.createObjectStore("things");
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

function ask(store, mode, work) {
  return new Promise((done, failed) => {
    const request = work(database.transaction(store, mode).objectStore(store));
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

const read = (name) => ask("things", "readonly", (store) => store.get(name));
const write = (name, value) => ask("things", "readwrite", (store) => store.put(value, name));

async function key() {
  const known = await read("key");
  if (known) {
    return known;
  }
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await write("key", made);
  return made;
}

async function seal(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const words = new TextEncoder().encode(JSON.stringify(value));
  return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), words) };
}

async function unseal(row) {
  const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, await key(), row.sealed);
  return JSON.parse(new TextDecoder().decode(words));
}

const rows = () => ask("reports", "readonly", (store) => store.getAll());
const forget = (id) => ask("reports", "readwrite", (store) => store.delete(id));

async function keep(report) {
  const sealed = await seal(report);
  await ask("reports", "readwrite", (store) => store.put({ id: report.id, at: Date.now(), ...sealed }));
}

// Times with the offset of the place, as the device's clock has them.
function local(time) {
  const minutes = -time.getTimezoneOffset();
  const shifted = new Date(time.getTime() + minutes * 60e3).toISOString().slice(0, 19);
  const sign = minutes < 0 ? "-" : "+";
  const two = (value) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${shifted}${sign}${two(minutes / 60)}:${two(Math.abs(minutes) % 60)}`;
}

const token = () => document.querySelector("input[name=_csrf]")?.value ?? "";

async function call(path, body) {
  const answer = await fetch(api + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json", "X-CSRF-TOKEN": (await freshToken()) || token() },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) {
    throw new Error("sign-in");
  }
  if (!answer.ok) {
    throw new Error((await answer.json()).detail ?? String(answer.status));
  }
  return answer.json();
}

// The page may be an old copy: its form token is asked for anew, from the page as the server gives it now.
let known = "";
async function freshToken() {
  if (known) {
    return known;
  }
  const page = await fetch(location.pathname, { cache: "no-store", headers: { Accept: "text/html", "X-Fresh": "1" } });
  if (page.redirected || !page.ok) {
    throw new Error("sign-in");
  }
  const read = new DOMParser().parseFromString(await page.text(), "text/html");
  known = read.querySelector("input[name=_csrf]")?.value ?? "";
  return known;
}

function state(tone, words) {
  const place = find("data-state");
  place.className = `badge ${tone}`;
  place.textContent = words;
}

function problem(words) {
  find("data-problem").hidden = !words;
  find("data-problem").textContent = words;
}

// The sites, and how far this clock is off: half of the way there and back is taken off.
async function refresh() {
  const sent = Date.now();
  const answer = await call("/field/sites");
  const middle = (sent + Date.now()) / 2;
  await write("clock", Math.round((Date.parse(answer.now) - middle) / 1000));
  await write("sites", await seal(answer.sites.map((one) => ({ id: one.id, number: one.number }))));
  await device();
  await showSites();
}

async function device() {
  const known = await read("device");
  if (known) {
    return known;
  }
  const made = await call("/field/devices", { name: navigator.platform || "browser" });
  await write("device", made.id);
  return made.id;
}

async function showSites() {
  const row = await read("sites");
  const sites = row ? await unseal(row) : [];
  const select = find("data-site");
  const chosen = select.value || site;
  select.replaceChildren(...sites.map((one) => new Option(one.number, one.id)));
  if (sites.length === 0) {
    select.append(new Option("no site yet", ""));
  }
  if (sites.some((one) => one.id === chosen)) {
    select.value = chosen;
  }
  site = select.value;
}

async function send() {
  if (sending) {
    return;
  }
  sending = true;
  try {
    await expire();
    const waiting = await rows();
    if (waiting.length === 0) {
      if (navigator.onLine) {
        await refresh();
        state("good", "online");
      } else {
        state("wait", "offline");
      }
      return;
    }
    const reports = await Promise.all(waiting.sort((a, b) => a.at - b.at).slice(0, 50).map(unseal));
    const taken = await call("/day-reports", { device: await device(), sent_at: new Date().toISOString(), reports });
    for (const [at, one] of taken.entries()) {
      await forget(reports[at].id);
      told(one, reports[at]);
    }
    state("good", "online");
    problem("");
  } catch (failure) {
    known = "";
    if (failure.message === "sign-in") {
      state("bad", "sign in again");
      problem("You are not signed in any more. Your reports are kept; sign in and they are sent.");
    } else if (failure instanceof TypeError || !navigator.onLine) {
      state("wait", "offline");
    } else {
      state("bad", "not sent");
      problem(failure.message);
    }
  } finally {
    sending = false;
    await showQueue();
  }
}

const named = (report) => `${report.at.slice(11, 16)} ${document.querySelector(`[data-kind="${report.kind}"]`)?.textContent ?? "Taken back"}`;

// A report as a line; what it says can be corrected as long as this page is open.
function line(report, words, corrects) {
  const made = document.createElement("li");
  made.dataset.id = report.id;
  made.append(`${report.corrects ? "Correction: " : ""}${named(report)}${words}`);
  if (corrects) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Correct";
    button.setAttribute("aria-label", `Correct ${named(report)}`);
    button.addEventListener("click", () => correct(report));
    made.append(" ", button);
  }
  return made;
}

function told(taken, report) {
  const words = { TAKEN: "sent", KNOWN: "was there already", ASIDE: "kept aside" }[taken.outcome];
  const list = find("data-sent");
  list.prepend(line(report, `: ${words}${taken.outcome === "ASIDE" ? `. ${taken.why}` : ""}`, taken.outcome !== "ASIDE"));
  while (list.children.length > 8) {
    list.lastChild.remove();
  }
}

// A report older than a day is told about before it goes: silence would be a loss.
async function expire() {
  for (const row of await rows()) {
    if (Date.now() - row.at > KEEP_MILLISECONDS) {
      await forget(row.id);
      problem("A report older than 24 hours was wiped unsent. Report it anew, by word if need be.");
    }
  }
}

async function showQueue() {
  const waiting = await Promise.all((await rows()).sort((a, b) => a.at - b.at).map(unseal));
  const lines = waiting.map((report) => line(report, "", !waiting.some((other) => other.corrects === report.id)));
  find("data-queue").replaceChildren(...lines);
  find("data-none").hidden = lines.length > 0;
}

function choose(button) {
  site = find("data-site").value;
  if (!site) {
    problem("There is no site of yours to report from.");
    return;
  }
  offer(button.dataset.kind, null, button.textContent);
}

// A correction is a report of its own that names the one it replaces.
function correct(report) {
  offer(report.kind === "void" ? "entry" : report.kind, report, `Correct ${named(report)}`);
}

function offer(what, original, title) {
  problem("");
  replaced = original;
  const form = find("data-report");
  form.reset();
  find("data-title").textContent = title;
  const same = find("data-same");
  same.hidden = same.disabled = !original;
  if (original) {
    form.elements.really.value = what;
    form.elements.minutes.value = "same";
    form.elements.words.value = original.words ?? "";
    form.elements.description.value = original.item?.description ?? "";
    form.elements.seal.value = original.item?.seal ?? "";
  }
  fields(what);
  find("data-form").hidden = false;
  find("data-title").focus();
}

function fields(what) {
  kind = what;
  const shown = { item: kind === "item_seized", resource: kind.startsWith("resource_"), correct: replaced !== null };
  for (const field of document.querySelectorAll("[data-for]")) {
    field.hidden = !shown[field.dataset.for];
  }
}

async function report(event) {
  event.preventDefault();
  const form = event.target;
  const same = form.elements.minutes.value === "same";
  const made = {
    id: crypto.randomUUID(), site: replaced?.site ?? site, kind,
    at: same ? replaced.at : local(new Date(Date.now() - Number(form.elements.minutes.value) * 60e3)),
    clock_offset_seconds: same ? replaced.clock_offset_seconds : (await read("clock")) ?? 0,
  };
  if (replaced) {
    // It stands where the one it replaces stood, so it takes no place in the device's own count.
    made.corrects = replaced.id;
  } else {
    made.sequence = ((await read("sequence")) ?? 0) + 1;
    await write("sequence", made.sequence);
  }
  if (form.elements.words.value.trim()) {
    made.words = form.elements.words.value.trim();
  }
  if (kind.startsWith("resource_")) {
    made.resource = form.elements.resource.value;
  }
  if (kind === "item_seized") {
    made.item = { kind: form.elements.itemKind.value, description: form.elements.description.value.trim() || "not described" };
    if (form.elements.seal.value.trim()) {
      made.item.seal = form.elements.seal.value.trim();
    }
  }
  await keep(made);
  form.reset();
  // What was corrected is corrected again by correcting the correction.
  document.querySelector(`[data-sent] li[data-id="${replaced?.id}"] button`)?.remove();
  replaced = null;
  find("data-form").hidden = true;
  await showQueue();
  await send();
}

async function wipe() {
  const waiting = (await rows()).length;
  const words = waiting > 0 ? `${waiting} reports were not sent yet and would be lost. Wipe all the same?` : "Wipe what this page keeps on the device?";
  if (confirm(words)) {
    database.close();
    indexedDB.deleteDatabase(`field${api}`);
    for (const name of await caches.keys()) {
      await caches.delete(name);
    }
    for (const worker of await navigator.serviceWorker.getRegistrations()) {
      await worker.unregister();
    }
    location.assign("/");
  }
}

find("data-kinds").addEventListener("click", (event) => event.target.dataset.kind && choose(event.target));
find("data-report").addEventListener("submit", report);
find("data-really").addEventListener("change", (event) => fields(event.target.value));
find("data-cancel").addEventListener("click", () => { find("data-form").hidden = true; });
find("data-wipe").addEventListener("click", wipe);
find("data-site").addEventListener("change", () => { site = find("data-site").value; });
addEventListener("online", send);
addEventListener("offline", () => state("wait", "offline"));
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register("worker.js");
}
await showSites();
await showQueue();
await send();
setInterval(send, TRY_MILLISECONDS);
document.body.dataset.ready = "true";
