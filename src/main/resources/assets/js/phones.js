// The demo's telephones show what arrives without being asked. Without this, reload the page.

const EVERY_MILLIS = 2000;

const toEnd = (part) => {
  const talk = part.querySelector(".phone__talk");
  if (talk) {
    talk.scrollTop = talk.scrollHeight;
  }
};

const parts = () => [...document.querySelectorAll("[data-live]")];
parts().forEach(toEnd);

async function refresh() {
  try {
    const answer = await fetch(location.pathname);
    if (!answer.ok) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of parts()) {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      const text = (node) => node.textContent.replace(/\s+/g, " ");
      if (next && text(next) !== text(part) && !part.contains(document.activeElement?.closest("button"))) {
        part.replaceChildren(...next.childNodes);
        toEnd(part);
      }
    }
  } catch {
    // The town is away for a moment; the next round tries again.
  }
}

setInterval(() => {
  if (!document.hidden) {
    refresh();
  }
}, EVERY_MILLIS);

// A button that opens the camera or the map opens the place for it below the talk.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.phone__choice[href^='#']");
  const target = link && document.querySelector(link.getAttribute("href"));
  if (target) {
    event.preventDefault();
    target.closest("details").open = true;
    target.focus();
  }
});
