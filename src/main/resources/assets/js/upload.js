// Sends each chosen file alone, with its progress, so that a slow line loses one photo and not the
// form. Without this module the files travel with the form.

export function watchUploads() {
  for (const place of document.querySelectorAll("[data-upload]")) {
    const input = place.querySelector("input[type='file']");
    input?.addEventListener("change", () => sendAll(place, input));
  }
}

async function sendAll(place, input) {
  for (const file of [...input.files]) {
    const tooLarge = Number(place.dataset.mostBytes) < file.size;
    const sent = tooLarge ? say(place, file, place.dataset.tooLarge) : await send(place, input, file);
    if (!sent) {
      break;
    }
  }
  input.value = "";
}

function send(place, input, file) {
  const body = new FormData();
  body.append("_csrf", input.form.querySelector("[name='_csrf']").value);
  body.append("file", file, file.name);
  const request = new XMLHttpRequest();
  const bar = show(place, file);
  request.upload.addEventListener("progress", (event) => {
    bar.value = event.loaded / event.total;
  });
  return new Promise((resolve) => {
    request.addEventListener("load", () => resolve(received(place, file, request)));
    request.addEventListener("error", () => resolve(say(place, file, place.dataset.failed)));
    request.open("POST", place.dataset.upload);
    request.setRequestHeader("Accept", "text/html, application/problem+json");
    request.setRequestHeader("X-Requested-With", "machi");
    request.send(body);
  });
}

function received(place, file, request) {
  if (request.status !== 200) {
    return say(place, file, sentence(request) ?? place.dataset.failed);
  }
  const list = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("[data-files]");
  if (list) {
    place.querySelector("[data-files]").replaceWith(list);
    place.querySelector(".upload__pick").hidden = list.children.length >= Number(place.dataset.most);
  }
  state(place).replaceChildren();
  return true;
}

function sentence(request) {
  try {
    return JSON.parse(request.responseText).title;
  } catch {
    return undefined;
  }
}

function show(place, file) {
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  const words = document.createElement("span");
  words.textContent = `${place.dataset.running} ${file.name} `;
  state(place).classList.remove("upload__state--wrong");
  state(place).replaceChildren(words, bar);
  return bar;
}

function say(place, file, words) {
  state(place).classList.add("upload__state--wrong");
  state(place).textContent = `${file.name}: ${words}`;
  return false;
}

function state(place) {
  return place.querySelector(".upload__state");
}
