// When it happened: now, unless somebody types the day and the time that stand on paper.

import { dayOf, instantOf, shortTime } from '../clockwork.js';
import { field, h, notice } from '../ui.js';

const CLOSED = '紙に書いてある時刻で入れる';

// A closed fold. `at(people)`: when, or null after saying what is wrong; `mark`: what the event's body says of it.
// `open`: unfolded from the start, for whoever works through a pile of paper. `since`: what was before it.
export function whenFold(app, open = false, since = () => null) {
  const today = dayOf(now(app));
  const draft = { day: today, time: '' };
  const summary = h('summary', {}, CLOSED);
  const trouble = h('div', { 'aria-live': 'assertive' });
  const isTyped = () => draft.time !== '' || draft.day !== today;
  const say = () => {
    const at = instantOf(draft.day, draft.time);
    summary.textContent = isTyped() && at !== null ? `${CLOSED}：${shortTime(at)}` : CLOSED;
    trouble.replaceChildren();
  };
  const input = (type, name) =>
    h('input', { type, value: draft[name], oninput: (event) => {
      draft[name] = event.target.value;
      say();
    } });
  const fold = h(
    'details',
    { class: 'desk-when', open },
    summary,
    h('div', { class: 'desk-pair' }, field('紙に書いてある日', input('date', 'day')), field('紙に書いてある時刻', input('time', 'time'), '空のままなら、いまの時刻で入れます')),
  );
  const at = () => {
    if (!isTyped()) {
      return Date.now();
    }
    const wrong = wrongIn(instantOf(draft.day, draft.time), now(app), since());
    if (wrong === null) {
      return instantOf(draft.day, draft.time);
    }
    fold.open = true;
    trouble.replaceChildren(notice('bad', wrong));
    trouble.scrollIntoView({ block: 'center' });
    return null;
  };
  return { pieces: [fold, trouble], at, mark: () => (isTyped() ? { paper: true } : {}) };
}

// By the town's clock, whatever this device's says.
const now = (app) => Date.now() - (app.desk.meta.offset ?? 0);

function wrongIn(at, latest, since) {
  if (at === null || at > latest) {
    return '紙に書いてある日と時刻を入れてください。先の時刻は入れられません。';
  }
  return since !== null && at < since ? `この人たちの前の記録（${shortTime(since)}）より前の時刻です。紙の日と時刻を確かめてください。` : null;
}
