// Wrong PINs in a row. The first few cost nothing; after them each costs a wait twice as long as the one before,
// up to an hour. A try is written down before it is made, so that loading the page again saves nobody the wait.

const FREE = 4;
const FIRST = 30_000;
const MOST = 3_600_000;

export const NONE = { wrong: 0, at: 0 };

export const tried = ({ wrong } = NONE, now) => ({ wrong: wrong + 1, at: now });

// How many milliseconds until the next try. Who sets the clock back waits the whole time again.
export function waitLeft({ wrong, at } = NONE, now) {
  const wait = wrong > FREE ? Math.min(MOST, FIRST * 2 ** Math.min(wrong - FREE - 1, 20)) : 0;
  return Math.max(0, Math.min(wait, at + wait - now));
}

// Throws TooSoon while it is too early for another try.
export function checkWait(tries, now) {
  const wait = waitLeft(tries, now);
  if (wait > 0) {
    throw new TooSoon(wait);
  }
}

// 30秒, 2分, 1時間
export function waitWords(millis) {
  const seconds = Math.ceil(millis / 1000);
  return seconds < 60 ? `${seconds}秒` : seconds < 3600 ? `${Math.ceil(seconds / 60)}分` : '1時間';
}

export class TooSoon extends Error {
  constructor(wait) {
    super(`wait ${wait} ms`);
    this.wait = wait;
  }
}
