// Reads a household's own code, as HouseholdCode.java writes it: what is in it is trusted only when
// one of the town's keys signed it. No line is needed.

import { fromBase32, joined, text, unpack, utf8 } from './bytes.js';

export const PREFIX = 'MACHIHH1';
const PURPOSE = utf8('machi-household-code\0');
const SIGNATURE_BYTES = 64;
const MOST_BYTES = 16384;

export const importKey = (spki) =>
  crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);

// Resolves to { is: 'trusted', household } or { is: 'foreign' | 'forged' | 'damaged' }.
export async function readHousehold(scanned, keys) {
  const code = scanned.replace(/\s/g, '').toUpperCase();
  if (!code.startsWith(PREFIX)) {
    return { is: 'foreign' };
  }
  const signed = fromBase32(code.slice(PREFIX.length));
  if (signed === null || signed.length <= SIGNATURE_BYTES) {
    return { is: 'damaged' };
  }
  const packed = signed.subarray(0, signed.length - SIGNATURE_BYTES);
  const signature = signed.subarray(signed.length - SIGNATURE_BYTES);
  if (!(await isSigned(packed, signature, keys))) {
    return { is: 'forged' };
  }
  try {
    return { is: 'trusted', household: opened(JSON.parse(text(await unpack(packed, MOST_BYTES)))) };
  } catch {
    return { is: 'damaged' };
  }
}

async function isSigned(packed, signature, keys) {
  const said = joined(PURPOSE, packed);
  for (const key of keys) {
    if (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, said)) {
      return true;
    }
  }
  return false;
}

function opened([format, id, issued, address, phone, people, choices]) {
  if (format !== 1) {
    throw new TypeError('another format');
  }
  return {
    id: uuid(id),
    issuedAt: issued * 1000,
    address,
    phone,
    inquiry: flag(choices[0]),
    publish: flag(choices[1]),
    secret: flag(choices[2]) === true,
    pets: listed(choices[3]),
    language: choices[4],
    people: people.map(([person, name, kana, sex, birth, needs, allergies]) => ({
      id: uuid(person),
      name,
      kana,
      sex,
      birth,
      needs: listed(needs),
      allergies: listed(allergies),
    })),
  };
}

const listed = (words) => (words === '' ? [] : words.split(','));

const flag = (written) => (written === '' ? null : written === '1');

function uuid(hex) {
  if (!/^[0-9a-f]{32}$/.test(hex)) {
    throw new TypeError('not an id');
  }
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
