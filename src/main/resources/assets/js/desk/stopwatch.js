// In a drill: how long the desk worked on somebody, from the screen or the code to the tap that takes them in.

const HOUR = 3_600_000;

const people = ({ kind, body }) => (kind === 'ARRIVED' ? body.persons.length : kind === 'COUNTED' ? body.count : 0);

// The events with `took`, in milliseconds; of those who came together each event has its people's share. A screen
// that was left open, and a clock that was put back, measure nothing.
export function timed(events, begun, now) {
  const all = events.reduce((sum, event) => sum + people(event), 0);
  const took = begun === null ? -1 : now - begun;
  if (all === 0 || took < 0 || took > HOUR) {
    return events;
  }
  return events.map((event) => (people(event) === 0 ? event : { ...event, body: { ...event.body, took: Math.round((took * people(event)) / all) } }));
}
