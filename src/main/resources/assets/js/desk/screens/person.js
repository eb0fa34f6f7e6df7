// One person: what is known, and what can be done.

import { shortTime } from '../clockwork.js';
import { everybody, nameOf, stateWords, underName } from '../people.js';
import { button, h } from '../ui.js';
import { DESTINATION, FOOD, NEEDS, SEX, STATE, STAY, labelOf } from '../words.js';
import { arriveScreen } from './arrive.js';
import { leavingScreen } from './leave.js';

export function personScreen(app, id) {
  const person = everybody(app.desk).find((each) => each.id === id);
  const { standing } = person;
  const here = standing.opening === app.desk.opening && standing.state !== 'LEFT';
  return [
    h('h1', {}, nameOf(person)),
    h('p', {}, underName(person)),
    h('dl', { class: 'desk-facts' }, facts(app.desk, standing).flatMap(([label, words]) => [h('dt', {}, label), h('dd', {}, words)])),
    here ? button('出る・戻る', () => app.go(leavingScreen, id), 'desk-button--first') : null,
    person.household ? button('世帯を受け付ける', () => app.go(arriveScreen, person.household, 'SEARCH'), here ? '' : 'desk-button--first') : null,
  ].filter((piece) => piece !== null);
}

function facts(desk, standing) {
  const { facts: known, household, details, householdDetails } = standing;
  const state = standing.state === 'LEFT' ? `${STATE.LEFT}（${DESTINATION[standing.to] ?? '不明'}）` : stateWords(desk, standing);
  return [
    ['いま', `${state}　${shortTime(standing.since)}〜`],
    ['入所', shortTime(standing.arrivedAt)],
    ['性別', known.sex ? labelOf(SEX, known.sex) : ''],
    ['どこに', known.stay && known.stay !== 'INSIDE' ? labelOf(STAY, known.stay) : ''],
    ['要配慮', (known.needs ?? []).map((need) => labelOf(NEEDS, need)).join('・')],
    ['アレルギー', (known.allergies ?? []).join('・')],
    ['食事', known.food ? labelOf(FOOD, known.food) : ''],
    ['けが・体調', details.condition ?? ''],
    ['電話', details.phone ?? householdDetails.phone ?? ''],
    ['住所', householdDetails.address ?? ''],
    ['ペット', (household?.pets ?? []).join('・')],
    ['注意', known.secret || household?.secret ? '居場所を知られてはいけない人です' : ''],
  ].filter(([, words]) => words !== '');
}
