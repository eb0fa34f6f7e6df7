// What the device keeps is closed with one key. The key itself lies on the device only inside "slots":
// one opens with the PIN of whoever signed in, until the lease runs out; one for each renewal code that
// the 本部 can read out over the telephone. A desk whose lease is over, or that is locked, can still put
// records in (with a public key), but nobody can read anything out.

import { base64, fromBase64, joined, text, utf8 } from './bytes.js';

const ITERATIONS = 400_000;
const BOX = { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
const subtle = crypto.subtle;

export class WrongSecret extends Error {}

// A new vault: { vault, kept }. `kept` is what the device stores of it, all of it useless without a slot's secret.
export async function makeVault(pin, renewals) {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await aes(raw);
  const pair = await subtle.generateKey(BOX, true, ['encrypt', 'decrypt']);
  const kept = {
    publicKey: await subtle.exportKey('jwk', pair.publicKey),
    privateKey: await closed(key, new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey))),
    pin: await slot(raw, pin),
    renewals: await renewalSlots(raw, renewals),
  };
  return { vault: new Vault(key, raw, pair.privateKey, pair.publicKey), kept };
}

// Opens with the PIN or with a renewal code; throws WrongSecret.
export async function openVault(kept, slotOrNone, secret) {
  if (slotOrNone === null || slotOrNone === undefined) {
    throw new WrongSecret('no such slot');
  }
  const raw = await fromSlot(slotOrNone, secret);
  const key = await aes(raw);
  const privateKey = await subtle.importKey('pkcs8', await opened(key, kept.privateKey), BOX, false, ['decrypt']);
  return new Vault(key, raw, privateKey, await publicKey(kept));
}

// A vault that takes in and gives nothing out.
export async function blindVault(kept) {
  return new Vault(null, null, null, await publicKey(kept));
}

export class Vault {
  #key;
  #raw;
  #privateKey;
  #publicKey;
  #session = null;
  #sessions = new Map();

  constructor(key, raw, privateKey, publicKey) {
    this.#key = key;
    this.#raw = raw;
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  get canRead() {
    return this.#key !== null;
  }

  // A record as it is stored.
  async seal(value) {
    const bytes = utf8(JSON.stringify(value));
    if (this.canRead) {
      return closed(this.#key, bytes);
    }
    this.#session ??= await this.#beginSession();
    return { ...(await closed(this.#session.key, bytes)), by: this.#session.wrapped };
  }

  async open(record) {
    const key = record.by === undefined ? this.#key : await this.#sessionKey(record.by);
    return JSON.parse(text(await opened(key, record)));
  }

  // New slots for the PIN and for the renewal codes; the old ones are void with them.
  async slots(pin, renewals) {
    return { pin: await slot(this.#raw, pin), renewals: await renewalSlots(this.#raw, renewals) };
  }

  async #beginSession() {
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const wrapped = await subtle.encrypt({ name: 'RSA-OAEP' }, this.#publicKey, raw);
    return { key: await aes(raw), wrapped: base64(new Uint8Array(wrapped)) };
  }

  async #sessionKey(wrapped) {
    if (!this.#sessions.has(wrapped)) {
      const raw = await subtle.decrypt({ name: 'RSA-OAEP' }, this.#privateKey, fromBase64(wrapped));
      this.#sessions.set(wrapped, await aes(new Uint8Array(raw)));
    }
    return this.#sessions.get(wrapped);
  }
}

const aes = (raw) => subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

const publicKey = (kept) => subtle.importKey('jwk', kept.publicKey, BOX, false, ['encrypt']);

export async function closed(key, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
  return { iv, data: new Uint8Array(data) };
}

export async function opened(key, { iv, data }) {
  return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv }, key, data));
}

async function renewalSlots(raw, renewals) {
  const slots = [];
  for (const { number, code } of renewals) {
    slots.push({ number, ...(await slot(raw, code)) });
  }
  return slots;
}

async function slot(raw, secret) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, iterations: ITERATIONS, ...(await closed(await stretched(secret, salt, ITERATIONS), raw)) };
}

async function fromSlot(slotKept, secret) {
  const key = await stretched(secret, slotKept.salt, slotKept.iterations);
  try {
    return await opened(key, slotKept);
  } catch {
    throw new WrongSecret('wrong secret');
  }
}

async function stretched(secret, salt, iterations) {
  const base = await subtle.importKey('raw', joined(utf8(secret)), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
