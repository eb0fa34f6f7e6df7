// What is written on a form about people, and what an event tells of it: all of it when they come in, and later
// only what was changed.

import { yearOf, yearsOld } from './clockwork.js';
import { newId } from './ids.js';
import { normalised } from './kana.js';
import { LIFELINES, NEEDS } from './words.js';

const PERSON_TEXTS = ['name', 'kana', 'birth', 'relation', 'condition', 'medical', 'nationality', 'phone', 'pickup', 'note'];
const HOUSEHOLD_TEXTS = ['address', 'postcode', 'phone', 'district', 'dwelling', 'house', 'livable', 'lifelines', 'plate', 'note'];
const NONE = 'なし';

export const emptyPerson = (kana = '') => personOf({}, { kana });

// What is known of somebody, as the form shows it.
export function personOf(facts, details) {
  const person = Object.fromEntries(PERSON_TEXTS.map((name) => [name, details[name] ?? '']));
  return {
    ...person,
    birth: person.birth === '' && typeof facts.age === 'number' ? `${facts.age}歳` : person.birth,
    sex: facts.sex ?? null,
    needs: new Set(facts.needs ?? []),
    allergies: joined(facts.allergies),
    food: facts.food ?? null,
    stay: facts.stay ?? 'INSIDE',
    meals: facts.meals ?? null,
    secret: facts.secret === true,
  };
}

// What is known of a household, as the form shows it.
export function householdOf(household, details) {
  const texts = Object.fromEntries(HOUSEHOLD_TEXTS.map((name) => [name, details[name] ?? '']));
  return {
    ...texts,
    lifelines: new Set(texts.lifelines === '' ? [] : texts.lifelines.split('・')),
    pets: joined(household?.pets),
    language: household?.language ?? null,
    inquiry: household?.inquiry ?? null,
    publish: household?.publish ?? null,
    secret: household?.secret === true,
  };
}

const joined = (words) => (words ? (words.length > 0 ? words.join('、') : NONE) : '');

// A sentence that says what nobody can read; null when all is well. What stood there `before` stays as it is.
export function wrongIn(person, before = null) {
  if (person.kana.trim() === '' && person.name.trim() === '') {
    return 'かなか名前を入れてください。分からないときは「人数だけ」で受け付けられます。';
  }
  const birth = person.birth.trim();
  return birth !== '' && birth !== before?.birth && birthOf(birth) === '' && ageIn(birth) === null
    ? '生まれた年を読めません。「昭和23」「1948」「昭和23年2月11日」「78歳」「8か月」のように入れてください。'
    : null;
}

// People who come in: the body and the personal part of an ARRIVED.
export function arrived(draft, way, at) {
  const told = draft.persons.map((person) => ({ id: newId(), ...personTold(person, at) }));
  const { facts, texts } = householdTold(draft.household);
  const secret = facts.secret || draft.persons.some((person) => person.secret);
  const isSome = draft.persons.length > 1 || Object.keys(filled({ ...facts, ...texts })).length > 0;
  const household = isSome ? { id: newId(), ...filled({ ...facts, secret }) } : null;
  return {
    body: { way, from: null, household, persons: told.map((person) => ({ id: person.id, ...filled(person.facts), takes: draft.takes })) },
    personal: { household: filled(texts), persons: Object.fromEntries(told.map(({ id, texts: named }) => [id, filled(named)])) },
  };
}

// What was changed about somebody: the body and the personal part of a NOTED; null when nothing was.
// `before` and `after`: { person, household }; `others`: who shares the household.
export function noted({ id, household, others }, before, after, at = Date.now()) {
  const mine = changes(personTold(before.person, at), personTold(after.person, at));
  if (before.person.birth.trim() === after.person.birth.trim()) {
    delete mine.facts.age;
    delete mine.texts.birth;
  }
  const shared = changes(householdTold(before.household), householdTold(after.household));
  const isShared = !isEmpty(shared.facts) || !isEmpty(shared.texts);
  if (!isShared && isEmpty(mine.facts) && isEmpty(mine.texts)) {
    return null;
  }
  // Each of them is hidden for themselves, whatever household they are counted to later.
  const hidden = shared.facts.secret === true ? { secret: true } : {};
  const persons = [{ id, ...mine.facts, ...hidden }, ...(isShared ? others : []).map((other) => ({ id: other, ...hidden }))];
  return {
    body: { household: isEmpty(shared.facts) ? null : { id: household ?? newId(), ...shared.facts }, persons },
    personal: { ...(isEmpty(shared.texts) ? {} : { household: shared.texts }), persons: isEmpty(mine.texts) ? {} : { [id]: mine.texts } },
  };
}

// Whoever comes in from outside, and said no to food there, eats here.
export const mealsOf = (stay, said, before) => (stay === 'INSIDE' ? (before === false ? true : null) : said);

const personTold = (person, at) => {
  const birth = birthOf(person.birth, at);
  return {
    facts: {
      sex: person.sex,
      age: birth === '' ? ageIn(person.birth) : yearsOld(birth, at),
      needs: inOrder(NEEDS, person.needs),
      allergies: split(person.allergies),
      food: person.food,
      stay: person.stay,
      meals: person.meals,
      secret: person.secret,
    },
    texts: { ...textsOf(PERSON_TEXTS, person), kana: normalised(person.kana), birth },
  };
};

const householdTold = (household) => ({
  facts: {
    pets: split(household.pets),
    car: household.plate.trim() !== '',
    secret: household.secret,
    inquiry: household.inquiry,
    publish: household.publish,
    language: household.language,
  },
  texts: { ...textsOf(HOUSEHOLD_TEXTS, { ...household, lifelines: '' }), lifelines: inOrder(LIFELINES, household.lifelines).join('・') },
});

const textsOf = (names, from) => Object.fromEntries(names.map((name) => [name, from[name].trim()]));

const inOrder = (words, chosen) => words.map(([code]) => code).filter((code) => chosen.has(code));

const changes = (before, after) => ({ facts: changed(before.facts, after.facts), texts: changed(before.texts, after.texts) });

// What differs. A list that was emptied says so; an answer cannot be unsaid.
const changed = (before, after) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, value]) => [name, value === null && Array.isArray(before[name]) ? [] : value])
      .filter(([name, value]) => value !== null && JSON.stringify(value) !== JSON.stringify(before[name])),
  );

// Without what nobody said.
const filled = (all) => Object.fromEntries(Object.entries(all).filter(isSaid));

const SAID_NO = new Set(['meals', 'inquiry', 'publish']);

function isSaid([name, value]) {
  if (value === false) {
    return SAID_NO.has(name);
  }
  return value !== null && value !== undefined && value !== '' && !(name === 'needs' && value.length === 0);
}

const isEmpty = (all) => Object.keys(all).length === 0;

// 卵、そば → two; なし → none of them; nothing → nobody said.
function split(words) {
  const parts = words.split(/[、,，]/).map((part) => part.trim()).filter((part) => part !== '');
  return parts.length === 1 && parts[0] === NONE ? [] : parts.length > 0 ? parts : null;
}

const plain = (typed) => typed.normalize('NFKC').trim();

// The year somebody was born in; null when it was not said.
export const bornIn = (typed) => {
  const born = birthOf(typed);
  return born === '' ? null : Number(born.slice(0, 4));
};

const ageIn = (typed) => {
  const found = /^(\d{1,3})\s*(歳|才|さい)?$/.exec(plain(typed));
  return found && Number(found[1]) <= 130 ? Number(found[1]) : null;
};

// 1948, 1948-02, 1948-02-11, or nothing. Of a baby whose age is given in months: the month.
function birthOf(typed, at = Date.now()) {
  const said = plain(typed);
  const months = /^(?:生後)?\s*(\d{1,2})\s*(?:か|カ|ヶ|ケ|ヵ|箇|个)?月(?:児)?$/.exec(said);
  if (months) {
    return monthBefore(at, Number(months[1]));
  }
  const parts = /^(.+?)[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/.exec(said);
  const year = yearOf((parts ? parts[1] : said).replace(/年$/, ''));
  const [month, day] = (parts ?? []).slice(2).map((part) => (part === undefined ? null : Number(part)));
  if (year === null || month === 0 || month > 12 || day === 0 || day > 31) {
    return '';
  }
  return [year, month, day].filter((part) => part !== null && part !== undefined).map((part) => String(part).padStart(2, '0')).join('-');
}

function monthBefore(at, months) {
  const today = new Date(at + 9 * 3_600_000);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
}
