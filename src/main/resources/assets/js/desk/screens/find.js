// Somebody who registered at home, or was here before: a few letters of the kana, or the year of birth.

import { asked, everybody, fits, nameOf, stateWords, underName } from '../people.js';
import { h, textInput } from '../ui.js';
import { STATE } from '../words.js';
import { arriveScreen } from './arrive.js';
import { personScreen } from './person.js';
import { typeScreen } from './type.js';

const MOST = 20;

export function findScreen(app) {
  const all = everybody(app.desk);
  const results = h('div', { class: 'desk-results', role: 'region', 'aria-label': '見つかった人' });
  const input = textInput({ 'data-first': true, id: 'find', enterkeyhint: 'search', lang: 'ja' });
  const search = () => results.replaceChildren(...answers(app, all, input.value));
  input.addEventListener('input', search);
  search();
  return [
    h('h1', {}, '名前で探す'),
    h('div', { class: 'desk-field' }, h('label', { for: 'find' }, 'かな・名前・生まれた年'), h('span', { class: 'desk-hint' }, '例: たのう　／　たのう 1948　／　昭和23'), input),
    results,
  ];
}

function answers(app, all, typed) {
  const words = asked(typed);
  if (words.key === '' && words.year === null) {
    return [h('p', { class: 'desk-quiet' }, `${app.desk.households.length > 0 ? '家で登録した人と、' : ''}ここに来た人・向かっている人 ${all.length}人の中から探します。`)];
  }
  const found = all.filter((person) => fits(words, person));
  const fresh = h('button', { type: 'button', class: 'desk-button', onclick: () => app.go(typeScreen, { kana: words.name }) }, 'いないので、新しく書く');
  if (found.length === 0) {
    return [h('p', {}, '見つかりません。'), fresh];
  }
  return [...found.slice(0, MOST).map((person) => row(app, person)), found.length > MOST ? h('p', {}, `ほかに ${found.length - MOST}人います。もう一文字入れてください。`) : null, fresh].filter((piece) => piece !== null);
}

function row(app, person) {
  const state = person.standing ? stateWords(app.desk, person.standing) : person.expected ? STATE[person.expected.state ?? 'EXPECTED'] : '';
  return h(
    'button',
    { type: 'button', class: 'desk-row', onclick: () => open(app, person) },
    h('strong', {}, nameOf(person)),
    h('span', {}, [underName(person), state].filter(Boolean).join('・')),
  );
}

function open(app, person) {
  if (person.standing && person.standing.opening === app.desk.opening && person.standing.state !== 'LEFT') {
    app.go(personScreen, person.id);
  } else if (person.household) {
    app.go(arriveScreen, person.household, 'SEARCH', [person.id]);
  } else {
    app.go(arriveScreen, alone(person), 'SEARCH');
  }
}

// Somebody known without a registered household: on the way here, or back after leaving.
function alone(person) {
  const known = person.expected ?? person.standing;
  const { facts, household, householdDetails = {} } = known;
  return {
    id: household?.id ?? null,
    pets: household?.pets ?? [],
    secret: household?.secret === true,
    inquiry: household?.inquiry ?? null,
    publish: household?.publish ?? null,
    language: household?.language ?? '',
    phone: householdDetails.phone ?? '',
    address: householdDetails.address ?? '',
    people: [{ id: person.id, name: person.name, kana: person.kana, birth: person.birth, sex: facts.sex ?? '', needs: facts.needs ?? [], allergies: facts.allergies ?? [] }],
  };
}
