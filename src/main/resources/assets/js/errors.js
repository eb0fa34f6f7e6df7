// The error summary takes the focus, and each of its links puts the cursor into the field itself.

export function showErrors() {
  const summary = document.querySelector("[data-errors]");
  if (!summary) {
    return;
  }
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) {
      return;
    }
    event.preventDefault();
    const control = target.matches("fieldset") ? target.querySelector("input, select, textarea") : target;
    target.scrollIntoView({ block: "start" });
    (control ?? target).focus({ preventScroll: true });
  });
}
