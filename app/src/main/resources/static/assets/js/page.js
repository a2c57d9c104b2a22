// What every page needs: theme, clock, local times, filters that act at once.

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("cordon-theme", theme);
}

function wireTheme() {
  const button = document.querySelector("[data-action=theme]");
  button?.addEventListener("click", () => {
    setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  });
}

// Paper is white: dark colours would cost ink and contrast.
function wirePrint() {
  let before = "light";
  addEventListener("beforeprint", () => {
    before = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    document.documentElement.dataset.theme = before;
  });
}

function tick() {
  const now = new Date();
  for (const clock of document.querySelectorAll("[data-clock]")) {
    const zone = clock.dataset.clock || undefined;
    clock.textContent = now.toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  }
}

// The server writes UTC; where the reader's zone differs, the local time stands beside it.
function localTimes(root) {
  for (const time of root.querySelectorAll("time[data-local]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime()) || at.getTimezoneOffset() === 0) {
      continue;
    }
    const sameDay = at.getDate() === at.getUTCDate();
    const day = sameDay ? {} : { day: "numeric", month: "short" };
    const words = document.createElement("span");
    words.className = "local";
    words.textContent = at.toLocaleString("en-GB", {
      ...day, hour: "2-digit", minute: "2-digit", timeZoneName: "short",
    });
    time.append(" ");
    time.append(words);
    time.removeAttribute("data-local");
  }
}

function wireFilters() {
  for (const form of document.querySelectorAll("form[data-filters]")) {
    for (const select of form.querySelectorAll("select")) {
      select.addEventListener("change", () => form.requestSubmit());
    }
    // Empty filters stay out of the address.
    form.addEventListener("submit", () => {
      for (const field of form.elements) {
        if (field.name && field.value === "") {
          field.disabled = true;
        }
      }
    });
  }
}

// A link to hand over is written out in full, so that it can be copied as text.
function fullAddresses() {
  for (const link of document.querySelectorAll("a[data-full-address]")) {
    link.textContent = link.href;
  }
}

// What was typed before a proof was asked for stands in its form again; nothing is sent by itself.
function restoreForm() {
  const kept = document.querySelector("template[data-kept-form]");
  if (!kept) {
    return;
  }
  const form = [...document.querySelectorAll("form")].find(
    (one) => one.getAttribute("action") === kept.dataset.action,
  );
  for (const typed of kept.content.querySelectorAll("input")) {
    const field = form?.elements.namedItem(typed.name);
    if (field && "value" in field && field.type !== "hidden") {
      field.value = typed.value;
    }
  }
  const closed = form?.closest("details");
  if (closed) {
    closed.open = true;
  }
  // What was refused is said where it was typed, not out of sight above.
  const problem = document.querySelector(".message.bad[role=alert]:not(.alarm)");
  if (form && problem) {
    form.prepend(problem);
  }
  form?.scrollIntoView({ block: problem ? "start" : "center" });
}

// A chosen file's words are put into a field of the page; the file itself is never sent.
function wireFiles() {
  for (const input of document.querySelectorAll("input[type=file][data-into]")) {
    input.addEventListener("change", async () => {
      const into = document.getElementById(input.dataset.into);
      const file = input.files[0];
      if (!into || !file) {
        return;
      }
      const fits = file.size <= into.maxLength;
      input.setCustomValidity(fits ? "" : `The file is larger than ${into.maxLength} bytes.`);
      input.reportValidity();
      if (fits) {
        into.value = await file.text();
      }
    });
  }
}

wireTheme();
wireFiles();
restoreForm();
wirePrint();
fullAddresses();
wireFilters();
localTimes(document);
tick();
setInterval(tick, 5000);
document.addEventListener("htmx:afterSwap", (event) => localTimes(event.target));
document.addEventListener("cordon:renewed", (event) => {
  localTimes(event.detail);
  wireFilters();
});
