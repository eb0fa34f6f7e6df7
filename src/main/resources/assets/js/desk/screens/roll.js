// 点呼: the heads that somebody counted, and who of the list was not found. Nobody is taken off the list.

import { nameOf, roster, underName } from '../people.js';
import { button, field, h, notice, tick } from '../ui.js';

export function rollScreen(app) {
  const { desk } = app;
  const input = h('input', { type: 'number', min: '0', max: '2000', inputmode: 'numeric', 'data-first': true });
  const trouble = h('div', { 'aria-live': 'assertive' });
  const next = () => {
    const heads = Number(input.value);
    if (input.value !== '' && Number.isInteger(heads) && heads >= 0 && heads <= 2000) {
      app.go(missingScreen, heads);
    } else {
      trouble.replaceChildren(notice('bad', '数えた人数を、0から2000までの数字で入れてください。'));
      input.focus();
    }
  };
  return [
    h('h1', {}, '点呼'),
    h('p', {}, `名簿の上では ${desk.inside}人です。数えた頭数を入れてください。`),
    field('数えた人数', input),
    trouble,
    button('次へ', next, 'desk-button--first desk-button--huge'),
  ];
}

function missingScreen(app, heads) {
  const { desk } = app;
  const people = roster(desk).filter(({ standing }) => standing.state === 'IN' && (standing.facts.stay ?? 'INSIDE') === 'INSIDE');
  const missing = new Set();
  const difference = heads - desk.inside;
  const acts = [0, 1].map(() => button('', () => done(), 'desk-button--first desk-button--huge'));
  const show = () => acts.forEach((act) => (act.textContent = recordWords(missing.size, difference)));
  const done = async () =>
    app.record([desk.event('ROLL_CALL', { heads, notFound: [...missing] })], `点呼を記録しました（${heads}人）`);
  show();
  return [
    h('h1', {}, 'いなかった人に印をつけてください'),
    difference === 0 ? notice('good', '頭数と名簿の人数が同じです。') : notice('warn', `頭数が名簿より ${Math.abs(difference)}人 ${difference > 0 ? '多い' : '少ない'}です。どちらもそのまま記録します。`),
    h('p', {}, '印をつけた人は「所在不明・退所見込」になります。名簿からは消えません。'),
    acts[0],
    h('div', { class: 'desk-ticks' }, people.map((person) => tick(nameOf(person), false, (on) => {
      missing[on ? 'add' : 'delete'](person.id);
      show();
    }, underName(person)))),
    people.length > 5 ? acts[1] : null,
  ].filter((piece) => piece !== null);
}

function recordWords(missing, difference) {
  if (missing > 0) {
    return `${missing}人がいない（点呼を記録する）`;
  }
  return difference === 0 ? '全員いた（点呼を記録する）' : '印をつけずに、頭数だけ記録する';
}
