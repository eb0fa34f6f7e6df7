// What the town has, of openings whose names it took away: nothing of it stays on the device.
// What was not sent yet stays until the town has it.
export function toForget(log, { forgotten = [], taken }) {
  const there = new Set(taken);
  return [...log.values()]
    .filter(({ event, sent }) => forgotten.includes(event.opening) && (sent === 1 || there.has(event.id)))
    .map(({ event }) => event.id);
}
