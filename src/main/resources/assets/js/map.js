// The map beside its list. Both tell the same; everything can be done in the list and the boxes
// alone. Without tiles the town's own outline is the map.

export async function showMaps() {
  for (const place of document.querySelectorAll("[data-map]")) {
    const leaflet = await import(place.dataset.leaflet);
    const outline = await fetch(place.dataset.outline).then((answer) => (answer.ok ? answer.json() : null));
    new TownMap(place, leaflet, outline).show();
  }
}

class TownMap {
  constructor(place, leaflet, outline) {
    this.place = place;
    this.leaflet = leaflet;
    this.outline = outline;
    this.canvas = place.querySelector("[data-map-canvas]");
    [this.wordIn, this.wordOut, this.wordMiddle, this.wordChosen, this.wordOutside, this.wordLost] =
      place.dataset.words.split("|");
  }

  show() {
    const { leaflet, canvas, place } = this;
    canvas.hidden = false;
    this.map = leaflet.map(canvas, { zoomControl: false, attributionControl: true, maxZoom: 18, minZoom: 8 });
    this.map.attributionControl.setPrefix(false);
    leaflet.control.zoom({ zoomInTitle: this.wordIn, zoomOutTitle: this.wordOut }).addTo(this.map);
    this.drawGround();
    if (place.dataset.picker !== undefined) {
      this.pick();
    } else {
      this.markList();
    }
  }

  drawGround() {
    const { leaflet, map, place, outline } = this;
    if (place.dataset.tiles) {
      leaflet.tileLayer(place.dataset.tiles, { attribution: place.dataset.attribution, maxZoom: 18 }).addTo(map);
    }
    map.setView([32.3, 130.49], 11);
    if (outline) {
      const style = { color: "#00428c", weight: 2, fillColor: "#ffffff", fillOpacity: place.dataset.tiles ? 0 : 1 };
      const ground = leaflet.geoJSON(outline, { style, interactive: false }).addTo(map);
      map.fitBounds(ground.getBounds(), { animate: false });
    }
  }

  markList() {
    const points = [...this.place.querySelectorAll("[data-map-list] [data-lat]")];
    points.forEach((item) => {
      const mark = item.dataset.urgent === undefined ? this.dot : this.cry;
      const marker = mark.call(this, [item.dataset.lat, item.dataset.lon], item.dataset.label);
      marker.addTo(this.map);
      item.addEventListener("mouseenter", () => marker.openTooltip());
      item.addEventListener("focusin", () => marker.openTooltip());
    });
  }

  dot(at, label) {
    const marker = this.leaflet.circleMarker(at, { radius: 9, color: "#ffffff", weight: 3, fillColor: "#0055ad", fillOpacity: 1 });
    return label ? marker.bindTooltip(document.createTextNode(label).textContent) : marker;
  }

  // Another shape and not only another colour.
  cry(at, label) {
    const icon = this.leaflet.divIcon({ className: "map__urgent", html: "!", iconSize: [32, 32] });
    const marker = this.leaflet.marker(at, { icon, keyboard: false, alt: label });
    return marker.bindTooltip(document.createTextNode(label).textContent);
  }

  pick() {
    const { place, map } = this;
    this.area = place.querySelector("[data-map-area]");
    this.lat = place.querySelector("[data-map-lat]");
    this.lon = place.querySelector("[data-map-lon]");
    for (const option of this.area.querySelectorAll("[data-lat]")) {
      this.leaflet
        .circleMarker([option.dataset.lat, option.dataset.lon], { radius: 3, color: "#767676", weight: 1, interactive: false })
        .addTo(map);
    }
    this.area.addEventListener("change", () => this.chooseArea());
    this.lat.addEventListener("change", () => this.readBoxes());
    this.lon.addEventListener("change", () => this.readBoxes());
    map.on("click", (event) => this.choose(event.latlng.lat, event.latlng.lng));
    this.addMiddle();
    this.offerHere();
    this.readBoxes();
  }

  addMiddle() {
    const cross = document.createElement("div");
    cross.className = "map__cross";
    this.canvas.append(cross);
    const control = this.leaflet.control({ position: "bottomleft" });
    control.onAdd = () => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "map__choose";
      button.textContent = this.wordMiddle;
      this.leaflet.DomEvent.disableClickPropagation(button);
      button.addEventListener("click", () => {
        const middle = this.map.getCenter();
        this.choose(middle.lat, middle.lng);
      });
      return button;
    };
    control.addTo(this.map);
  }

  offerHere() {
    const button = this.place.querySelector("[data-map-here]");
    if (button && navigator.geolocation && window.isSecureContext) {
      button.hidden = false;
      button.addEventListener("click", () =>
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => {
            this.map.setView([coords.latitude, coords.longitude], 16, { animate: false });
            this.choose(coords.latitude, coords.longitude);
          },
          () => this.say(this.wordLost),
          { enableHighAccuracy: true, timeout: 15000 },
        ),
      );
    }
  }

  chooseArea() {
    const option = this.area.selectedOptions[0];
    if (option?.dataset.lat) {
      this.map.setView([option.dataset.lat, option.dataset.lon], 15, { animate: false });
      this.choose(Number(option.dataset.lat), Number(option.dataset.lon));
    }
  }

  readBoxes() {
    const lat = Number(this.lat.value.normalize("NFKC"));
    const lon = Number(this.lon.value.normalize("NFKC"));
    if (this.lat.value && this.lon.value && Number.isFinite(lat) && Number.isFinite(lon)) {
      this.map.setView([lat, lon], Math.max(this.map.getZoom(), 14), { animate: false });
      this.choose(lat, lon);
    }
  }

  choose(lat, lon) {
    this.marker ??= this.dot([lat, lon]).addTo(this.map);
    this.marker.setLatLng([lat, lon]).bringToFront();
    this.lat.value = lat.toFixed(6);
    this.lon.value = lon.toFixed(6);
    this.say(this.outline && !contains(this.outline, lon, lat) ? this.wordOutside : this.wordChosen);
  }

  say(words) {
    this.place.querySelector("[data-map-state]").textContent = words;
  }
}

function contains(geojson, x, y) {
  const shapes = (geojson.features ?? [geojson]).map((feature) => feature.geometry ?? feature);
  return shapes
    .flatMap((shape) => (shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates))
    .some((polygon) => polygon.filter((ring) => crosses(ring, x, y)).length % 2 === 1);
}

function crosses(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside;
    }
  }
  return inside;
}
