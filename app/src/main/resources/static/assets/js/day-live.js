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
    line.append(kind, ` for ${reach}, ${one.by}, ${new Date(one.at).toISOString().slice(11, 16)} UTC`);
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

function open() {
  const source = new EventSource(root.dataset.live);
  source.addEventListener("board", (event) => {
    heard = Date.now();
    const before = board.head.seen;
    const part = JSON.parse(event.data);
    board.apply(part);
    watchOrders(before);
    say(true);
    root.dataset.heard = String(Number(root.dataset.heard ?? 0) + 1);
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
setInterval(() => {
  if (Date.now() - heard > SILENT_MILLISECONDS) {
    say(false);
  }
}, 1000);
