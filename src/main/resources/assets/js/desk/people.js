// People as the desk finds and shows them: those registered at home and those in its own register.

import { monthsOld, yearOf, yearsOld } from './clockwork.js';
import { searchKey } from './kana.js';
import { isSecret } from './presence.js';
import { STATE } from './words.js';
import { mealsOf } from './written.js';

// 19480211 or 1948 → 1948-02-11 or 1948
export const birthText = (birth) => birth.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

// A person of a household, as an event tells: [facts, details]. `where`: where they stay, as staff chose.
export function told(person, where) {
  const birth = birthText(person.birth ?? '');
  const needs = listed(person.needs);
  const facts = {
    id: person.id,
    sex: person.sex || null,
    age: yearsOld(birth),
    needs: needs.length > 0 ? needs : null,
    allergies: listed(person.allergies).length > 0 ? listed(person.allergies) : null,
    stay: where.stay,
    meals: mealsOf(where.stay, where.meals, person.where?.meals),
    secret: where.secret ? true : null,
  };
  return [facts, details({ name: person.name, kana: person.kana, birth })];
}

// What all of them share, as an event tells: [facts, details]. Their silence unhides nobody whom staff hid.
export function toldTogether(household, where) {
  const choices = household.choices ?? household;
  const facts = {
    id: household.id,
    pets: listed(choices.pets).length > 0 ? listed(choices.pets) : null,
    secret: choices.secret === true || where.secret ? true : null,
    inquiry: choices.inquiry ?? null,
    publish: choices.publish ?? null,
    language: choices.language || null,
  };
  return [facts, details({ phone: household.phone, address: household.address })];
}

const listed = (words) => (Array.isArray(words) ? words : (words ?? '').split(',').filter((word) => word !== ''));

const details = (all) => Object.fromEntries(Object.entries(all).filter(([, text]) => text !== '' && text !== undefined));

// What was typed into the search: a beginning of the kana, or of the name, and a year of birth.
export function asked(typed) {
  const parts = typed.normalize('NFKC').trim().split(/\s+/).filter((part) => part !== '');
  const years = parts.map(yearOf).filter((year) => year !== null);
  const words = parts.filter((part) => yearOf(part) === null);
  return { key: searchKey(words.join('')), name: words.join(''), year: years[0] ?? null };
}

export function fits({ key, name, year }, person) {
  const rightYear = year === null || (person.birth ?? '').startsWith(String(year));
  const rightName = key === '' || person.key.startsWith(key) || person.name.replace(/\s/g, '').startsWith(name);
  return rightYear && rightName && (key !== '' || year !== null);
}

// Everybody whom this desk can find: registered at home, on the way here, or in its own register.
export function everybody(desk) {
  const found = new Map();
  for (const household of desk.households) {
    for (const person of household.people) {
      found.set(person.id, entry(person.id, person.name, person.kana, birthText(person.birth), { household, person }));
    }
  }
  for (const { person, state, known } of desk.expected) {
    found.set(person, { ...shown(person, known.details), ...found.get(person), expected: { ...known, state } });
  }
  for (const standing of desk.register.persons.values()) {
    found.set(standing.person, { ...found.get(standing.person), ...shown(standing.person, standing.details), standing });
  }
  return [...found.values()];
}

const shown = (id, { name = '', kana = '', birth = '' }) => entry(id, name, kana, birth, {});

const entry = (id, name, kana, birth, more) => ({ id, name, kana, birth, key: searchKey(kana || name), ...more });

// Those of the desk's own register, by kana; those without a name last.
export function roster(desk) {
  return [...desk.register.persons.values()]
    .filter((standing) => standing.opening === desk.opening)
    .map((standing) => ({ ...shown(standing.person, standing.details), standing, secret: isSecret(standing) }))
    .sort((one, other) => (one.key === '') - (other.key === '') || one.key.localeCompare(other.key, 'ja') || (one.id < other.id ? -1 : 1));
}

export const openPlaces = (desk) =>
  [...desk.register.places.values()].filter((place) => place.opening === desk.opening && place.open > 0);

// Where somebody is by now, seen from this desk.
export function stateWords(desk, standing) {
  return standing.state === 'EXPECTED' && standing.opening !== desk.opening
    ? `${shelterOf(desk, standing.opening)}へ向かっています`
    : STATE[standing.state];
}

export const shelterOf = (desk, opening) =>
  (desk.packed?.others ?? []).find((other) => other.opening === opening)?.name ?? 'ほかの避難所';

// タノウラ タロウ ・ 78歳
export function underName(person) {
  const age = person.standing?.facts.age ?? yearsOld(person.birth);
  const months = age === 0 ? monthsOld(person.birth) : null;
  const words = age === null || age === undefined ? '' : `${age}歳${months === null ? '' : `${months}か月`}`;
  return [person.name === '' ? '' : person.kana, words].filter((part) => part !== '').join('・');
}

export const nameOf = (person) => person.name || person.kana || '名前がまだの人';
