// What the device keeps is closed with one key. The key itself lies on the device only inside "slots":
// one opens with the PIN of whoever signed in, until the lease runs out; one for each renewal code that
// the 本部 can read out over the telephone. A desk whose lease is over, or that is locked, can still put
// records in (with a public key), but nobody can read anything out.
//
// A slot is closed with its secret and with a key of the device that the browser keeps and gives to nobody: what
// is copied off the device by way of the page cannot be tried elsewhere. Slots of desks that began before that
// (no `version`) open with the secret alone.

import { base64, fromBase64, joined, text, utf8 } from './bytes.js';

const ITERATIONS = 400_000;
const WITH_DEVICE = 2;
const BOX = { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
const subtle = crypto.subtle;

export class WrongSecret extends Error {}

export const isOldSlot = ({ version }) => version !== WITH_DEVICE;

// A new vault: { vault, kept }. `kept` is what the device stores of it, all of it useless without a slot's secret.
export async function makeVault(pin, renewals) {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await aes(raw);
  const pair = await subtle.generateKey(BOX, true, ['encrypt', 'decrypt']);
  const vault = new Vault({ key, raw, device: await deviceKey() }, pair);
  const kept = {
    publicKey: await subtle.exportKey('jwk', pair.publicKey),
    privateKey: await closed(key, new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey))),
    ...(await vault.pinSlot(pin)),
    ...(await vault.renewalSlots(renewals)),
  };
  return { vault, kept };
}

// Opens with the PIN or with a renewal code; throws WrongSecret.
export async function openVault(kept, slotOrNone, secret) {
  if (slotOrNone === null || slotOrNone === undefined) {
    throw new WrongSecret('no such slot');
  }
  const raw = await fromSlot(slotOrNone, secret, kept.device);
  const key = await aes(raw);
  const privateKey = await subtle.importKey('pkcs8', await opened(key, kept.privateKey), BOX, false, ['decrypt']);
  const device = kept.device ?? (await deviceKey());
  return new Vault({ key, raw, device }, { privateKey, publicKey: await publicKey(kept) });
}

// A vault that takes in and gives nothing out.
export async function blindVault(kept) {
  return new Vault({ key: null }, { privateKey: null, publicKey: await publicKey(kept) });
}

export class Vault {
  #key;
  #raw;
  #device;
  #privateKey;
  #publicKey;
  #session = null;
  #sessions = new Map();

  constructor({ key, raw, device }, { privateKey, publicKey }) {
    this.#key = key;
    this.#raw = raw;
    this.#device = device;
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

  // What is kept for a new PIN; the old one is void with it.
  async pinSlot(pin) {
    return { device: this.#device, pin: await this.#slot(pin) };
  }

  // The same for new renewal codes.
  async renewalSlots(codes) {
    const renewals = [];
    for (const { number, code } of codes) {
      renewals.push({ number, ...(await this.#slot(code)) });
    }
    return { device: this.#device, renewals };
  }

  async #slot(secret) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const how = { version: WITH_DEVICE, salt, iterations: ITERATIONS };
    return { ...how, ...(await closed(await slotKey(how, secret, this.#device), this.#raw)) };
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

async function fromSlot(slot, secret, device) {
  const key = await slotKey(slot, secret, device);
  try {
    return await opened(key, slot);
  } catch {
    throw new WrongSecret('wrong secret');
  }
}

async function slotKey(slot, secret, device) {
  const base = await subtle.importKey('raw', joined(utf8(secret)), 'PBKDF2', false, ['deriveBits']);
  const { salt, iterations } = slot;
  const stretched = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, 256);
  return aes(isOldSlot(slot) ? stretched : await subtle.sign('HMAC', device, stretched));
}

// It works on this device and cannot be taken off it by any page, not even ours.
const deviceKey = () => subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
