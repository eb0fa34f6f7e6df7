// Who belongs to this shelter, told apart by what a count of heads sees: the same numbers as Counts.java.

import { openPlaces, roster } from './people.js';
import { isPresent, stayOf } from './presence.js';

const isInside = (known) => stayOf(known) === 'INSIDE';

// Rows of people: { here, coming, out, outside }, and `heads`: how many whoever counts should see.
export function belonging(desk) {
  const listed = roster(desk);
  const coming = [...listed.filter(({ standing }) => standing.state === 'EXPECTED'), ...awaited(desk)];
  const isIn = listed.filter(({ standing }) => standing.state === 'IN');
  const here = isIn.filter(({ standing }) => isInside(standing));
  const outside = [...isIn, ...coming].filter(({ standing }) => !isInside(standing));
  const places = openPlaces(desk);
  return {
    here,
    coming: coming.filter(({ standing }) => isInside(standing)),
    out: listed.filter(({ standing }) => standing.state === 'OUT'),
    outside,
    heads: here.length + sumOf(places.filter((place) => place.stay === 'INSIDE')),
    outsiders: outside.length + outsideIn(places),
  };
}

// How many of `desk.inside` are not in the building.
export const outsiders = (desk) =>
  roster(desk).filter(({ standing }) => isPresent(standing) && !isInside(standing)).length + outsideIn(openPlaces(desk));

const outsideIn = (places) => sumOf(places.filter((place) => place.stay !== 'INSIDE'));

const sumOf = (places) => places.reduce((sum, { open }) => sum + open, 0);

// Those whom the town says to be on the way here, and this desk has not seen or missed since.
function awaited(desk) {
  const missed = missedHere(desk);
  return desk.expected
    .filter(({ person, state = 'EXPECTED', since }) => state === 'EXPECTED' && !isSeen(desk, person, since) && !(missed.get(person) > Date.parse(since)))
    .map(({ person, known, since }) => ({ id: person, ...nameIn(known.details), standing: { ...known, person, state: 'EXPECTED', opening: desk.opening, since } }));
}

const nameIn = ({ name = '', kana = '', birth = '' }) => ({ name, kana, birth });

function isSeen(desk, person, since) {
  const standing = desk.register.persons.get(desk.register.aliases.get(person) ?? person);
  return standing?.opening === desk.opening && (standing.state !== 'LEFT' || Date.parse(standing.since) > Date.parse(since));
}

// Person → when a roll call here missed them last.
function missedHere(desk) {
  const events = desk.events().map(({ event }) => event);
  const voided = new Set(events.filter(({ kind }) => kind === 'CORRECTED').map(({ body }) => body.event));
  const missed = new Map();
  for (const { id, kind, at, body } of events) {
    if (kind === 'ROLL_CALL' && !voided.has(id)) {
      body.notFound.forEach((person) => missed.set(person, Math.max(missed.get(person) ?? 0, Date.parse(at))));
    }
  }
  return missed;
}
