// Codes come from a scanner that types like a keyboard: many keys within a moment, then Enter.

const FASTEST_HAND = 60;
const SHORTEST = 8;

export function listenToScanner(scanned) {
  let typed = '';
  let last = 0;
  addEventListener(
    'keydown',
    (event) => {
      const now = performance.now();
      if (now - last > FASTEST_HAND) {
        typed = '';
      }
      last = now;
      if (event.key === 'Enter') {
        if (typed.length >= SHORTEST && /^machi/i.test(typed)) {
          event.preventDefault();
          event.stopPropagation();
          clearField(event.target, typed);
          scanned(typed);
        }
        typed = '';
      } else if (event.key.length === 1) {
        typed += event.key;
      }
    },
    true,
  );
}

// The keys went into a field, too, where one had the focus.
function clearField(target, typed) {
  if (target instanceof HTMLInputElement && target.value.endsWith(typed)) {
    target.value = target.value.slice(0, -typed.length);
  }
}
