// 点呼: the heads that somebody counted, and who was not found. Nobody is taken off the list.

import { belonging } from '../heads.js';
import { nameOf, underName } from '../people.js';
import { button, field, h, notice, tick } from '../ui.js';
import { STAY, labelOf } from '../words.js';
import { shortTime } from '../clockwork.js';

export function rollScreen(app) {
  const people = belonging(app.desk);
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
    h('p', {}, '名簿では、ここに ', h('strong', { 'data-heads': people.heads }, `${people.heads}人`), 'います。数えた頭数を入れてください。'),
    othersLine(people),
    field('数えた人数', input),
    trouble,
    button('次へ', next, 'desk-button--first desk-button--huge'),
  ].filter((piece) => piece !== null);
}

// Who belongs here and is not among the heads.
function othersLine({ coming, out, outsiders }) {
  const parts = [
    ['向かっている人', coming.length],
    ['一時外出', out.length],
    ['車中泊・在宅など', outsiders],
  ].filter(([, number]) => number > 0);
  return parts.length === 0 ? null : h('p', {}, `頭数に入れない人: ${parts.map(([words, number]) => `${words} ${number}人`).join('、')}`);
}

function missingScreen(app, heads) {
  const { desk } = app;
  const people = belonging(desk);
  const missing = new Set();
  const difference = heads - people.heads;
  const acts = [0, 1].map(() => button('', () => done(), 'desk-button--first desk-button--huge'));
  const show = () => acts.forEach((act) => (act.textContent = recordWords(missing.size, difference)));
  const done = async () =>
    app.record([desk.event('ROLL_CALL', { heads, notFound: [...missing] })], `点呼を記録しました（${heads}人）`);
  const ticks = (rows, more) =>
    h('div', { class: 'desk-ticks' }, rows.map((person) => tick(nameOf(person), false, (on) => {
      missing[on ? 'add' : 'delete'](person.id);
      show();
    }, [underName(person), more(person)].filter(Boolean).join('・'))));
  const fold = (words, rows, more) => (rows.length === 0 ? null : h('details', {}, h('summary', {}, `${words}（${rows.length}人）`), ticks(rows, more)));
  const since = (words) => ({ standing }) => `${shortTime(standing.since)} から${words}`;
  const all = people.here.length + people.coming.length + people.out.length + people.outside.length;
  show();
  return [
    h('h1', {}, 'いなかった人に印をつけてください'),
    difference === 0 ? notice('good', '頭数と名簿の人数が同じです。') : notice('warn', `頭数が名簿（${people.heads}人）より ${Math.abs(difference)}人 ${difference > 0 ? '多い' : '少ない'}です。どちらもそのまま記録します。`),
    h('p', {}, '印をつけた人は「所在不明・退所見込」になります。名簿からは消えません。'),
    acts[0],
    people.here.length > 0 ? ticks(people.here, () => '') : null,
    fold('向かっているはずが、まだ着かない人', people.coming, since('移動中')),
    fold('一時外出から戻らない人', people.out, since('外出')),
    fold('車中泊・在宅などで、見つからない人', people.outside, ({ standing }) => labelOf(STAY, standing.facts.stay)),
    all > 5 ? acts[1] : null,
  ].filter((piece) => piece !== null);
}

function recordWords(missing, difference) {
  if (missing > 0) {
    return `${missing}人がいない（点呼を記録する）`;
  }
  return difference === 0 ? '全員いた（点呼を記録する）' : '印をつけずに、頭数だけ記録する';
}
