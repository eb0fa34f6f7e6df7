// The id of a conflict as Conflict.java makes it: of the same kind, subject and events follows the same id, a UUID
// of version 3. The browser has no MD5 of its own.

import { utf8 } from './bytes.js';

const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const SINES = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32));
const ROUNDS = [
  { mix: (b, c, d) => (b & c) | (~b & d), word: (at) => at },
  { mix: (b, c, d) => (d & b) | (~d & c), word: (at) => (5 * at + 1) % 16 },
  { mix: (b, c, d) => b ^ c ^ d, word: (at) => (3 * at + 5) % 16 },
  { mix: (b, c, d) => c ^ (b | ~d), word: (at) => (7 * at) % 16 },
];

export function conflictId({ kind, subject, events }) {
  const hash = md5(utf8(`${kind}:${subject}:${[...events].sort().join(',')}`));
  hash[6] = (hash[6] & 0x0f) | 0x30;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// RFC 1321.
function md5(bytes) {
  const message = padded(bytes);
  let sum = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < message.byteLength; block += 64) {
    const stirred = stir(sum, (word) => message.getUint32(block + word * 4, true));
    sum = sum.map((each, at) => (each + stirred[at]) | 0);
  }
  const hash = new DataView(new ArrayBuffer(16));
  sum.forEach((word, at) => hash.setInt32(at * 4, word, true));
  return new Uint8Array(hash.buffer);
}

function stir(sum, wordAt) {
  let [a, b, c, d] = sum;
  for (let at = 0; at < 64; at++) {
    const round = at >> 4;
    const { mix, word } = ROUNDS[round];
    const all = (a + mix(b, c, d) + SINES[at] + wordAt(word(at))) | 0;
    const by = SHIFTS[round][at % 4];
    [a, d, c, b] = [d, c, b, (b + ((all << by) | (all >>> (32 - by)))) | 0];
  }
  return [a, b, c, d];
}

// A one behind the end, zeros up to the length in bits, so that it comes out even at 64 bytes.
function padded(bytes) {
  const whole = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * 64));
  new Uint8Array(whole.buffer).set(bytes);
  whole.setUint8(bytes.length, 0x80);
  whole.setUint32(whole.byteLength - 8, bytes.length * 8, true);
  return whole;
}
