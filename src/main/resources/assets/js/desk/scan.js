// Codes come from a scanner that types like a keyboard and ends with Enter. All of the town's codes begin
// with the same letters, so that nothing a hand types is taken for one; what else is typed faster than any
// hand, and into no field, is somebody else's code, and is told so.

const PAUSE = 1_000;
const FASTEST_HAND = 40;
const SHORTEST = 8;
const CODE = /MACHI(?:HH|DX)1[A-Z0-9]+$/i;

export function listenToScanner(scanned) {
  let typed = '';
  let last = 0;
  let begun = 0;
  addEventListener(
    'keydown',
    (event) => {
      const now = performance.now();
      if (now - last > PAUSE) {
        typed = '';
      }
      last = now;
      begun = typed === '' ? now : begun;
      if (event.key === 'Enter') {
        const code = CODE.exec(typed)?.[0] ?? foreign(typed, now - begun, event.target);
        typed = '';
        if (code) {
          event.preventDefault();
          event.stopPropagation();
          clearField(event.target, code);
          scanned(code);
        }
      } else if (event.key.length === 1) {
        typed += event.key;
      }
    },
    true,
  );
}

function foreign(typed, took, target) {
  const byMachine = typed.length >= SHORTEST && took / typed.length < FASTEST_HAND;
  return byMachine && !(target instanceof HTMLInputElement) ? typed : undefined;
}

// The keys went into a field, too, where one had the focus.
function clearField(target, typed) {
  if (target instanceof HTMLInputElement && target.value.endsWith(typed)) {
    target.value = target.value.slice(0, -typed.length);
  }
}
