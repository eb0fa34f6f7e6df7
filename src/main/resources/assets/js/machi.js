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
    const more = menu.querySelector("[data-more]");
    const fold = () => {
      menu.open = !narrow.matches;
      if (more) {
        more.open = narrow.matches;
      }
    };
    if (more) {
      const close = () => (more.open = more.open && narrow.matches);
      document.addEventListener("click", (event) => more.contains(event.target) || close());
      more.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
          close();
          more.querySelector("summary").focus();
        }
      });
    }
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
