// The desk itself: what it keeps, what it knows, what it may do. Screens ask it and tell it; it draws nothing.

import { toForget } from './forget.js';
import { iso } from './clockwork.js';
import { NONE, changed } from './editions.js';
import { newId } from './ids.js';
import { importKey } from './household.js';
import { fromBase64 } from './bytes.js';
import * as lease from './lease.js';
import { count, register } from './presence.js';
import { goingOn, leaseOf, plainFacts } from './plain.js';
import { openShelf } from './shelf.js';
import { checkWait, tried } from './tries.js';
import { blindVault, isOldSlot, makeVault, openVault } from './vault.js';

const MINUTE = 60_000;

export class Desk extends EventTarget {
  #shelf;
  #vault = null;
  #log = new Map();
  #secrets = null;
  #known = null;
  #registered = NONE;
  #computed = null;
  #blindly = 0;

  static async load() {
    const desk = new Desk();
    desk.#shelf = await openShelf();
    desk.meta = await desk.#shelf.meta();
    await desk.#refreshUnsent();
    if (desk.meta && lease.isOver(desk.meta, Date.now())) {
      await desk.lapse();
    }
    return desk;
  }

  // 'new' (no desk yet), 'locked' (needs the PIN), 'lapsed' (needs a code), 'open'
  get state() {
    if (!this.meta) {
      return 'new';
    }
    if (this.#vault?.canRead) {
      return 'open';
    }
    return this.meta.pin === null ? 'lapsed' : 'locked';
  }

  get canRead() {
    return this.state === 'open';
  }

  get opening() {
    return this.packed?.opening?.id ?? this.meta?.opening ?? null;
  }

  get packed() {
    return this.#known?.packed?.content ?? null;
  }

  // Which package and which registrations it has.
  get versions() {
    return { packed: this.#known?.packed?.version ?? null, registered: this.#registered.edition, elsewhere: this.#known?.elsewhere?.edition ?? null };
  }

  get households() {
    return Object.values(this.#registered.entries);
  }

  get expected() {
    return this.#known?.expected ?? [];
  }

  // Who scanned the code on the wall and was not taken in yet.
  get visits() {
    const { persons } = this.register;
    return (this.#known?.visits ?? []).filter((visit) => !visit.people.some(({ id }) => persons.has(id)));
  }

  // Who is counted at another shelter: person → opening.
  get elsewhere() {
    return new Map(Object.entries(this.#known?.elsewhere?.entries ?? {}));
  }

  get cursor() {
    return { opening: this.#known?.opening ?? null, cursor: this.#known?.cursor ?? 0 };
  }

  get secrets() {
    return this.#secrets;
  }

  // How many were taken in since it was locked or its lease ran out.
  get blindly() {
    return this.#blindly;
  }

  // Who is where, by what the device knows.
  get register() {
    this.#computed ??= register(goingOn([...this.#log.values()].map((each) => this.#here(each.event)), this.meta));
    return this.#computed;
  }

  get inside() {
    return count(this.register, this.opening);
  }

  events() {
    return [...this.#log.values()];
  }

  // What waits to be sent, oldest first.
  waiting() {
    return this.events().filter((each) => each.sent === 0);
  }

  refused() {
    return this.events().filter((each) => each.sent === 2);
  }

  async trustedKeys() {
    return Promise.all((this.meta.keys ?? []).map((key) => importKey(fromBase64(key))));
  }

  // --- becoming a desk -------------------------------------------------

  // What `POST /api/desk/enter` answered makes this device a desk; `pin` opens it from now on.
  async become(entered, pin, signing) {
    const { vault, kept } = await makeVault(pin, entered.renewals);
    this.#vault = vault;
    this.#secrets = { token: entered.token, signing };
    await this.#shelf.putState('secrets', await vault.seal(this.#secrets));
    await this.#remember({ packed: entered.packed });
    await this.#putMeta({ ...this.meta, ...kept, desk: entered.desk, number: entered.number, ...leaseOf(entered) });
    this.#changed();
  }

  // The desk that this device was before is let in again, by a new pass.
  async becomeAgain(entered, pin) {
    const slot = this.meta.renewals.find((each) => each.number === entered.opens.number);
    await this.#open(await openVault(this.meta, slot, entered.opens.code));
    this.#secrets = { ...this.#secrets, token: entered.token };
    await this.#shelf.putState('secrets', await this.#vault.seal(this.#secrets));
    const slots = { ...(await this.#vault.pinSlot(pin)), ...(await this.#vault.renewalSlots(entered.renewals)) };
    await this.#remember({ packed: entered.packed });
    await this.#putMeta({ ...this.meta, ...slots, ...leaseOf(entered), tries: undefined });
    this.#changed();
  }

  // Throws TooSoon after too many wrong ones. The try counts before it is made.
  async unlock(pin) {
    checkWait(this.meta.tries, Date.now());
    await this.#putMeta({ ...this.meta, tries: tried(this.meta.tries, Date.now()) });
    const slot = this.meta.pin;
    await this.#open(await openVault(this.meta, slot, pin));
    const better = isOldSlot(slot) ? await this.#vault.pinSlot(pin) : {};
    await this.#putMeta({ ...this.meta, ...better, tries: undefined });
    this.#changed();
  }

  // The 本部 read this code out. After the end of a helper's card none opens.
  async renew(code, pin) {
    const slot = lease.isCardOver(this.meta, Date.now()) ? null : this.meta.renewals[0];
    await this.#open(await openVault(this.meta, slot, code.normalize('NFKC').replace(/\D/g, '')));
    const fresh = await this.#vault.pinSlot(pin);
    const renewals = this.meta.renewals.slice(1);
    const now = Date.now();
    await this.#putMeta({ ...this.meta, ...fresh, renewals, tries: undefined, leaseUntil: lease.renewed(this.meta, now), seen: now });
    this.#changed();
  }

  lock() {
    this.#forget();
    this.#changed();
  }

  // The lease is over, or the desk was shut out: nothing but a code opens it again.
  async lapse() {
    this.#forget();
    await this.#putMeta(lease.lapsed(this.meta));
    this.#changed();
  }

  // Looked at now and then, and before every list that is shown.
  async checkLease() {
    if (this.meta && this.meta.pin !== null && lease.isOver(this.meta, Date.now())) {
      await this.lapse();
    } else if (this.meta && Date.now() - (this.meta.seen ?? 0) > 5 * MINUTE) {
      await this.#putMeta({ ...this.meta, seen: Date.now() });
    }
  }

  #forget() {
    this.#vault = null;
    this.#secrets = null;
    this.#known = null;
    this.#registered = NONE;
    this.#log = new Map();
    this.#computed = null;
    this.#blindly = 0;
  }

  async #open(vault) {
    this.#vault = vault;
    this.#secrets = await this.#state('secrets', null);
    this.#known = await this.#state('known', {});
    this.#registered = await this.#state('registered', this.#registered);
    this.#log = new Map();
    for (const record of await this.#shelf.events()) {
      this.#log.set(record.id, { event: await vault.open(record.sealed), sent: record.sent, why: record.why });
    }
    this.#computed = null;
    this.#blindly = 0;
  }

  async #state(name, otherwise) {
    const sealed = await this.#shelf.state(name);
    return sealed === undefined ? otherwise : this.#vault.open(sealed);
  }

  // --- what happens at the door ---------------------------------------

  // An event as ShelterEvent.java tells it. `at` only where somebody said another time (from paper).
  event(kind, body, personal = null, at = Date.now()) {
    const event = { id: newId(), desk: this.meta.desk, opening: this.opening, at: iso(at), kind, body };
    return personal === null ? event : { ...event, personal };
  }

  // Writes events down; when this resolves they are on the disk.
  async record(...events) {
    const vault = (this.#vault ??= await blindVault(this.meta));
    const records = [];
    for (const event of events) {
      records.push({ id: event.id, sent: 0, sealed: await vault.seal(event) });
    }
    await this.#shelf.add(records);
    if (vault.canRead) {
      events.forEach((event) => this.#log.set(event.id, { event, sent: 0 }));
      this.#computed = null;
    } else {
      this.#blindly += events.reduce((sum, { kind, body }) => sum + (kind === 'COUNTED' ? body.count : (body.persons?.length ?? 0)), 0);
    }
    await this.#refreshUnsent();
    this.dispatchEvent(new Event('recorded'));
    this.#changed();
  }

  // Events of other desks of this shelter, come by file or QR: they are sent on with our own.
  async takeIn(events) {
    const fresh = events.filter((event) => !this.#log.has(event.id));
    await this.record(...fresh);
    return fresh.length;
  }

  // --- what the server said -------------------------------------------

  // One answer of `POST /api/desk/sync`, written down in one go.
  async settle(answer) {
    const vault = this.#vault;
    if (!vault?.canRead) {
      return;
    }
    const close = async ({ event }) => ({ id: event.id, sent: 1, sealed: await vault.seal(event) });
    const heard = await Promise.all(answer.heard.map(close));
    const { opening, cursor, expected, waiting: visits } = answer;
    const known = { ...this.#known, opening, cursor, expected, elsewhere: changed(this.#known.elsewhere, answer.elsewhere), visits, packed: answer.packed ?? this.#known.packed };
    const refused = answer.refused.filter((each) => each.event !== null);
    const forgotten = toForget(this.#log, answer);
    await this.#shelf.settle({ ...answer, heard, refused, forgotten }, 'known', await vault.seal(known));
    this.#known = known;
    answer.taken.forEach((id) => this.#mark(id, 1));
    refused.forEach(({ event, sentence }) => this.#mark(event, 2, sentence));
    answer.heard.forEach(({ event }) => this.#log.set(event.id, { event, sent: 1 }));
    forgotten.forEach((id) => this.#log.delete(id));
    if (answer.registered) {
      this.#registered = changed(this.#registered, answer.registered);
      await this.#shelf.putState('registered', await vault.seal(this.#registered));
    }
    await this.#renewFrom(answer);
    this.#computed = null;
    await this.#refreshUnsent();
    this.#changed();
  }

  async #renewFrom(answer) {
    const offset = answer.offsetMillis;
    const slots = answer.renewals.length > 0 ? await this.#vault.renewalSlots(answer.renewals) : {};
    const facts = plainFacts(this.#known.packed.content, this.meta);
    await this.#putMeta({ ...this.meta, ...slots, ...facts, ...leaseOf(answer, offset), offset, synced: Date.now() });
  }

  #mark(id, sent, why = undefined) {
    Object.assign(this.#log.get(id) ?? {}, { sent, why });
  }

  async #remember(more) {
    this.#known = { ...this.#known, ...more };
    await this.#shelf.putState('known', await this.#vault.seal(this.#known));
    this.meta = { ...this.meta, ...plainFacts(this.#known.packed.content, this.meta) };
  }

  // What was recorded before the shelter was open counts in the opening that came.
  #here(event) {
    return event.opening === null ? { ...event, opening: this.opening } : event;
  }

  async #putMeta(meta) {
    this.meta = meta;
    await this.#shelf.putMeta(meta);
  }

  async #refreshUnsent() {
    this.unsent = await this.#shelf.unsent();
  }

  #changed() {
    this.dispatchEvent(new Event('changed'));
  }
}
