// Sends what happened and hears what others did, whenever there is a line. Whatever goes wrong on the way,
// the records stay until the town has said that it has them.

import { iso } from './clockwork.js';

const BATCH = 500;
const PACE = 15_000;
const SOON = 250;

export class Sync {
  #desk;
  #timer = 0;
  #running = null;

  constructor(desk) {
    this.#desk = desk;
    this.trouble = null;
    desk.addEventListener('recorded', () => this.#in(SOON));
    addEventListener('online', () => this.#in(0));
  }

  start() {
    this.#in(0);
  }

  // Runs until there is nothing more to send or to hear. Resolves to true when it got through.
  now() {
    this.#running ??= this.#all().finally(() => {
      this.#running = null;
      this.#in(PACE);
    });
    return this.#running;
  }

  #in(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), wait);
  }

  async #all() {
    try {
      let more = true;
      while (more && this.#desk.canRead) {
        more = await this.#once();
      }
      this.trouble = null;
      return this.#desk.canRead;
    } catch (trouble) {
      this.trouble = trouble;
      await this.#heed(trouble);
      return false;
    }
  }

  async #once() {
    const desk = this.#desk;
    const waiting = desk.waiting();
    const events = waiting
      .map(({ event }) => (event.opening === null ? { ...event, opening: desk.opening } : event))
      .filter((event) => event.opening !== null)
      .slice(0, BATCH);
    const answer = await post('/api/desk/sync', this.#said(events), desk.secrets.token);
    await desk.settle(answer);
    return answer.more || (events.length === BATCH && waiting.length > BATCH);
  }

  #said(events) {
    const desk = this.#desk;
    const { opening, cursor } = desk.cursor;
    return {
      now: iso(Date.now()),
      events,
      opening,
      cursor,
      nextRenewal: desk.meta.renewals[0]?.number ?? desk.meta.nextRenewal ?? 1,
      renewalsLeft: desk.meta.renewals.length,
      ...desk.versions,
    };
  }

  async #heed(trouble) {
    if (trouble instanceof Refused && ['desk-shut-out', 'desk-card-over'].includes(trouble.code)) {
      await this.#desk.lapse();
    }
  }
}

// The town answered, and said no.
export class Refused extends Error {
  constructor(status, { code, detail, title }) {
    super(detail ?? title ?? `${status}`);
    this.status = status;
    this.code = code ?? '';
  }
}

export async function post(path, said, token = null) {
  const headers = { 'Content-Type': 'application/json' };
  if (token !== null) {
    headers.Authorization = `Bearer ${token}`;
  }
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(said), cache: 'no-store', credentials: 'omit' });
  if (!answer.ok) {
    throw new Refused(answer.status, await answer.json().catch(() => ({})));
  }
  return answer.json();
}
