// Count only: three taps. These are open places; a name that comes later takes one and adds none.

import { STAY } from '../words.js';
import { button, chime, field, h, notice, numberKeys, oneOf } from '../ui.js';
import { whenFold } from './when.js';

const MOST = 20;

// `paper`: what stands on paper is typed in, with its own time.
export function countScreen(app, chosen = null, stay = 'INSIDE', paper = false) {
  if (chosen === null) {
    return [
      h('h1', {}, paper ? '紙に書いた人数を入れる' : '何人ですか'),
      numberKeys(MOST, (number) => app.go(countScreen, number, stay, paper)),
      button('21人以上', () => app.go(manyScreen, stay, paper)),
    ];
  }
  return [h('h1', {}, `${chosen}人を受け付けます`), h('p', {}, '名前はあとで聞きます。'), ...confirm(app, chosen, stay, paper)];
}

function manyScreen(app, stay, paper) {
  const input = h('input', { type: 'number', min: '1', max: '2000', inputmode: 'numeric', 'data-first': true });
  const next = () => {
    const number = Number(input.value);
    if (Number.isInteger(number) && number > 0 && number <= 2000) {
      app.go(countScreen, number, stay, paper);
    } else {
      input.focus();
    }
  };
  return [h('h1', {}, '何人ですか'), field('人数', input), button('次へ', next, 'desk-button--first')];
}

function confirm(app, number, stay, paper) {
  let where = stay;
  const when = whenFold(app, paper);
  const take = async () => {
    const at = when.at();
    if (at !== null) {
      await app.record([app.desk.event('COUNTED', { count: number, stay: where, ...when.mark() }, null, at)], `${number}人を受け付けました`);
      chime();
    }
  };
  return [
    button(`${number}人を受け付ける`, take, 'desk-button--first desk-button--huge'),
    button('人数を選び直す', () => app.go(countScreen, null, stay, paper)),
    ...when.pieces,
    h('details', {}, h('summary', {}, '建物の外にいる人のとき'), oneOf('どこに', STAY, stay, (value) => (where = value))),
  ];
}

// For a desk that may show nothing: the same, without going home to a list.
export function blindCount(app, done) {
  return [
    numberKeys(MOST, async (number) => {
      await app.desk.record(app.desk.event('COUNTED', { count: number, stay: 'INSIDE' }));
      chime();
      done(number);
    }),
    app.desk.blindly > 0 ? notice('good', `閉じてから ${app.desk.blindly}人を受け付けました。`) : null,
  ].filter((piece) => piece !== null);
}
