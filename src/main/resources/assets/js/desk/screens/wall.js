// Those who scanned the code on the wall and stand before the desk with a number. Only here they are counted.

import { shortTime } from '../clockwork.js';
import { nameOf } from '../people.js';
import { button, h } from '../ui.js';
import { arriveScreen } from './arrive.js';

export function wallScreen(app) {
  const visits = app.desk.visits;
  return [
    h('h1', {}, '壁のQRで来た人'),
    h('p', {}, '見せてもらった番号を押してください。目の前にいる人だけを受け付けます。'),
    visits.length === 0 ? h('p', {}, 'いま待っている人はいません。') : null,
    h('div', { class: 'desk-results' }, visits.map((visit) => row(app, visit))),
    button('新しい番号を取りに行く', async () => {
      await app.sync.now();
      app.again();
    }),
  ].filter((piece) => piece !== null);
}

function row(app, visit) {
  const names = visit.people.map(nameOf).join('・');
  return h(
    'button',
    { type: 'button', class: 'desk-row', onclick: () => app.go(arriveScreen, householdOf(visit), 'WALL') },
    h('strong', {}, `${visit.number}番`),
    h('span', {}, `${names}（${visit.people.length}人・${shortTime(Date.parse(visit.madeAt))}）`),
  );
}

const householdOf = ({ id, people }) => ({ id, phone: '', address: '', pets: [], people: people.map((person) => ({ ...person, needs: [], allergies: [] })) });
