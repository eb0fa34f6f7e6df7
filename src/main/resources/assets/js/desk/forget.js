// What the town has, of openings whose names it took away: nothing of it stays on the device.
// What was not sent yet stays until the town has taken or refused it.
export function toForget(log, { forgotten = [], taken, refused = [] }) {
  const there = new Set([...taken, ...refused.map(({ event }) => event)]);
  return [...log.values()]
    .filter(({ event, sent }) => forgotten.includes(event.opening) && (sent !== 0 || there.has(event.id)))
    .map(({ event }) => event.id);
}
