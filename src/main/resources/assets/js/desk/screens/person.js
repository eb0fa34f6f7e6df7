// One person: what is known, and what can be done.

import { shortTime } from '../clockwork.js';
import { everybody, nameOf, stateWords, underName } from '../people.js';
import { button, h } from '../ui.js';
import { DESTINATION, FOOD, LANGUAGE, NEEDS, SEX, STATE, STAY, labelOf } from '../words.js';
import { arriveScreen } from './arrive.js';
import { leavingScreen } from './leave.js';
import { noteScreen } from './note.js';

export function personScreen(app, id) {
  const person = everybody(app.desk).find((each) => each.id === id);
  const { standing } = person;
  const ours = standing.opening === app.desk.opening;
  const here = ours && standing.state !== 'LEFT';
  return [
    h('h1', {}, nameOf(person)),
    h('p', {}, underName(person)),
    h('dl', { class: 'desk-facts' }, facts(app.desk, standing).flatMap(([label, words]) => [h('dt', {}, label), h('dd', {}, words)])),
    here ? button('出る・戻る', () => app.go(leavingScreen, id), 'desk-button--first') : null,
    ours ? button('直す・書き足す', () => app.go(noteScreen, id)) : null,
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
    ['続柄', details.relation ?? ''],
    ['どこに', known.stay && known.stay !== 'INSIDE' ? labelOf(STAY, known.stay) : ''],
    ['食事', [mealWords(known), known.food ? labelOf(FOOD, known.food) : '', details.pickup ? `受け取りは ${details.pickup}` : ''].filter(Boolean).join('・')],
    ['要配慮', (known.needs ?? []).map((need) => labelOf(NEEDS, need)).join('・')],
    ['アレルギー', known.allergies?.length === 0 ? 'なし' : (known.allergies ?? []).join('・')],
    ['けが・体調', details.condition ?? ''],
    ['薬・医療機器', details.medical ?? ''],
    ['電話', details.phone ?? householdDetails.phone ?? ''],
    ['国籍', details.nationality ?? ''],
    ['ほかに', details.note ?? ''],
    ...householdFacts(household, householdDetails),
    ['注意', known.secret || household?.secret ? '居場所を知られてはいけない人です' : ''],
  ].filter(([, words]) => words !== '');
}

function mealWords({ stay, meals }) {
  if (meals === undefined) {
    return stay && stay !== 'INSIDE' ? 'いるかどうか、まだ聞いていません' : '';
  }
  return meals ? 'いる' : 'いらない';
}

function householdFacts(household, details) {
  return [
    ['住所', [details.postcode ? `〒${details.postcode}` : '', details.address ?? ''].filter(Boolean).join(' ')],
    ['町内会', details.district ?? ''],
    ['家', [details.dwelling, details.house, details.livable, details.lifelines].filter(Boolean).join('・')],
    ['車', details.plate ?? ''],
    ['ペット', household?.pets?.length === 0 ? 'なし' : (household?.pets ?? []).join('・')],
    ['言葉', household?.language && household.language !== 'ja' ? labelOf(LANGUAGE, household.language) : ''],
    ['世帯について', details.note ?? ''],
    ['問い合わせに', answerWords(household?.inquiry, '答えてよい', '答えてはいけない')],
    ['名前の公表', answerWords(household?.publish, 'よい', 'いけない')],
  ];
}

const answerWords = (said, yes, no) => (typeof said === 'boolean' ? (said ? yes : no) : '');
