// A sheet of seized items: cards are added as they are needed.

const MOST = 500;

// A-0099 becomes A-0100; what does not end in a number is not counted on.
function next(seal) {
  const found = /^(.*?)(\d+)$/.exec(seal);
  if (!found) {
    return "";
  }
  return found[1] + String(BigInt(found[2]) + 1n).padStart(found[2].length, "0");
}

function value(row, name) {
  return row.querySelector(`[data-field=${name}]`).value.trim();
}

function set(row, name, words) {
  row.querySelector(`[data-field=${name}]`).value = words;
}

function add(rows) {
  const last = rows.lastElementChild;
  const row = last.cloneNode(true);
  for (const input of row.querySelectorAll("input")) {
    input.value = "";
  }
  set(row, "foundIn", value(last, "foundIn"));
  set(row, "seal", next(value(last, "seal")));
  rows.append(row);
  row.id = `row-${rows.children.length}`;
  return row;
}

function count(rows, place) {
  const filled = [...rows.children].filter((row) => value(row, "kind") !== "").length;
  place.textContent = `${filled} of ${rows.children.length} cards filled in`;
}

const FIELDS = ["kind", "description", "seal", "ownNumber", "foundIn", "serial"];

// All cards travel in one field, a line each: the server takes forms of few fields only.
function pack(form, rows) {
  const packed = form.querySelector("[data-packed]");
  packed.value = [...rows.children]
    .map((row) => FIELDS.map((field) => value(row, field).replaceAll(/[\t\r\n]/g, " ")).join("\t"))
    .join("\n");
  packed.disabled = false;
  for (const input of rows.querySelectorAll("input")) {
    input.disabled = true;
  }
}

// Coming back with the browser's own button, the cards can be typed into again.
function unpack(form, rows) {
  form.querySelector("[data-packed]").disabled = true;
  for (const input of rows.querySelectorAll("input")) {
    input.disabled = false;
  }
}

function wire(form) {
  const rows = form.querySelector("[data-rows]");
  const button = form.querySelector("[data-add]");
  const place = form.querySelector("[data-count]");
  button.hidden = false;
  form.querySelector(".no-script").hidden = true;
  const another = () => {
    if (rows.children.length < MOST) {
      add(rows).querySelector("input").focus();
      count(rows, place);
    }
  };
  button.addEventListener("click", another);
  // Enter leads on to the next field, and from the last one to a new card: nothing is sent by accident.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") {
      return;
    }
    event.preventDefault();
    const fields = [...rows.querySelectorAll("input")];
    const at = fields.indexOf(event.target);
    if (at >= 0 && at === fields.length - 1) {
      another();
    } else if (at >= 0) {
      fields[at + 1].focus();
    }
  });
  form.addEventListener("input", () => count(rows, place));
  form.addEventListener("submit", () => pack(form, rows));
  addEventListener("pageshow", () => unpack(form, rows));
  count(rows, place);
}

document.querySelectorAll("form[data-sheet]").forEach(wire);
