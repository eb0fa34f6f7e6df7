// A batch cut into QR codes, and put together again in whatever order they are read. Capital letters and
// digits only, as in a household's code.

import { base32, fromBase32, pack, text, unpack, utf8 } from './bytes.js';

const PREFIX = 'MACHIDX1';
const HEAD = /^MACHIDX1([A-Z2-7]{6})(\d{2})(\d{2})([A-Z2-7]+)$/;
const CHUNK = 640;
const MOST_BYTES = 1024 * 1024;

const kept = new Map();

export const isFrame = (scanned) => plain(scanned).startsWith(PREFIX);

export async function framesOf(batch) {
  const written = base32(await pack(utf8(batch)));
  const name = base32(crypto.getRandomValues(new Uint8Array(4))).slice(0, 6);
  const total = Math.ceil(written.length / CHUNK);
  const two = (number) => String(number).padStart(2, '0');
  return Array.from({ length: total }, (_, at) => `${PREFIX}${name}${two(at % 100)}${two(total % 100)}${written.slice(at * CHUNK, (at + 1) * CHUNK)}`);
}

// { batch: null, have, all } until the last one is there.
export async function collect(scanned) {
  const found = HEAD.exec(plain(scanned));
  if (!found) {
    return { batch: null, have: 0, all: 0 };
  }
  const [, name, at, total, chunk] = found;
  const parts = kept.get(name) ?? new Map();
  kept.set(name, parts.set(Number(at), chunk));
  const all = Number(total);
  if (parts.size < all) {
    return { batch: null, have: parts.size, all };
  }
  kept.delete(name);
  const whole = Array.from({ length: all }, (_, part) => parts.get(part) ?? '').join('');
  return { batch: text(await unpack(fromBase32(whole), MOST_BYTES)), have: all, all };
}

const plain = (scanned) => scanned.replace(/\s/g, '').toUpperCase();
