// UUIDv7 (RFC 9562), never twice and never backwards within one page, whatever the clock does.

let last = 0;
let counter = 0;

export function newId(now = Date.now()) {
  if (now > last) {
    last = now;
    counter = crypto.getRandomValues(new Uint16Array(1))[0] & 0x7ff;
  } else if (++counter > 0xfff) {
    last += 1;
    counter = 0;
  }
  const time = last.toString(16).padStart(12, '0');
  const sequence = (0x7000 | counter).toString(16);
  const tail = crypto.getRandomValues(new Uint8Array(8));
  tail[0] = 0x80 | (tail[0] & 0x3f);
  const rest = Array.from(tail, (each) => each.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${sequence}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
