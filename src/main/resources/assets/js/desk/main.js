// The desk's program: one screen at a time, the state of things always on top.

import { age, shortTime } from './clockwork.js';
import { Desk } from './desk.js';
import { Idle } from './idle.js';
import { listenToScanner } from './scan.js';
import { Sync } from './sync.js';
import { arriveByCode } from './screens/arrive.js';
import { enterScreen } from './screens/enter.js';
import { homeScreen } from './screens/home.js';
import { timed } from './stopwatch.js';
import { button, h, notice } from './ui.js';

const LOOK = 30_000;
const OUTSIDE = [homeScreen, enterScreen];

class App {
  #frame = document.getElementById('desk');
  #screen = null;
  #bar = h('header', { class: 'desk-bar' });
  #begun = null;
  #idle = new Idle();
  #open = false;
  #main = h('main', { class: 'desk-main', id: 'main', tabindex: '-1' });

  constructor(desk) {
    this.desk = desk;
    this.sync = new Sync(desk);
    this.said = null;
    this.aside = null;
    this.lost = false;
    desk.addEventListener('changed', () => this.#changed());
    setInterval(() => this.#look(), LOOK);
    document.addEventListener('visibilitychange', () => document.hidden || this.#look());
    addEventListener('online', () => this.#drawBar());
    addEventListener('offline', () => this.#drawBar());
    listenToScanner((text) => this.scanned(text));
  }

  start() {
    this.#frame.replaceChildren(this.#bar, this.#main);
    document.body.classList.toggle('desk--drill', this.desk.meta?.drill === true);
    this.home();
    if (this.desk.canRead) {
      this.sync.start();
    }
  }

  // A screen is a function of the app that gives its heading and its pieces.
  go(screen, ...args) {
    this.#begun = OUTSIDE.includes(screen) ? null : (this.#begun ?? Date.now());
    this.#screen = { screen, args };
    this.#draw();
    scrollTo(0, 0);
    (this.#main.querySelector('[data-first]') ?? this.#main).focus({ preventScroll: true });
  }

  // The device was opened: whoever opens it goes on where work was left.
  opened() {
    this.sync.start();
    this.lost = false;
    const { aside } = this;
    this.aside = null;
    if (aside === null) {
      this.home();
      return;
    }
    this.#begun = Date.now();
    this.#screen = aside.of;
    this.#main.replaceChildren(...aside.pieces);
    this.#drawBar();
    this.#main.focus({ preventScroll: true });
  }

  // It was closed. A screen on which somebody was at work is put aside as it stands; not any more once the lease is
  // over, for then nothing may be read.
  #closed() {
    const working = !OUTSIDE.includes(this.#screen.screen);
    this.lost = working && this.desk.state === 'lapsed';
    this.aside = working && !this.lost ? { of: this.#screen, pieces: [...this.#main.childNodes] } : null;
    this.home();
  }

  // The same screen, with what has changed.
  again() {
    this.#draw();
  }

  home(said = null) {
    this.said = said;
    this.go(this.desk.canRead ? homeScreen : enterScreen);
  }

  // Writes events down, then says so on the first screen. `undo`: the events that a tap takes back.
  async record(events, words) {
    const drill = this.desk.meta?.drill === true;
    await this.desk.record(...(drill ? timed(events, this.#begun, Date.now()) : events));
    this.home({ words, undo: events.filter((event) => event.kind !== 'CORRECTED').map((event) => event.id), at: Date.now() });
  }

  async scanned(text) {
    if (this.desk.canRead) {
      this.#begun ??= Date.now();
      await arriveByCode(this, text);
    }
  }

  #draw() {
    const { screen, args } = this.#screen;
    const back = OUTSIDE.includes(screen) ? null : button('← 受付に戻る', () => this.home(), 'desk-button--back');
    this.#main.replaceChildren(...[back, ...screen(this, ...args)].filter((piece) => piece !== null));
    this.#drawBar();
  }

  // The first screen follows what others do; a screen on which somebody is working does not move.
  #changed() {
    const closed = this.#open && !this.desk.canRead;
    this.#open = this.desk.canRead;
    if (closed) {
      this.#closed();
    } else if (this.#screen?.screen === homeScreen && this.desk.canRead) {
      this.#draw();
    } else {
      this.#drawBar();
    }
  }

  async #look() {
    const before = this.desk.state;
    await this.desk.checkLease();
    if (this.desk.canRead && this.#idle.isLong) {
      this.desk.lock();
    } else if (this.desk.state !== before && this.#screen.screen === enterScreen) {
      this.lost = this.aside !== null;
      this.aside = null;
      this.home();
    }
    this.#drawBar();
  }

  #drawBar() {
    const { meta, unsent } = this.desk;
    document.body.classList.toggle('desk--drill', meta?.drill === true);
    if (!meta) {
      this.#bar.replaceChildren(h('span', { class: 'desk-bar__name' }, '避難所の受付'));
      return;
    }
    this.#bar.replaceChildren(
      h('span', { class: 'desk-bar__name' }, `${meta.drill ? '【訓練】' : ''}${meta.shelterName}　受付${meta.number}`),
      h('span', { class: 'desk-bar__state', 'data-unsent': unsent, role: 'status' }, this.#stateWords(meta, unsent)),
    );
  }

  #stateWords(meta, unsent) {
    const line = navigator.onLine && this.sync.trouble === null ? '' : '回線なし・';
    const synced = meta.synced ? `最終同期 ${shortTime(meta.synced)}（${age(meta.synced)}）` : 'まだ同期していません';
    return `${line}未送信 ${unsent}件・${synced}`;
  }
}

async function begin() {
  await takeFloor();
  const desk = await Desk.load();
  const app = new App(desk);
  app.start();
  globalThis.machiDesk = app;
}

// One page of this device at a time is the desk: two would not see each other's records.
function takeFloor() {
  return new Promise((resolve) => {
    if (!navigator.locks) {
      resolve();
      return;
    }
    navigator.locks.request('machi-desk', { ifAvailable: true }, (lock) => {
      if (lock === null) {
        const where = document.getElementById('main');
        where.replaceChildren(
          h('h1', {}, '避難所の受付'),
          notice('warn', 'この端末では、受付が別の画面で開いています。そちらを使うか、閉じてからここを読み込み直してください。'),
          button('読み込み直す', () => location.reload()),
        );
        return null;
      }
      resolve();
      return new Promise(() => {});
    });
  });
}

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/desk/worker.js', { scope: '/desk' }).catch(() => {});
}
navigator.storage?.persist?.().catch(() => {});
begin();
