// Passkeys: the server's challenge goes to the authenticator, the answer comes back.
// Sections with data-passkey="sign-in" or "add" are shown where the browser knows passkeys.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBytes = (descriptors) => (descriptors ?? []).map((each) => ({ ...each, id: toBytes(each.id) }));

async function post(url, token, body, type) {
  const headers = { "X-XSRF-TOKEN": token, Accept: "application/json" };
  if (type) headers["Content-Type"] = type;
  const answer = await fetch(url, { method: "POST", body, headers });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(content.message ?? content.detail ?? content.title);
  return content;
}

class Refused extends Error {}

async function sign(options) {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    },
  });
  const { authenticatorData, clientDataJSON, signature, userHandle } = credential.response;
  return asJson(credential, {
    authenticatorData: toText(authenticatorData),
    clientDataJSON: toText(clientDataJSON),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : undefined,
  });
}

async function create(options) {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  });
  const { attestationObject, clientDataJSON } = credential.response;
  return asJson(credential, {
    attestationObject: toText(attestationObject),
    clientDataJSON: toText(clientDataJSON),
    transports: credential.response.getTransports?.() ?? [],
  });
}

const asJson = (credential, response) =>
  JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });

async function run(form, kind) {
  const fields = new FormData(form);
  const token = fields.get("_csrf");
  const options = await post(`${form.action}/options`, token, new URLSearchParams(fields));
  const made = kind === "add" ? await create(options) : await sign(options);
  const rest = new URLSearchParams(
    kind === "add" ? { label: fields.get("label") } : { next: fields.get("next") ?? "" },
  );
  const done = await post(`${form.action}?${rest}`, token, made, "application/json");
  window.location.assign(done.location);
}

const stopped = {
  "sign-in": "パスキーでのサインインを中止しました。もう一度試すか、パスワードを使ってください。",
  add: "パスキーの追加を中止しました。この端末のパスキーが、すでに登録されていることもあります。",
};

for (const section of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  const kind = section.dataset.passkey;
  const form = section.querySelector("form");
  const message = section.querySelector("[data-passkey-message]");
  const button = form.querySelector("button[type=submit]");
  section.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    message.textContent = "";
    button.disabled = true;
    try {
      await run(form, kind);
    } catch (problem) {
      message.textContent = problem instanceof Refused && problem.message ? problem.message : stopped[kind];
    } finally {
      button.disabled = false;
    }
  });
}
