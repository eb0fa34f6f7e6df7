// Somebody goes: home, to another shelter, to hospital, out for a while; or comes back.

import { asked, fits, nameOf, openPlaces, roster, underName } from '../people.js';
import { shortTime } from '../clockwork.js';
import { button, h, notice, numberKeys, textInput, tick } from '../ui.js';
import { STATE } from '../words.js';

export function leaveScreen(app) {
  const { desk } = app;
  const people = roster(desk).filter(({ standing }) => standing.state !== 'LEFT');
  const rows = h('div', { class: 'desk-results' });
  const input = textInput({ id: 'leave', 'data-first': true });
  const out = people.filter(({ standing }) => standing.state === 'OUT');
  const show = () => {
    const words = asked(input.value);
    const found = words.key === '' && words.year === null ? people : people.filter((person) => fits(words, person));
    rows.replaceChildren(...found.map((person) => row(app, person)));
  };
  input.addEventListener('input', show);
  show();
  return [
    h('h1', {}, '出る・戻る'),
    out.length > 0 ? button(`一時外出から戻った人（${out.length}人が外出中）`, () => app.go(backScreen)) : null,
    h('div', { class: 'desk-field' }, h('label', { for: 'leave' }, 'かな・名前'), input),
    people.length === 0 ? h('p', {}, '名前のある人は、まだいません。') : rows,
    openPlaces(desk).length > 0 ? button('名前がまだの人が出る', () => app.go(placesScreen)) : null,
  ].filter((piece) => piece !== null);
}

function row(app, person) {
  const { standing } = person;
  return h(
    'button',
    { type: 'button', class: 'desk-row', onclick: () => app.go(leavingScreen, person.id) },
    h('strong', {}, nameOf(person)),
    h('span', {}, [underName(person), standing.state === 'IN' ? '' : STATE[standing.state]].filter(Boolean).join('・')),
  );
}

// The person with the household: who goes?
export function leavingScreen(app, id) {
  const people = roster(app.desk).filter(({ standing }) => standing.state !== 'LEFT');
  const person = people.find((each) => each.id === id);
  const household = person.standing.household?.id ?? null;
  const family = household === null ? [person] : people.filter((each) => each.standing.household?.id === household);
  const going = new Set([id]);
  const leave = (to, toOpening, words) => async () => {
    if (going.size > 0) {
      await app.record([app.desk.event('LEFT', { persons: [...going], to, toOpening })], `${going.size}人が${words}`);
    }
  };
  const out = async () => app.record([app.desk.event('OUT', { persons: [...going] })], `${going.size}人が一時外出しました`);
  const back = async () => app.record([app.desk.event('BACK', { persons: [...going] })], `${going.size}人が戻りました`);
  return [
    h('h1', {}, `${nameOf(person)} さん`),
    h('p', {}, `${STATE[person.standing.state]}（${shortTime(person.standing.since)}〜）`),
    family.length > 1
      ? h('div', { class: 'desk-ticks' }, family.map((each) => tick(nameOf(each), each.id === id, (on) => going[on ? 'add' : 'delete'](each.id), underName(each))))
      : null,
    person.standing.state === 'OUT' || person.standing.state === 'UNACCOUNTED' ? button('戻った・ここにいる', back, 'desk-button--first desk-button--huge') : null,
    h(
      'div',
      { class: 'desk-ways' },
      button('家へ帰る', leave('HOME', null, '家へ帰りました')),
      button('一時外出', out),
      button('病院へ', leave('HOSPITAL', null, '病院へ行きました')),
      button('ほかの避難所へ', () => app.go(otherScreen, going)),
      button('その他・行き先は不明', leave('UNKNOWN', null, '退所しました')),
    ),
  ].filter((piece) => piece !== null);
}

function otherScreen(app, going) {
  const others = app.desk.packed?.others ?? [];
  const go = (opening, name) => async () =>
    app.record([app.desk.event('LEFT', { persons: [...going], to: 'SHELTER', toOpening: opening })], `${going.size}人が${name}へ移りました`);
  return [
    h('h1', {}, 'どの避難所へ移りますか'),
    h('p', {}, '移った先の受付には「こちらに向かっています」と出ます。'),
    h('div', { class: 'desk-ways' }, others.map(({ opening, name }) => button(name, go(opening, name)))),
    button('ここにない避難所・町の外', go(null, 'ほかの避難所')),
  ];
}

function backScreen(app) {
  const out = roster(app.desk).filter(({ standing }) => standing.state === 'OUT');
  const back = new Set();
  const done = async () => {
    if (back.size > 0) {
      await app.record([app.desk.event('BACK', { persons: [...back] })], `${back.size}人が戻りました`);
    }
  };
  return [
    h('h1', {}, '戻った人に印をつけてください'),
    h('div', { class: 'desk-ticks' }, out.map((person) => tick(nameOf(person), false, (on) => back[on ? 'add' : 'delete'](person.id), `${underName(person)}・${shortTime(person.standing.since)} から外出`))),
    button('戻った', done, 'desk-button--first desk-button--huge'),
  ];
}

function placesScreen(app) {
  return [
    h('h1', {}, 'どの人たちですか'),
    ...openPlaces(app.desk).map((place) =>
      button(`${shortTime(place.at)} に人数だけ受け付けた ${place.counted}人（あと${place.open}人）`, () => app.go(placesLeaveScreen, place)),
    ),
  ];
}

function placesLeaveScreen(app, place) {
  const leave = async (number) =>
    app.record([app.desk.event('PLACES_LEFT', { place: place.id, count: number, to: 'UNKNOWN', toOpening: null })], `${number}人が退所しました`);
  return [
    h('h1', {}, '何人が出ましたか'),
    place.open > 20 ? notice('info', '21人以上のときは、2回に分けて入れてください。') : null,
    numberKeys(Math.min(20, place.open), leave),
  ].filter((piece) => piece !== null);
}
