// Who is where, computed on the device by the same rules as Presence.java and PersonLine.java: events may
// come late, twice and in any order; the same set always gives the same register. A test gives both the
// same events and compares.

import { conflictId } from './conflict.js';

// register(events) → { persons: Map(id → standing), places: Map(id → group), conflicts: [...], aliases: Map }
export function register(events) {
  const counting = inOrder(events);
  const same = samePersons(counting);
  const lines = new Map();
  const groups = new Map();
  const lineOf = (person) => {
    const first = same.first(person);
    if (!lines.has(first)) {
      lines.set(first, new PersonLine(first));
    }
    return lines.get(first);
  };
  counting.forEach((event) => openGroup(event, groups));
  counting.forEach((event) => play(event, lineOf, groups, same));
  return result(counting, lines, groups, same);
}

export const isPresent = (standing) => standing.state === 'IN' || standing.state === 'EXPECTED';

export const stayOf = (standing) => standing.facts.stay ?? 'INSIDE';

export const isSecret = (standing) => standing.facts.secret === true || standing.household?.secret === true;

// How many are counted at this opening: named and present, and open places.
export function count({ persons, places }, opening) {
  const named = [...persons.values()].filter((each) => isPresent(each) && each.opening === opening).length;
  const open = [...places.values()].filter((each) => each.opening === opening);
  return named + open.reduce((sum, each) => sum + each.open, 0);
}

function inOrder(all) {
  const once = new Map();
  const voided = new Set();
  for (const event of all) {
    if (!once.has(event.id)) {
      once.set(event.id, { ...event, time: Date.parse(event.at) });
    }
    if (event.kind === 'CORRECTED') {
      voided.add(event.body.event);
    }
  }
  return [...once.values()]
    .filter((event) => event.kind === 'CORRECTED' || !voided.has(event.id))
    .sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : 1));
}

function samePersons(events) {
  const words = new Map();
  for (const { kind, body } of events) {
    if (kind === 'SAME') {
      const [one, other] = [body.one, body.other].sort();
      words.set(`${one} ${other}`, { one, other, same: body.same });
    }
  }
  const leads = new Map();
  const first = (person) => (leads.has(person) ? first(leads.get(person)) : person);
  for (const { one, other, same } of words.values()) {
    const [lead, follower] = [first(one), first(other)].sort();
    if (same && lead !== follower) {
      leads.set(follower, lead);
    }
  }
  return { first, aliases: () => new Map([...leads.keys()].map((person) => [person, first(person)])) };
}

function openGroup(event, groups) {
  const { kind, body } = event;
  if (kind === 'COUNTED') {
    groups.set(event.id, group(event, event.opening, body.count, body.stay));
  } else if (kind === 'PLACES_LEFT' && body.toOpening) {
    groups.set(event.id, group(event, body.toOpening, body.count, null));
  }
}

const group = (event, opening, counted, stay) => ({
  id: event.id,
  opening,
  stay: stay ?? 'INSIDE',
  counted,
  at: event.at,
  takers: new Set(),
  gone: 0,
});

function play(event, lineOf, groups, same) {
  const { kind, body } = event;
  const people = (ids, act) => ids.forEach((id) => act(lineOf(id)));
  if (kind === 'ARRIVED' || kind === 'NOTED') {
    body.persons.forEach((told) => lineOf(told.id)[kind === 'ARRIVED' ? 'arrive' : 'learn'](event, told));
    body.persons.forEach((told) => groups.get(told.takes)?.takers.add(same.first(told.id)));
  } else if (kind === 'PLACES_LEFT') {
    const left = groups.get(body.place);
    if (left) {
      left.gone += body.count;
    }
  } else if (kind === 'LEFT') {
    people(body.persons, (line) => line.leave(event));
  } else if (kind === 'OUT') {
    people(body.persons, (line) => line.goOut(event));
  } else if (kind === 'BACK') {
    people(body.persons, (line) => line.comeBack(event));
  } else if (kind === 'ROLL_CALL') {
    people(body.notFound, (line) => line.miss(event));
  }
}

function result(events, lines, groups, same) {
  const persons = new Map();
  const conflicts = [];
  for (const line of lines.values()) {
    if (line.state !== null) {
      persons.set(line.person, line.standing());
    }
    conflicts.push(...line.conflicts);
  }
  const places = new Map();
  for (const each of groups.values()) {
    const { takers, gone, ...place } = each;
    places.set(each.id, { ...place, open: Math.max(0, each.counted - takers.size - gone) });
    if (takers.size + gone > each.counted) {
      conflicts.push({ kind: 'TOO_MANY_NAMES', subject: each.id, opening: each.opening, events: [each.id] });
    }
  }
  return { persons, places, conflicts: withSettled(conflicts, events), aliases: same.aliases() };
}

// What staff looked at is no question any more.
function withSettled(conflicts, events) {
  const settled = new Set(events.filter(({ kind }) => kind === 'SETTLED').map(({ body }) => body.conflict));
  return conflicts.map((conflict) => ({ ...conflict, settled: settled.size > 0 && settled.has(conflictId(conflict)) }));
}

class PersonLine {
  state = null;
  opening = null;
  to = null;
  last = null;
  arrival = null;
  arrivedAt = null;
  facts = {};
  household = null;
  details = {};
  householdDetails = {};
  conflicts = [];

  constructor(person) {
    this.person = person;
  }

  arrive(event, told) {
    this.learn(event, told);
    this.enter(event, Boolean(event.body.from) && event.body.from === this.opening);
    this.arrival = event;
  }

  leave(event) {
    if (!this.isAt(event.opening)) {
      this.complainOf(event);
    } else if (!event.body.toOpening) {
      this.become('LEFT', event);
      this.to = event.body.to;
    } else if (event.body.toOpening !== this.opening) {
      this.become('EXPECTED', event);
      this.opening = event.body.toOpening;
      this.arrivedAt = event.at;
    }
  }

  goOut(event) {
    if (this.isAt(event.opening)) {
      this.become('OUT', event);
    } else {
      this.complainOf(event);
    }
  }

  comeBack(event) {
    if (this.state !== null) {
      this.enter(event, false);
    }
  }

  // Not found there, whether they were inside, had gone out or were still expected.
  miss(event) {
    if (this.state !== 'UNACCOUNTED' && this.isAt(event.opening)) {
      this.become('UNACCOUNTED', event);
    }
  }

  enter(event, knownToMove) {
    if (!this.isAt(event.opening)) {
      if (this.isCountedSomewhere() && !knownToMove) {
        this.complain('IN_TWO_SHELTERS', event);
      }
      this.opening = event.opening;
      this.arrivedAt = event.at;
      this.become('IN', event);
    } else if (this.state !== 'IN') {
      this.become('IN', event);
    } else if (this.arrival !== null && this.arrival.desk !== event.desk) {
      this.complain('TAKEN_IN_TWICE', event);
    }
  }

  learn(event, told) {
    this.facts = { ...this.facts, ...known(told), takes: undefined };
    const of = event.body.household;
    if (of) {
      this.household = this.household?.id === of.id ? { ...this.household, ...known(of) } : known(of);
    }
    const clears = event.kind === 'NOTED';
    writeDown(this.details, event.personal?.persons?.[told.id], clears);
    writeDown(this.householdDetails, event.personal?.household, clears);
  }

  isAt(there) {
    return this.state !== null && this.state !== 'LEFT' && there === this.opening;
  }

  isCountedSomewhere() {
    return this.state === 'IN' || this.state === 'OUT';
  }

  become(state, event) {
    this.state = state;
    this.last = event;
    this.to = null;
  }

  complainOf(event) {
    if (this.isCountedSomewhere()) {
      this.complain('LEFT_FROM_ELSEWHERE', event);
    }
  }

  complain(kind, event) {
    const events = this.last === null ? [event.id] : [this.last.id, event.id];
    this.conflicts.push({ kind, subject: this.person, opening: event.opening, events });
  }

  standing() {
    const { person, opening, state, to, arrivedAt, facts, household, details, householdDetails } = this;
    return { person, opening, state, to, arrivedAt, since: this.last.at, facts, household, details, householdDetails };
  }
}

// Without what is not known: a later silence does not wipe out an earlier word.
const known = (facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));

// An empty word takes an earlier one away, where somebody wrote that on purpose.
function writeDown(details, told, clears) {
  for (const [name, text] of Object.entries(told ?? {})) {
    if (text !== '') {
      details[name] = text;
    } else if (clears) {
      delete details[name];
    }
  }
}
