// The office's screens of messages: districts on a map, whole groups at once, texts to copy. Everything can be done
// without it.
const boxes = () => [...document.querySelectorAll('input[name="district"]')];

function groupOf(box) {
  return box.closest("fieldset").querySelector("[data-group]");
}

function agree() {
  for (const group of document.querySelectorAll("[data-group]")) {
    const own = boxes().filter((box) => groupOf(box) === group);
    group.checked = own.every((box) => box.checked);
  }
  const whole = document.querySelector("[data-whole]");
  if (whole) {
    whole.checked = boxes().every((box) => box.checked);
  }
}

function spread(box) {
  if (box.matches("[data-whole]")) {
    boxes().forEach((each) => (each.checked = box.checked));
  } else if (box.matches("[data-group]")) {
    boxes()
      .filter((each) => groupOf(each) === box)
      .forEach((each) => (each.checked = box.checked));
  }
}

// Whoever was faster than this file has ticked a whole group already.
function catchUp() {
  document.querySelectorAll("[data-whole]:checked, [data-group]:checked").forEach(spread);
  agree();
}

function listenToBoxes(redraw) {
  document.addEventListener("change", (event) => {
    spread(event.target);
    agree();
    redraw();
  });
}

async function showDistricts(place) {
  place.hidden = false;
  const leaflet = await import(place.dataset.leaflet);
  const map = leaflet.map(place, { attributionControl: true, maxZoom: 16, minZoom: 8 });
  map.attributionControl.setPrefix(false);
  if (place.dataset.tiles) {
    leaflet.tileLayer(place.dataset.tiles, { attribution: place.dataset.attribution, maxZoom: 18 }).addTo(map);
  }
  map.setView([32.3, 130.53], 11);
  const outline = await fetch(place.dataset.outline).then((answer) => (answer.ok ? answer.json() : null));
  if (outline) {
    const ground = leaflet
      .geoJSON(outline, { interactive: false, style: { color: "#00428c", weight: 2, fillColor: "#fff", fillOpacity: 1 } })
      .addTo(map);
    map.fitBounds(ground.getBounds(), { animate: false });
  }
  const dots = boxes().map((box) => {
    const dot = leaflet.circleMarker([box.dataset.lat, box.dataset.lon]).addTo(map);
    dot.bindTooltip(document.createTextNode(box.dataset.label).textContent);
    dot.on("click", () => box.click());
    return [box, dot];
  });
  const redraw = () => dots.forEach(([box, dot]) => dot.setStyle(look(box.checked)).setRadius(box.checked ? 11 : 7));
  redraw();
  return redraw;
}

function look(chosen) {
  return chosen
    ? { color: "#ffffff", weight: 3, fillColor: "#a90000", fillOpacity: 1 }
    : { color: "#0055ad", weight: 2, fillColor: "#ffffff", fillOpacity: 1 };
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "写し取りました";
  });
}

const place = document.querySelector("[data-districts]");
if (place) {
  catchUp();
  let redraw = () => {};
  listenToBoxes(() => redraw()); // before the map, which may come late or never
  redraw = await showDistricts(place);
}

// What residents say comes in by itself while somebody looks; by asking again, the house knows that somebody does.
const fresh = document.querySelector("[data-fresh-seconds]");
if (fresh) {
  setInterval(refresh, Number(fresh.dataset.freshSeconds) * 1000);
}

async function refresh() {
  if (document.visibilityState !== "visible") {
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer || !answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (placesOf(page) !== placesOf(document)) {
    location.reload();
    return;
  }
  for (const part of document.querySelectorAll("[data-fresh]")) {
    const next = page.querySelector(`[data-fresh="${part.dataset.fresh}"]`);
    if (next && !part.contains(document.activeElement)) {
      part.replaceChildren(...next.childNodes);
    }
  }
}

function placesOf(page) {
  return [...page.querySelectorAll("[data-map-list] li")].map((item) => item.textContent + item.dataset.lat).join("|");
}
