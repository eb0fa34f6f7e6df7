// Somebody goes: home, to another shelter, to hospital, out for a while; or comes back.

import { asked, fits, nameOf, openPlaces, roster, underName } from '../people.js';
import { shortTime } from '../clockwork.js';
import { button, h, notice, numberKeys, textInput, tick } from '../ui.js';
import { STATE } from '../words.js';
import { whenFold } from './when.js';

// `paper`: what stands on paper is typed in, with its own times.
export function leaveScreen(app, paper = false) {
  const { desk } = app;
  const people = roster(desk).filter(({ standing }) => standing.state !== 'LEFT');
  const rows = h('div', { class: 'desk-results' });
  const input = textInput({ id: 'leave', 'data-first': true });
  const out = people.filter(({ standing }) => standing.state === 'OUT');
  const show = () => {
    const words = asked(input.value);
    const found = words.key === '' && words.year === null ? people : people.filter((person) => fits(words, person));
    rows.replaceChildren(...found.map((person) => row(app, person, paper)));
  };
  input.addEventListener('input', show);
  show();
  return [
    h('h1', {}, paper ? '紙に書いた「出る・戻る」を入れる' : '出る・戻る'),
    paper ? h('p', {}, '出た人を選ぶと、紙に書いてある日と時刻を入れられます。') : null,
    out.length > 0 ? button(`一時外出から戻った人（${out.length}人が外出中）`, () => app.go(backScreen, paper)) : null,
    h('div', { class: 'desk-field' }, h('label', { for: 'leave' }, 'かな・名前'), input),
    people.length === 0 ? h('p', {}, '名前のある人は、まだいません。') : rows,
    openPlaces(desk).length > 0 ? button('名前がまだの人が出る', () => app.go(placesScreen, paper)) : null,
  ].filter((piece) => piece !== null);
}

function row(app, person, paper) {
  const { standing } = person;
  return h(
    'button',
    { type: 'button', class: 'desk-row', onclick: () => app.go(leavingScreen, person.id, paper) },
    h('strong', {}, nameOf(person)),
    h('span', {}, [underName(person), standing.state === 'IN' ? '' : STATE[standing.state]].filter(Boolean).join('・')),
  );
}

// The person with the household: who goes?
export function leavingScreen(app, id, paper = false) {
  const people = roster(app.desk).filter(({ standing }) => standing.state !== 'LEFT');
  const person = people.find((each) => each.id === id);
  const household = person.standing.household?.id ?? null;
  const family = household === null ? [person] : people.filter((each) => each.standing.household?.id === household);
  const going = new Set([id]);
  const when = whenFold(app, paper, () => lastOf(people, going));
  const say = (kind, more, words) => async () => record(app, when, kind, going, more, words);
  const leave = (to, words) => say('LEFT', { to, toOpening: null }, words);
  const back = say('BACK', {}, '戻りました');
  return [
    h('h1', {}, `${nameOf(person)} さん`),
    h('p', {}, `${STATE[person.standing.state]}（${shortTime(person.standing.since)}〜）`),
    family.length > 1
      ? h('div', { class: 'desk-ticks' }, family.map((each) => tick(nameOf(each), each.id === id, (on) => going[on ? 'add' : 'delete'](each.id), underName(each))))
      : null,
    ...when.pieces,
    person.standing.state === 'OUT' || person.standing.state === 'UNACCOUNTED' ? button('戻った・ここにいる', back, 'desk-button--first desk-button--huge') : null,
    h(
      'div',
      { class: 'desk-ways' },
      button('家へ帰る', leave('HOME', '家へ帰りました')),
      button('一時外出', say('OUT', {}, '一時外出しました')),
      button('病院へ', leave('HOSPITAL', '病院へ行きました')),
      button('ほかの避難所へ', () => app.go(otherScreen, people, going, paper)),
      button('その他・行き先は不明', leave('UNKNOWN', '退所しました')),
    ),
  ].filter((piece) => piece !== null);
}

// One event for all who go, at the time that was typed, if one was.
async function record(app, when, kind, persons, more, words) {
  const at = persons.size > 0 ? when.at() : null;
  if (at !== null) {
    await app.record([app.desk.event(kind, { persons: [...persons], ...more, ...when.mark() }, null, at)], `${persons.size}人が${words}`);
  }
}

// When something was heard last of any of these.
const lastOf = (people, ids) => Math.max(...people.filter(({ id }) => ids.has(id)).map(({ standing }) => Date.parse(standing.since)));

function otherScreen(app, people, going, paper) {
  const others = app.desk.packed?.others ?? [];
  const when = whenFold(app, paper, () => lastOf(people, going));
  const go = (opening, name) => async () => record(app, when, 'LEFT', going, { to: 'SHELTER', toOpening: opening }, `${name}へ移りました`);
  return [
    h('h1', {}, 'どの避難所へ移りますか'),
    h('p', {}, '移った先の受付には「こちらに向かっています」と出ます。'),
    ...when.pieces,
    h('div', { class: 'desk-ways' }, others.map(({ opening, name }) => button(name, go(opening, name)))),
    button('ここにない避難所・町の外', go(null, 'ほかの避難所')),
  ];
}

function backScreen(app, paper = false) {
  const out = roster(app.desk).filter(({ standing }) => standing.state === 'OUT');
  const back = new Set();
  const when = whenFold(app, paper, () => lastOf(out, back));
  const done = async () => record(app, when, 'BACK', back, {}, '戻りました');
  return [
    h('h1', {}, '戻った人に印をつけてください'),
    h('div', { class: 'desk-ticks' }, out.map((person) => tick(nameOf(person), false, (on) => back[on ? 'add' : 'delete'](person.id), `${underName(person)}・${shortTime(person.standing.since)} から外出`))),
    ...when.pieces,
    button('戻った', done, 'desk-button--first desk-button--huge'),
  ];
}

function placesScreen(app, paper) {
  return [
    h('h1', {}, 'どの人たちですか'),
    ...openPlaces(app.desk).map((place) =>
      button(`${shortTime(place.at)} に人数だけ受け付けた ${place.counted}人（あと${place.open}人）`, () => app.go(placesLeaveScreen, place, paper)),
    ),
  ];
}

function placesLeaveScreen(app, place, paper) {
  const when = whenFold(app, paper, () => Date.parse(place.at));
  const leave = async (number) => {
    const at = when.at();
    if (at !== null) {
      const body = { place: place.id, count: number, to: 'UNKNOWN', toOpening: null, ...when.mark() };
      await app.record([app.desk.event('PLACES_LEFT', body, null, at)], `${number}人が退所しました`);
    }
  };
  return [
    h('h1', {}, '何人が出ましたか'),
    place.open > 20 ? notice('info', '21人以上のときは、2回に分けて入れてください。') : null,
    ...when.pieces,
    numberKeys(Math.min(20, place.open), leave),
  ].filter((piece) => piece !== null);
}
