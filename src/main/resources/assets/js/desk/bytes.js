// Bytes and the few ways in which they are written.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const utf8 = (text) => new TextEncoder().encode(text);

export const text = (bytes) => new TextDecoder().decode(bytes);

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function base64(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}

export const fromBase64 = (written) => Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));

// RFC 4648 without padding.
export function base32(bytes) {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const each of bytes) {
    held = ((held << 8) | each) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(held >> bits) & 31];
    }
  }
  return bits > 0 ? out + ALPHABET[(held << (5 - bits)) & 31] : out;
}

// Null when a letter is not of the alphabet.
export function fromBase32(written) {
  const out = new Uint8Array(Math.floor((written.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of written) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) {
      return null;
    }
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (held >> bits) & 0xff;
    }
  }
  return out;
}

// Raw deflate (RFC 1951), there and back. What unpacks to more than `most` bytes is refused.
export const pack = (bytes) => through(new CompressionStream('deflate-raw'), bytes, Infinity);

export const unpack = (bytes, most) => through(new DecompressionStream('deflate-raw'), bytes, most);

async function through(stream, bytes, most) {
  const writer = stream.writable.getWriter();
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError('too much');
    }
    parts.push(next.value);
  }
  return joined(...parts);
}
