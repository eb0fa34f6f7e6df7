// More, or better, is known about somebody who is here: written down beside what was known before.

import { everybody, nameOf } from '../people.js';
import { button, h, notice } from '../ui.js';
import { householdOf, noted, personOf, wrongIn } from '../written.js';
import { householdForm, personForm } from './fields.js';

export function noteScreen(app, id) {
  const person = everybody(app.desk).find((each) => each.id === id);
  const { facts, details, household, householdDetails } = person.standing;
  const fresh = () => ({ person: personOf(facts, details), household: householdOf(household, householdDetails) });
  const [before, after] = [fresh(), fresh()];
  const others = household ? sharing(app.desk, household.id, id) : [];
  const trouble = h('div', { 'aria-live': 'assertive' });
  const refuse = (kind, words) => {
    trouble.replaceChildren(notice(kind, words));
    trouble.scrollIntoView({ block: 'center' });
  };
  const write = async () => {
    const wrong = wrongIn(after.person, before.person);
    const change = wrong === null ? noted({ id, household: household?.id, others }, before, after) : null;
    if (change === null) {
      refuse(wrong === null ? 'info' : 'bad', wrong ?? '変えたところがありません。直すところを書いてから、押してください。');
      return;
    }
    await app.record([app.desk.event('NOTED', change.body, change.personal)], `${nameOf(person)} さんのことを書きとめました`);
  };
  return [
    h('h1', {}, '直す・書き足す'),
    h('p', {}, '変えたところだけが書きとめられます。ほかの受付が書いたことは、そのまま残ります。'),
    personForm(app, after.person, { title: nameOf(person), open: true }),
    householdForm(after.household, { people: others.length + 1, known: before.household }),
    trouble,
    button('書きとめる', write, 'desk-button--first desk-button--huge'),
  ];
}

const MOST = 59;

const sharing = (desk, household, but) =>
  [...desk.register.persons.values()].filter((each) => each.household?.id === household && each.person !== but).map((each) => each.person).slice(0, MOST);
