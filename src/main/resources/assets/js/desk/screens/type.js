// Somebody who is not registered, written at the desk; or, later, what was written on paper, with the
// time that stands on the paper. One name is enough to take somebody in.

import { dayOf, instantOf, timeOf, yearOf, yearsOld } from '../clockwork.js';
import { newId } from '../ids.js';
import { normalised } from '../kana.js';
import { isPresent } from '../presence.js';
import { button, chime, chip, field, h, notice, oneOf, textInput, tick } from '../ui.js';
import { FOOD, NEEDS, SEX, STAY } from '../words.js';
import { asked, everybody, fits, nameOf } from '../people.js';
import { placesChoice } from './arrive.js';
import { personScreen } from './person.js';

const YES_NO = [
  ['yes', 'はい'],
  ['no', 'いいえ'],
  ['', 'まだ聞いていない'],
];

// `draft`: what was typed so far; `way` TYPED or PAPER
export function typeScreen(app, first = {}, way = 'TYPED') {
  const draft = { persons: [emptyPerson(first.kana ?? '')], household: {}, takes: null, day: dayOf(Date.now()), time: timeOf(Date.now()) };
  return [h('div', {}, form(app, draft, way))];
}

const emptyPerson = (kana = '') => ({ kana, name: '', birth: '', sex: null, stay: 'INSIDE', needs: new Set(), allergies: '', food: null, secret: false, relation: '', condition: '', phone: '' });

function form(app, draft, way) {
  const people = h('div', {});
  const trouble = h('div', { 'aria-live': 'assertive' });
  const draw = () => people.replaceChildren(...draft.persons.map((person, at) => personForm(app, person, at)));
  const more = () => {
    draft.persons.push(emptyPerson(draft.persons[0].kana.split(/[\s　]/)[0]));
    draw();
    people.lastElementChild.querySelector('input').focus();
  };
  const take = async () => {
    const wrong = wrongIn(draft, way);
    if (wrong !== null) {
      trouble.replaceChildren(notice('bad', wrong));
      trouble.scrollIntoView({ block: 'center' });
      return;
    }
    await app.record([arrival(app.desk, draft, way)], `${draft.persons.length}人を受け付けました`);
    chime();
  };
  draw();
  return [
    h('h1', {}, way === 'PAPER' ? '紙の受付票から入れる' : '新しく書く'),
    ...(way === 'PAPER' ? [paperTime(draft)] : []),
    people,
    button('同じ世帯の人を加える', more),
    householdForm(draft),
    ...placesChoice(app.desk, (value) => (draft.takes = value)),
    trouble,
    button('受け付ける', take, 'desk-button--first desk-button--huge'),
  ];
}

function paperTime(draft) {
  return h(
    'div',
    { class: 'desk-pair' },
    field('入所した日', h('input', { type: 'date', value: draft.day, onchange: (event) => (draft.day = event.target.value) })),
    field('時刻', h('input', { type: 'time', value: draft.time, onchange: (event) => (draft.time = event.target.value) }), '紙に書いてある時刻'),
  );
}

function personForm(app, person, at) {
  const likely = h('div', {});
  const text = (name, facts = {}) => textInput({ value: person[name], oninput: (event) => (person[name] = event.target.value), ...facts });
  const check = () => likely.replaceChildren(...alreadyHere(app, person));
  return h(
    'section',
    { class: 'desk-person' },
    h('h2', {}, at === 0 ? '来た人' : `${at + 1}人目`),
    field('かな（名字と名前）', text('kana', { 'data-first': at === 0, lang: 'ja', onchange: check }), 'ひらがなでかまいません。例: たのうら たろう'),
    field('生まれた年（または年齢）', text('birth', { onchange: check }), '例: 昭和23 ／ 1948 ／ 78歳'),
    likely,
    oneOf('性別', SEX, person.sex, (value) => (person.sex = value)),
    h(
      'details',
      {},
      h('summary', {}, '漢字の名前・要配慮・アレルギーなど'),
      field('名前（漢字）', text('name')),
      field('続柄', text('relation'), '代表の人から見て'),
      h('fieldset', { class: 'desk-choices' }, h('legend', {}, '配慮がいること'), NEEDS.map(([code, words]) => chip(words, (on) => person.needs[on ? 'add' : 'delete'](code)))),
      field('アレルギー', text('allergies'), '例: 卵、そば'),
      oneOf('食べられるもの', FOOD, person.food, (value) => (person.food = value)),
      field('けが・体調', text('condition')),
      field('電話', text('phone', { inputmode: 'tel' })),
      oneOf('どこに', STAY, person.stay, (value) => (person.stay = value)),
      tick('居場所を知られてはいけない人', person.secret, (on) => (person.secret = on), 'ほかの避難所の画面・問い合わせ・公表に出しません'),
    ),
  );
}

function householdForm(draft) {
  const { household } = draft;
  const text = (name) => textInput({ oninput: (event) => (household[name] = event.target.value) });
  const ask = (name) => (value) => (household[name] = value === '' ? null : value === 'yes');
  return h(
    'details',
    {},
    h('summary', {}, '世帯のこと（住所・電話・ペット・問い合わせへの同意）'),
    field('住所', text('address')),
    field('電話', text('phone')),
    field('町内会・行政区', text('district')),
    field('家の被害', text('house'), '例: 床上浸水、半壊'),
    field('ペット', text('pets'), '例: 犬 1、猫 2'),
    oneOf('安否の問い合わせに答えてよいですか', YES_NO, '', ask('inquiry')),
    oneOf('名前を公表してよいですか', YES_NO, '', ask('publish')),
  );
}

// Likely the same person is here already: staff look; nothing is joined by itself.
function alreadyHere(app, person) {
  const year = bornIn(person.birth);
  const words = asked(`${person.kana.replace(/\s/g, '')} ${year ?? ''}`);
  if (words.key === '' || words.key.length < 2) {
    return [];
  }
  const found = everybody(app.desk).filter((each) => each.standing && isPresent(each.standing) && each.standing.opening === app.desk.opening && fits(words, each));
  return found.slice(0, 3).map((each) =>
    notice('warn', h('p', {}, `${nameOf(each)} さんが、もうここにいます。同じ人ではありませんか。`), button('その人を見る', () => app.go(personScreen, each.id), 'desk-button--small')),
  );
}

function wrongIn(draft, way) {
  if (draft.persons.some((person) => person.kana.trim() === '' && person.name.trim() === '')) {
    return 'かなか名前を入れてください。分からないときは「人数だけ」で受け付けられます。';
  }
  if (draft.persons.some((person) => person.birth.trim() !== '' && bornIn(person.birth) === null && ageIn(person.birth) === null)) {
    return '生まれた年を読めません。「昭和23」「1948」「78歳」のように入れてください。';
  }
  const at = way === 'PAPER' ? instantOf(draft.day, draft.time) : 0;
  return at === null || at > Date.now() ? '紙に書いてある日と時刻を入れてください。先の時刻は入れられません。' : null;
}

const fullDate = (typed) => /^((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed.normalize('NFKC').trim());

const bornIn = (typed) => {
  const full = fullDate(typed);
  return full ? Number(full[1]) : yearOf(typed);
};

const ageIn = (typed) => {
  const found = /^(\d{1,3})\s*(歳|才|さい)?$/.exec(typed.normalize('NFKC').trim());
  return found && Number(found[1]) <= 130 ? Number(found[1]) : null;
};

function birthOf(typed) {
  const full = fullDate(typed);
  const two = (number) => number.padStart(2, '0');
  return full ? `${full[1]}-${two(full[2])}-${two(full[3])}` : String(yearOf(typed) ?? '');
}

export function arrival(desk, draft, way) {
  const at = way === 'PAPER' ? instantOf(draft.day, draft.time) : Date.now();
  const told = draft.persons.map((person) => ({ ...person, id: newId(), born: birthOf(person.birth) }));
  const household = draft.persons.length > 1 || some(draft.household) ? householdOf(draft) : null;
  const body = { way, from: null, household, persons: told.map((person) => factsOf(person, draft.takes, at)) };
  const shared = { address: draft.household.address, phone: draft.household.phone, district: draft.household.district, house: draft.household.house };
  const personal = { household: texts(shared), persons: Object.fromEntries(told.map((person) => [person.id, named(person)])) };
  return desk.event('ARRIVED', body, personal, at);
}

const factsOf = (person, takes, at) => ({
  id: person.id,
  sex: person.sex,
  age: person.born === '' ? ageIn(person.birth) : yearsOld(person.born, at),
  needs: person.needs.size > 0 ? [...person.needs] : null,
  allergies: split(person.allergies),
  food: person.food,
  stay: person.stay,
  secret: person.secret ? true : null,
  takes,
});

const named = (person) =>
  texts({
    name: person.name.trim(),
    kana: normalised(person.kana),
    birth: person.born,
    relation: person.relation,
    condition: person.condition,
    phone: person.phone,
  });

const householdOf = ({ household, persons }) => ({
  id: newId(),
  pets: split(household.pets ?? ''),
  secret: persons.some((person) => person.secret) ? true : null,
  inquiry: household.inquiry ?? null,
  publish: household.publish ?? null,
});

const split = (words) => {
  const parts = words.split(/[、,，]/).map((part) => part.trim()).filter((part) => part !== '');
  return parts.length > 0 ? parts : null;
};

const some = (all) => Object.values(all).some((value) => value !== '' && value !== null && value !== undefined);

const texts = (all) => Object.fromEntries(Object.entries(all).filter(([, text]) => (text ?? '').trim() !== ''));
