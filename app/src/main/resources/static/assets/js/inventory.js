// Sends the parts of an inventory one after the other, each as it is: nothing is kept in the browser or spooled.

async function send(address, file, token) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/x-ndjson", "X-CSRF-TOKEN": token, Accept: "application/json" },
    body: file,
  });
  const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  if (!answer.ok) {
    throw new Error(told.detail ?? "The server did not take it in (" + answer.status + ").");
  }
  return told;
}

async function takeIn(form, told) {
  const token = form.elements._csrf.value;
  told.textContent = "Taking the inventory in. Leave this page open.";
  const taken = await send(form.action, form.elements.inventory.files[0], token);
  for (const part of ["names", "codes", "matches", "series", "groups", "summary"]) {
    const file = form.elements[part].files[0];
    if (file) {
      told.textContent = "Taking in the " + part + ".";
      await send(form.dataset.parts + "/" + taken.id + "/" + part, file, token);
    }
  }
  location.reload();
}

for (const form of document.querySelectorAll("form[data-inventory]")) {
  const told = form.querySelector("[data-told]");
  const button = form.querySelector("button");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await takeIn(form, told);
    } catch (refused) {
      told.textContent = refused.message + " What was taken in before stays.";
      button.disabled = false;
    }
  });
}
