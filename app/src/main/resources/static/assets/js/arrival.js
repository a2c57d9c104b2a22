// A sealed file is the whole body of the request: no form writes it to a temporary file on the way.

async function takeIn(form) {
  const status = form.querySelector(".arrival");
  const button = form.querySelector("button");
  const file = form.querySelector("input[type=file]").files[0];
  status.className = "arrival";
  status.textContent = `Checking ${file.name} …`;
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.address, {
      method: "POST",
      body: await file.arrayBuffer(),
      headers: {
        "Content-Type": "application/vnd.cordon.sealed",
        "X-CSRF-TOKEN": form.querySelector("input[name=_csrf]").value,
      },
    });
    const told = await answer.json();
    status.className = `arrival message ${answer.ok ? "good" : "bad"}`;
    status.textContent = told.words ?? told.detail ?? "Refused; nothing was taken in.";
    if (answer.ok && told.next) {
      offer(status, "Open it", told.next);
    }
    if (answer.ok && told.receipt) {
      offer(status, "The signed receipt, to hand back", `data:text/plain;charset=utf-8,${encodeURIComponent(told.receipt)}`, "receipt.txt");
    }
  } catch {
    status.className = "arrival message bad";
    status.textContent = "The server can not be reached. Nothing was taken in; try again.";
  } finally {
    button.disabled = false;
  }
}

function offer(status, words, address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = words;
  if (name) {
    link.download = name;
  }
  status.append(" ", link);
}

for (const form of document.querySelectorAll("form[data-arrival]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    takeIn(form);
  });
}
