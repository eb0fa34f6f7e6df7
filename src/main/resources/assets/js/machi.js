// What every page gains from JavaScript. Nothing here is needed: each page works without it.
import { guardForms, pickOrTypeDays } from "./forms.js";
import { showErrors } from "./errors.js";
import { walkRows } from "./keys.js";
import { watchUploads } from "./upload.js";

guardForms();
pickOrTypeDays();
showErrors();
walkRows();
watchUploads();
foldMenu();
offerPrint();
if (document.querySelector("[data-map]")) {
  import("./map.js").then(({ showMaps }) => showMaps());
}

function foldMenu() {
  const menu = document.querySelector("[data-menu]");
  const narrow = window.matchMedia("(max-width: 59.99em)");
  if (menu) {
    const fold = () => (menu.open = !narrow.matches);
    fold();
    narrow.addEventListener("change", fold);
  }
}

function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
