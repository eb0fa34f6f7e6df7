// The form about a person and about a household: for those who come in, and to write more down later.

import { chip, field, h, oneOf, textInput, tick } from '../ui.js';
import { DWELLING, FOOD, LANGUAGE, LIFELINES, LIVABLE, NEEDS, SEX, STAY } from '../words.js';
import { mealsOf } from '../written.js';

const YES_NO = [
  [true, 'はい'],
  [false, 'いいえ'],
];
const MEALS = [
  [true, 'いる'],
  [false, 'いらない'],
];

const texts = (all) => (name, facts = {}) => textInput({ value: all[name], oninput: (event) => (all[name] = event.target.value), ...facts });

const chips = (label, words, chosen) =>
  h('fieldset', { class: 'desk-choices' }, h('legend', {}, label), words.map(([code, each]) => chip(each, (on) => chosen[on ? 'add' : 'delete'](code), chosen.has(code))));

const pair = (...fields) => h('div', { class: 'desk-pair' }, ...fields);

// `open`: the folds too. `check`: called when it may be somebody who is here already.
export function personForm(app, person, { title, first = false, open = false, check = null }) {
  const text = texts(person);
  const likely = h('div', {});
  const look = () => check && likely.replaceChildren(...check(person));
  return h(
    'section',
    { class: 'desk-person' },
    h('h2', {}, title),
    field('かな（名字と名前）', text('kana', { 'data-first': first, lang: 'ja', onchange: look }), 'ひらがなでかまいません。例: たのうら たろう'),
    field('生まれた年（または年齢）', text('birth', { onchange: look }), '例: 昭和23 ／ 1948 ／ 昭和23年2月11日 ／ 78歳 ／ 8か月'),
    likely,
    oneOf('性別', SEX, person.sex, (value) => (person.sex = value)),
    h(
      'details',
      { open },
      h('summary', {}, '泊まるところ・漢字の名前・要配慮・アレルギーなど'),
      ...stayForm(app, person),
      tick('居場所を知られてはいけない人', person.secret, (on) => (person.secret = on), 'ほかの避難所の画面・問い合わせ・公表に出しません'),
      pair(field('名前（漢字）', text('name')), field('続柄（代表の人から見て）', text('relation'))),
      chips('配慮がいること', NEEDS, person.needs),
      field('アレルギー', text('allergies'), '例: 卵、そば　／　ないと聞いたときは「なし」'),
      oneOf('食べられるもの', FOOD, person.food, (value) => (person.food = value)),
      pair(field('けが・体調', text('condition')), field('薬・医療機器', text('medical'))),
      pair(field('電話', text('phone', { inputmode: 'tel' })), field('国籍（外国の人のとき）', text('nationality'))),
      field('ほかに', text('note')),
    ),
  );
}

// Where they stay; and, of those outside, whether they need food from here. `who`: stay, meals and, where it is asked, pickup.
export function stayForm(app, who) {
  const outside = h('div', {});
  const show = () => outside.replaceChildren(...(who.stay === 'INSIDE' ? [] : foodOutside(app, who)));
  const stay = (value) => {
    who.meals = mealsOf(value, who.meals, who.meals);
    who.stay = value;
    show();
  };
  show();
  return [oneOf('どこに泊まりますか', STAY, who.stay, stay), outside];
}

function foodOutside(app, who) {
  const others = app.desk.packed?.others ?? [];
  const places = [...new Set(['', ...others.map(({ name }) => name), who.pickup ?? ''])];
  const pickup = h(
    'select',
    { onchange: (event) => (who.pickup = event.target.value) },
    places.map((name) => h('option', { value: name, selected: name === who.pickup }, name === '' ? 'ここ' : name)),
  );
  return [
    oneOf('食事がいりますか（在宅・車中泊の人）', MEALS, who.meals, (value) => (who.meals = value)),
    ...(who.pickup === undefined || others.length === 0 ? [] : [field('食事を受け取るところ', pickup, '食数は、この避難所の数に入ります。')]),
  ];
}

// `known`: what was answered before cannot become unanswered.
export function householdForm(household, { title = '世帯のこと（住所・家・車・ペット・問い合わせへの同意）', people = 0, known = household } = {}) {
  const text = texts(household);
  const choose = (label, words, name) => oneOf(label, words.map((each) => [each, each]), household[name], (value) => (household[name] = value));
  const ask = (label, name) => oneOf(label, known[name] === null ? [...YES_NO, [null, 'まだ聞いていない']] : YES_NO, household[name], (value) => (household[name] = value));
  return h(
    'details',
    {},
    h('summary', {}, title),
    people > 1 ? h('p', { class: 'desk-quiet' }, `ここを直すと、同じ世帯の ${people}人みんなのこととして残ります。`) : null,
    field('住所', text('address')),
    pair(field('郵便番号', text('postcode', { inputmode: 'numeric' })), field('世帯の電話', text('phone', { inputmode: 'tel' }))),
    field('町内会・行政区', text('district')),
    choose('住居の種類', DWELLING, 'dwelling'),
    field('家の被害', text('house'), '例: 全壊、半壊、一部、床上、床下、なし'),
    choose('いま、家に', LIVABLE, 'livable'),
    chips('ライフライン', LIFELINES, household.lifelines),
    field('車', text('plate'), '車種・色・番号・とめた場所'),
    field('ペット', text('pets'), '例: 犬 1、猫 2'),
    oneOf('話せる言葉', LANGUAGE, household.language, (value) => (household.language = value)),
    field('世帯について、ほかに', text('note')),
    ask('安否の問い合わせに答えてよいですか', 'inquiry'),
    ask('名前を公表してよいですか', 'publish'),
    tick('世帯のみんなが、居場所を知られてはいけない', household.secret, (on) => (household.secret = on)),
  );
}
