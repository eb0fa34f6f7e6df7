// People of one household who are at the door: who of them is here?

import { readHousehold } from '../household.js';
import { birthText, nameOf, openPlaces, shelterOf, told, toldTogether, underName } from '../people.js';
import { isPresent } from '../presence.js';
import { shortTime } from '../clockwork.js';
import { button, chime, h, notice, oneOf, tick } from '../ui.js';
import { receiveScanned } from './exchange.js';
import { stayForm } from './fields.js';

const SENTENCES = {
  foreign: 'このQRは、町の世帯のQRではありません。別のQRを見せてもらうか、「名前で探す」で受け付けてください。',
  forged: 'このQRは、町が出したものと確かめられません。書き換えられたものか、よその町のものです。「名前で探す」か「新しく書く」で受け付けてください。',
  damaged: 'QRを途中までしか読めませんでした。もう一度、全体が入るように読み取ってください。',
};

// Whatever was scanned, with a camera or a scanner.
export async function arriveByCode(app, text) {
  if (await receiveScanned(app, text)) {
    return;
  }
  const read = await readHousehold(text, await app.desk.trustedKeys());
  if (read.is === 'trusted') {
    app.go(arriveScreen, read.household, 'QR');
  } else {
    app.go(unreadScreen, SENTENCES[read.is]);
  }
}

function unreadScreen(app, sentence) {
  return [h('h1', {}, '読み取れませんでした'), notice('bad', sentence)];
}

// The household with ticks. `ticked`: who is ticked at first; all unless said.
export function arriveScreen(app, household, way, ticked = null) {
  const { desk } = app;
  const people = household.people.map((person) => ({ ...person, where: whereabouts(desk, person.id) }));
  const here = new Set(people.filter((each) => ticked === null ? !each.where.here : ticked.includes(each.id)).map((each) => each.id));
  const where = stayBefore(people);
  let takes = null;
  const act = button('', () => take(), 'desk-button--first desk-button--huge');
  act.dataset.first = '';
  const show = () => {
    act.textContent = here.size === 0 ? 'いる人を選んでください' : `${here.size}人を受け付ける`;
    act.disabled = here.size === 0;
  };
  const take = async () => {
    act.disabled = true;
    await app.record(arrivals(desk, household, way, people.filter((each) => here.has(each.id)), { ...where, takes }), `${here.size}人を受け付けました`);
    chime();
  };
  show();
  return [
    h('h1', {}, `${nameOf(people[0])} さんの世帯`),
    people.every((each) => each.where.here)
      ? notice('info', 'この世帯の人は、もう全員ここにいます。ほかにすることはありません。')
      : h('p', {}, 'いまここにいる人だけに印をつけてください。'),
    ...moving(desk, people),
    h('div', { class: 'desk-ticks' }, people.map((each) => tick(nameOf(each), here.has(each.id), (on) => {
      here[on ? 'add' : 'delete'](each.id);
      show();
    }, [underName({ ...each, birth: birthText(each.birth ?? '') }), each.where.words].filter(Boolean).join('・')))),
    ...placesChoice(desk, (value) => (takes = value)),
    elsewhere(app, where),
    act,
  ];
}

// Folded: most come to stay inside.
function elsewhere(app, where) {
  return h(
    'details',
    { open: where.stay !== 'INSIDE' },
    h('summary', {}, '車中泊・テント・在宅の人／居場所を知られてはいけない人'),
    h('p', { class: 'desk-quiet' }, '印をつけた人みんなのこととして残ります。一人ずつ違うときは、受け付けたあとに「名簿」からその人を開いて直せます。'),
    ...stayForm(app, where),
    tick('居場所を知られてはいけない人', false, (on) => (where.secret = on), 'ほかの避難所の画面・問い合わせ・公表に出しません'),
  );
}

// Where they stayed when they were here before, if that was outside and the same for all.
function stayBefore(people) {
  const [first] = people;
  const isSame = people.every((each) => each.where.stay === first.where.stay);
  return { stay: isSame ? (first.where.stay ?? 'INSIDE') : 'INSIDE', meals: isSame ? (first.where.meals ?? null) : null, secret: false };
}

// Whether they come out of a group that was only counted; nothing is assumed.
export function placesChoice(desk, act) {
  const places = openPlaces(desk);
  if (places.length === 0) {
    return [];
  }
  const choices = [['', '今来た人です'], ...places.map((place) => [place.id, `${shortTime(place.at)} に人数だけ受け付けた ${place.counted}人の中の人です（あと${place.open}人）`])];
  return [oneOf('この人たちは', choices, '', (value) => act(value === '' ? null : value))];
}

function whereabouts(desk, id) {
  const standing = desk.register.persons.get(desk.register.aliases.get(id) ?? id);
  const before = { stay: standing?.facts.stay, meals: standing?.facts.meals };
  if (standing && standing.opening === desk.opening && isPresent(standing)) {
    return { ...before, here: standing.state === 'IN', words: standing.state === 'IN' ? `もうここにいます（${shortTime(standing.arrivedAt)}〜）` : 'こちらに向かっています' };
  }
  const opening = desk.elsewhere.get(id);
  if (opening) {
    return { ...before, here: false, from: opening, words: `${shelterOf(desk, opening)}にいることになっています` };
  }
  return { ...before, here: false, words: '' };
}

function moving(desk, people) {
  return people.some((each) => each.where.from)
    ? [notice('warn', 'ほかの避難所にいることになっている人がいます。ここで受け付けると、元の避難所では退所になります。')]
    : [];
}

// One event for each place that they come from.
function arrivals(desk, household, way, people, { takes, ...where }) {
  const origins = [...new Set(people.map((each) => each.where.from ?? null))];
  const [together, shared] = toldTogether(household, where);
  return origins.map((from) => {
    const coming = people.filter((each) => (each.where.from ?? null) === from).map((each) => told(each, where));
    const body = { way, from, household: together.id ? together : null, persons: coming.map(([facts]) => ({ ...facts, takes })) };
    const persons = Object.fromEntries(coming.map(([facts, named]) => [facts.id, named]));
    return desk.event('ARRIVED', body, { household: shared, persons });
  });
}
