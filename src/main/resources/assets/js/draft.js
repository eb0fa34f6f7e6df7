// Keeps what stands in a form's boxes while somebody types: after each change, and when the page is left.
// What is kept is not checked; the button below the form does that.

const form = document.querySelector("form[data-keep]");
const state = form?.querySelector("[data-kept]");
let last = "";
let running = false;
let again = false;

if (form) {
  last = boxes().toString();
  form.addEventListener("change", debounce(keep, 300));
  form.addEventListener("input", debounce(keep, 4000));
  window.addEventListener("online", keep);
  window.addEventListener("pagehide", leave);
}

function boxes() {
  const data = new FormData(form);
  const text = new URLSearchParams();
  for (const [name, value] of data) {
    if (typeof value === "string") {
      text.append(name, value);
    }
  }
  return text;
}

async function keep() {
  const body = boxes();
  if (form.dataset.sent || body.toString() === last) {
    return;
  }
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body, headers: { "X-Requested-With": "machi" } });
    if (answer.ok) {
      last = body.toString();
      state.textContent = await answer.text();
    } else {
      state.textContent = state.dataset.notKept;
    }
  } catch {
    state.textContent = state.dataset.notKept;
  } finally {
    running = false;
  }
  if (again) {
    again = false;
    keep();
  }
}

function leave() {
  const body = boxes();
  if (!form.dataset.sent && body.toString() !== last) {
    navigator.sendBeacon(form.dataset.keep, body);
  }
}

function debounce(act, pause) {
  let timer;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, pause);
  };
}
