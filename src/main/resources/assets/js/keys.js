// Lists of the office by keyboard: j and k walk, enter opens, / goes to the search.
// Only where a table asks for it (data-keys="rows"), and never while somebody types.

export function walkRows() {
  const table = document.querySelector("[data-keys='rows']");
  if (!table) {
    return;
  }
  const rows = [...table.querySelectorAll("tbody tr")];
  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (event.key === "j" || event.key === "k") {
      at = Math.max(0, Math.min(rows.length - 1, at + (event.key === "j" ? 1 : -1)));
      mark(rows, at);
      event.preventDefault();
    } else if (event.key === "/") {
      const search = document.querySelector("main input[type='search'], main input[name='q'], input[type='search']");
      if (search) {
        search.focus();
        event.preventDefault();
      }
    }
  });
}

function mark(rows, at) {
  rows.forEach((row, index) => row.classList.toggle("is-current", index === at));
  const link = rows[at]?.querySelector("a[href]");
  // The row's own link takes the focus, so that enter opens it and a screen reader reads it.
  link?.focus({ preventScroll: true });
  rows[at]?.scrollIntoView({ block: "nearest" });
}

function isTyping(element) {
  return element.matches("input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]");
}
