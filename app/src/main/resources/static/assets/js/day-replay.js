// Plays a day minute by minute out of what the server says it was.
import { Board } from "./day-render.js";

const root = document.querySelector(".day-board[data-replay]");
const board = new Board(root);
const minute = root.querySelector("[data-minute]");
const moment = root.querySelector("[data-moment]");
const known = root.querySelector("[data-known]");
const play = root.querySelector("[data-play]");
const state = root.querySelector("[data-live-state]");
const first = Date.parse(root.dataset.first);
let playing = false;
let asked = 0;

minute.max = String(Math.max(1, Math.ceil((Date.parse(root.dataset.last) - first) / 60e3) + 15));

async function show() {
  const at = new Date(first + Number(minute.value) * 60e3);
  const mine = ++asked;
  moment.textContent = `${at.toISOString().slice(0, 10)} ${at.toISOString().slice(11, 16)} UTC`;
  const answer = await fetch(`${root.dataset.replay}?at=${at.toISOString()}&known=${known.checked}`, { headers: { Accept: "application/json" } });
  if (mine !== asked) {
    return;
  }
  if (!answer.ok) {
    state.textContent = "The server did not answer; press Play to try again.";
    stop();
    return;
  }
  state.textContent = "";
  board.whole(await answer.json());
}

function stop() {
  playing = false;
  play.textContent = "Play";
}

async function step() {
  if (!playing) {
    return;
  }
  if (Number(minute.value) >= Number(minute.max)) {
    stop();
    return;
  }
  minute.value = String(Number(minute.value) + 1);
  await show();
  setTimeout(step, 200);
}

play.addEventListener("click", () => {
  if (playing) {
    stop();
    return;
  }
  playing = true;
  play.textContent = "Stop";
  if (Number(minute.value) >= Number(minute.max)) {
    minute.value = "0";
  }
  step();
});
minute.addEventListener("input", show);
known.addEventListener("change", show);
show();
