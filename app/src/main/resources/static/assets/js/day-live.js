// Keeps a board live by server-sent events, and says so when it is not.
import { Board } from "./day-render.js";

const SILENT_MILLISECONDS = 25e3;
const root = document.querySelector(".day-board[data-live]");
const board = new Board(root);
const state = root.querySelector("[data-live-state]");
const order = root.querySelector("[data-order]");
const list = root.querySelector("[data-orders]");
let heard = 0;

function say(live) {
  const words = live
    ? "live"
    : `not live${heard ? ` since ${new Date(heard).toLocaleTimeString("en-GB")}` : ""}: trying to reach the server`;
  if (state.textContent !== words) {
    state.textContent = words;
    state.className = `badge ${live ? "good" : "bad"}`;
  }
}

// What was seen when the form was opened is what its author decided on.
function watchOrders(before) {
  const seen = board.head.seen;
  if (order?.open) {
    order.querySelector("[data-newer]").hidden = Number(order.querySelector("[name=seen]").value) >= seen;
  }
  if (list && seen !== before) {
    readOrders();
  }
}

async function readOrders() {
  const answer = await fetch(list.dataset.from, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    return;
  }
  const lines = (await answer.json()).map((one) => {
    const line = document.createElement("li");
    const kind = document.createElement("strong");
    kind.textContent = { abort: "call off", pull_forward: "pull forward" }[one.kind] ?? one.kind;
    const reach = one.siteNumber ? `site ${one.siteNumber}` : one.country ?? "all";
    const minute = (time) => `${new Date(time).toISOString().slice(11, 16)} UTC`;
    const start = one.startAt ? `, start ${minute(one.startAt)}` : "";
    line.append(kind, ` for ${reach}${start}, ${one.by}, ${minute(one.at)}`);
    if (one.reason) {
      const why = document.createElement("bdi");
      why.className = "name small soft";
      why.textContent = one.reason;
      line.append(document.createElement("br"), why);
    }
    return line;
  });
  list.replaceChildren(...lines);
}

order?.addEventListener("toggle", () => {
  if (order.open) {
    order.querySelector("[name=seen]").value = board.head.seen;
    order.querySelector("[data-newer]").hidden = true;
  }
});

let source;

function open() {
  source?.close();
  source = new EventSource(root.dataset.live);
  source.addEventListener("board", (event) => {
    heard = Date.now();
    const before = board.head.seen;
    board.apply(JSON.parse(event.data));
    watchOrders(before);
    say(true);
  });
  source.addEventListener("error", () => {
    say(false);
    // A server that starts again answers the browser's own attempts with an end; then a new stream is needed.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(open, 2000);
    }
  });
}

open();
let opened = Date.now();
setInterval(() => {
  const since = Math.max(heard, opened);
  if (Date.now() - since > SILENT_MILLISECONDS) {
    say(false);
    opened = Date.now();
    open();
  }
}, 1000);
