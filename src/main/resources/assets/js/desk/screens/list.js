// The desk's own list: to search, to print, and to go on with a pen.

import { asked, fits, nameOf, openPlaces, roster, underName } from '../people.js';
import { age, shortTime } from '../clockwork.js';
import { button, h, textInput } from '../ui.js';
import { NEEDS, SEX, STATE, labelOf } from '../words.js';
import { personScreen } from './person.js';

const EMPTY_LINES = 12;
const SECRET = '居場所を知られてはいけない人';

export function listScreen(app) {
  const { desk } = app;
  const everyone = roster(desk);
  const people = everyone.filter(({ standing }) => standing.state !== 'LEFT');
  const rows = h('div', { class: 'desk-results' });
  const input = textInput({ id: 'list', 'data-first': true });
  const show = () => {
    const words = asked(input.value);
    const empty = words.key === '' && words.year === null;
    const found = empty ? people : everyone.filter((person) => fits(words, person));
    rows.replaceChildren(...found.map((person) => row(app, person)));
  };
  input.addEventListener('input', show);
  show();
  return [
    h('h1', {}, '名簿'),
    h('p', { class: 'desk-quiet' }, howOld(desk)),
    button('名簿を印刷する', () => app.go(printScreen)),
    h('div', { class: 'desk-field' }, h('label', { for: 'list' }, 'かな・名前・生まれた年'), input),
    people.length === 0 ? h('p', {}, '名前のある人は、まだいません。') : null,
    rows,
  ].filter((piece) => piece !== null);
}

function row(app, person) {
  const { standing } = person;
  return h(
    'button',
    { type: 'button', class: 'desk-row', onclick: () => app.go(personScreen, person.id) },
    h('strong', {}, nameOf(person)),
    h('span', {}, [underName(person), STATE[standing.state], person.secret ? SECRET : null].filter(Boolean).join('・')),
  );
}

const howOld = (desk) =>
  `${desk.meta.synced ? `ほかの受付のことは ${shortTime(desk.meta.synced)}（${age(desk.meta.synced)}）までが入っています。` : 'ほかの受付のことは、まだ入っていません。'}未送信 ${desk.unsent}件。`;

// On paper, with empty lines for the pen: who comes and goes while nothing runs is typed in later.
export function printScreen(app) {
  const { desk } = app;
  const people = roster(desk).filter(({ standing }) => standing.state !== 'LEFT');
  const open = openPlaces(desk).reduce((sum, place) => sum + place.open, 0);
  return [
    h('h1', {}, `${desk.meta.drill ? '【訓練】' : ''}避難者名簿　${desk.meta.shelterName}`),
    h('p', {}, `${shortTime(Date.now())} に印刷・いる人 ${desk.inside}人（名前がまだの人 ${open}人を含む）。${howOld(desk)}`),
    h('p', { class: 'desk-noprint' }, '空いている行には、ペンで続きを書けます。書いた人は、あとで「そのほか」の「紙の受付票から入れる」「紙の「出る・戻る」を入れる」で、紙の時刻のまま入れてください。'),
    h('div', { class: 'desk-noprint' }, button('この名簿を印刷する', () => print(), 'desk-button--first')),
    people.some(({ secret }) => secret) ? h('p', {}, h('strong', {}, `【${SECRET}】`), ' がいます。この紙を受付の外に出さず、ほかの人に見せないでください。') : null,
    h(
      'div',
      { class: 'desk-scroll', tabindex: '0', role: 'region', 'aria-label': '名簿' },
      h(
        'table',
        { class: 'desk-table' },
        h('thead', {}, h('tr', {}, ['番号', '名前（かな）', '年齢', '性別', '入所', '様子', '要配慮・アレルギー', '出た日時・行き先'].map((words) => h('th', { scope: 'col' }, words)))),
        h('tbody', {}, people.map(printed), Array.from({ length: EMPTY_LINES }, (_, at) => blank(people.length + at + 1))),
      ),
    ),
  ].filter((piece) => piece !== null);
}

function printed(person, at) {
  const { standing } = person;
  const { facts } = standing;
  const cares = [...(facts.needs ?? []).map((need) => labelOf(NEEDS, need)), ...(facts.allergies ?? [])];
  const cells = [
    at + 1,
    [person.name && person.kana ? `${person.name}（${person.kana}）` : nameOf(person), person.secret ? `【${SECRET}】` : ''].join(''),
    facts.age ?? '',
    facts.sex ? labelOf(SEX, facts.sex) : '',
    shortTime(standing.arrivedAt),
    STATE[standing.state],
    cares.join('・'),
    '',
  ];
  return h('tr', {}, cells.map((words) => h('td', {}, String(words))));
}

const blank = (number) => h('tr', { class: 'desk-blank' }, [String(number), '', '', '', '', '', '', ''].map((words) => h('td', {}, words)));
