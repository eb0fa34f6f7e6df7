// The inbox's many-at-once bar: it appears when something is ticked. `x` ticks the row that j and k walked to.
// Without this the bar is simply always there.

const form = document.querySelector("[data-bulk]");
if (form) {
  const bar = form.querySelector("[data-bulk-bar]");
  const count = form.querySelector("[data-bulk-count]");
  const all = form.querySelector("[data-tick-all]");
  const boxes = [...form.querySelectorAll("input[name='case']")];
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    bar.hidden = ticked === 0;
    count.textContent = `選んだ ${ticked} 件`;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    boxes.forEach((box) => box.closest("tr").classList.toggle("is-ticked", box.checked));
  };
  all.hidden = false;
  all.addEventListener("change", () => {
    boxes.forEach((box) => (box.checked = all.checked));
    show();
  });
  form.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    const row = document.querySelector("[data-keys] tr.is-current");
    const typing = event.target.matches("input:not([type='checkbox']), textarea, select");
    if (event.key === "x" && row && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const box = row.querySelector("input[name='case']");
      box.checked = !box.checked;
      show();
      event.preventDefault();
    }
  });
  window.addEventListener("pageshow", show);
  show();
}

// Filters lie open beside the list on a desk, and folded above it on a phone.
const filters = document.querySelector("[data-filters]");
if (filters) {
  const narrow = window.matchMedia("(max-width: 63.99em)");
  const fold = () => (filters.open = !narrow.matches);
  fold();
  narrow.addEventListener("change", fold);
}
