// Somebody who is not registered, written at the desk; or, later, what was written on paper, with the
// time that stands on the paper. One name is enough to take somebody in.

import { dayOf, instantOf, timeOf } from '../clockwork.js';
import { isPresent } from '../presence.js';
import { button, chime, field, h, notice } from '../ui.js';
import { asked, everybody, fits, nameOf } from '../people.js';
import { arrived, bornIn, emptyPerson, householdOf, wrongIn } from '../written.js';
import { placesChoice } from './arrive.js';
import { householdForm, personForm } from './fields.js';
import { personScreen } from './person.js';

// `draft`: what was typed so far; `way` TYPED or PAPER
export function typeScreen(app, first = {}, way = 'TYPED') {
  const draft = { persons: [emptyPerson(first.kana ?? '')], household: householdOf(null, {}), takes: null, day: dayOf(Date.now()), time: timeOf(Date.now()) };
  return [h('div', {}, form(app, draft, way))];
}

function form(app, draft, way) {
  const people = h('div', {});
  const trouble = h('div', { 'aria-live': 'assertive' });
  const draw = () => people.replaceChildren(...draft.persons.map((person, at) => personForm(app, person, { title: at === 0 ? '来た人' : `${at + 1}人目`, first: at === 0, check: (each) => alreadyHere(app, each) })));
  const more = () => {
    draft.persons.push(emptyPerson(draft.persons[0].kana.split(/[\s　]/)[0]));
    draw();
    people.lastElementChild.querySelector('input').focus();
  };
  const take = async () => {
    const wrong = faultIn(draft, way);
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
    householdForm(draft.household),
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

function faultIn(draft, way) {
  const wrong = draft.persons.map(wrongIn).find((each) => each !== null);
  if (wrong) {
    return wrong;
  }
  const at = way === 'PAPER' ? instantOf(draft.day, draft.time) : 0;
  return at === null || at > Date.now() ? '紙に書いてある日と時刻を入れてください。先の時刻は入れられません。' : null;
}

export function arrival(desk, draft, way) {
  const at = way === 'PAPER' ? instantOf(draft.day, draft.time) : Date.now();
  const { body, personal } = arrived(draft, way, at);
  return desk.event('ARRIVED', body, personal, at);
}
