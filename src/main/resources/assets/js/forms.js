// A form is sent once: the pressed button says so and the others rest. Going back wakes them again.
// A button with data-confirm asks first.

export function guardForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (button?.dataset.confirm && !window.confirm(button.dataset.confirm)) {
      event.preventDefault();
      return;
    }
    if (form.method !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // After this turn of the loop, because a disabled button's name and value are not sent.
    window.setTimeout(() => rest(form, button), 0);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      document.querySelectorAll("form[data-sent]").forEach(wake);
    }
  });
  // A file to save leaves the page where it is: the form may be sent again.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      document.querySelectorAll("form[data-sent][data-download]").forEach(wake);
    }
  });
}

// A day is picked or typed, not both: typing picks "another day", picking empties the boxes.
export function pickOrTypeDays() {
  document.addEventListener("input", (event) => {
    const other = event.target.closest(".date")?.parentElement.querySelector("[data-other-day]");
    if (other && event.target.value) {
      other.checked = true;
    }
  });
  document.addEventListener("change", (event) => {
    const days = event.target.closest(".choices--days");
    if (days && event.target.value) {
      days.parentElement.querySelectorAll(".date input").forEach((box) => (box.value = ""));
    }
  });
}

function rest(form, button) {
  if (form.dataset.download !== undefined) {
    delete form.dataset.sent;
    return;
  }
  for (const each of form.querySelectorAll("button")) {
    each.setAttribute("aria-disabled", "true");
  }
  if (button) {
    button.dataset.words = button.textContent;
    button.classList.add("button--sending");
    button.textContent = document.body.dataset.sending;
  }
}

function wake(form) {
  delete form.dataset.sent;
  for (const each of form.querySelectorAll("button")) {
    each.removeAttribute("aria-disabled");
    each.classList.remove("button--sending");
    if (each.dataset.words) {
      each.textContent = each.dataset.words;
      delete each.dataset.words;
    }
  }
}
