// Moves the cards of the planning board by the pointer or by Alt and an arrow; both send the card's own form.
// Without this script the form in each card does the same.

const board = document.querySelector("[data-board]");
if (board) {
  for (const card of board.querySelectorAll("[data-card]")) {
    card.draggable = true;
    card.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", card.dataset.card);
      event.dataTransfer.effectAllowed = "move";
      card.classList.add("order-card--dragged");
    });
    // A link in the card would be dragged by itself.
    for (const link of card.querySelectorAll("a")) {
      link.draggable = false;
    }
    card.addEventListener("dragend", () => card.classList.remove("order-card--dragged"));
    card.addEventListener("keydown", (event) => {
      if (event.altKey && event.target === card && event.key.startsWith("Arrow")) {
        event.preventDefault();
        walk(card, event.key);
      }
    });
  }
  for (const cell of board.querySelectorAll("[data-target]")) {
    cell.addEventListener("dragover", (event) => {
      event.preventDefault();
      cell.classList.add("is-over");
    });
    cell.addEventListener("dragleave", () => cell.classList.remove("is-over"));
    cell.addEventListener("drop", (event) => {
      event.preventDefault();
      cell.classList.remove("is-over");
      const card = board.querySelector(`[data-card="${CSS.escape(event.dataTransfer.getData("text/plain"))}"]`);
      if (card) move(card, cell.dataset.target);
    });
  }
  // The card that was just moved is where one goes on.
  const moved = location.hash && document.getElementById(location.hash.slice(1));
  if (moved) moved.focus();
}

function walk(card, key) {
  const rows = [...board.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("[data-target]")]);
  const here = card.closest("[data-target]").dataset.target;
  const row = rows.findIndex((cells) => cells.some((cell) => cell.dataset.target === here));
  const column = row < 0 ? -1 : rows[row].findIndex((cell) => cell.dataset.target === here);
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[key];
  const next = row < 0 ? rows[0]?.[0] : rows[row + step[0]]?.[column + step[1]];
  if (next) {
    move(card, next.dataset.target);
  } else if (key === "ArrowLeft" && column === 0) {
    move(card, "");
  }
}

function move(card, target) {
  const form = card.querySelector("[data-move]");
  const choice = [...form.elements.to.options].find((option) => option.value === target);
  if (choice && target !== card.closest("[data-target]").dataset.target) {
    form.elements.to.value = target;
    form.requestSubmit();
  }
}
