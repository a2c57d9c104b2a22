// Two keys decide about a link: s, n or u, then the digit of the ground.
const form = document.querySelector("[data-judgement]");

function typing(target) {
  return target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio])");
}

addEventListener("keydown", (event) => {
  if (!form || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) {
    return;
  }
  const chosen = form.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!chosen) {
    return;
  }
  event.preventDefault();
  if (chosen.matches("input")) {
    chosen.checked = true;
    chosen.focus();
  } else {
    form.requestSubmit(chosen);
  }
});
