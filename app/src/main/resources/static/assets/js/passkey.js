// Asks the browser for a passkey when its form is sent, and then sends the form with the answer.

const decode = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));

function encode(buffer) {
  let binary = "";
  for (const byte of new Uint8Array(buffer)) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

const withIds = (list) => (list ?? []).map((one) => ({ ...one, id: decode(one.id) }));

async function options(form) {
  const answer = await fetch(form.dataset.options, {
    method: "POST",
    headers: { "X-CSRF-TOKEN": form.elements._csrf.value, Accept: "application/json" },
  });
  if (!answer.ok || !answer.headers.get("Content-Type")?.includes("json")) {
    throw new DOMException("The page is too old. Load it again.", "AbortError");
  }
  return answer.json();
}

async function use(given) {
  const made = await navigator.credentials.get({
    publicKey: { ...given, challenge: decode(given.challenge), allowCredentials: withIds(given.allowCredentials) },
  });
  const { authenticatorData, clientDataJSON, signature, userHandle } = made.response;
  return described(made, {
    authenticatorData: encode(authenticatorData),
    clientDataJSON: encode(clientDataJSON),
    signature: encode(signature),
    userHandle: userHandle ? encode(userHandle) : undefined,
  });
}

async function make(given) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...given,
      challenge: decode(given.challenge),
      user: { ...given.user, id: decode(given.user.id) },
      excludeCredentials: withIds(given.excludeCredentials),
    },
  });
  return described(made, {
    attestationObject: encode(made.response.attestationObject),
    clientDataJSON: encode(made.response.clientDataJSON),
    transports: made.response.getTransports?.() ?? [],
  });
}

const described = (made, response) => ({
  id: made.id,
  rawId: encode(made.rawId),
  type: made.type,
  authenticatorAttachment: made.authenticatorAttachment ?? undefined,
  clientExtensionResults: made.getClientExtensionResults(),
  response,
});

const words = {
  NotAllowedError: "No passkey was used: it was cancelled, took too long, or this device has none for this server.",
  InvalidStateError: "This device has a passkey of yours already.",
  SecurityError: "This browser gives no passkeys to this address. Open the page under the server's own host name.",
};

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const wrong = form.querySelector("[role=alert]");
  wrong.hidden = true;
  try {
    if (!window.PublicKeyCredential) {
      throw new DOMException("This browser knows no passkeys, or the page is not served securely.", "NotSupportedError");
    }
    const given = await options(form);
    const answer = await (form.dataset.passkey === "make" ? make(given) : use(given));
    form.elements.credential.value = JSON.stringify(answer);
    form.submit();
  } catch (refusal) {
    wrong.textContent = words[refusal.name] ?? refusal.message;
    wrong.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", submit);
}
