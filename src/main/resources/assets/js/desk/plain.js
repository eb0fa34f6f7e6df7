// What a closed desk still has to know; nothing of it is anybody's secret.

// `practised`: openings of drills that are over. Who was there is no part of what goes on now.
export const plainFacts = ({ shelter, opening, keys }, before = null) => ({
  shelter: shelter.id,
  shelterName: shelter.name,
  opening: opening?.id ?? null,
  disaster: opening?.disaster ?? null,
  drill: opening?.drill ?? false,
  practised: practised(before, opening?.id ?? null),
  keys,
});

function practised(before, opening) {
  const over = before?.practised ?? [];
  return before?.drill && before.opening !== opening && !over.includes(before.opening) ? [...over, before.opening] : over;
}

export const goingOn = (events, meta) => events.filter(({ opening }) => !(meta?.practised ?? []).includes(opening));

// The lease as this device's clock counts it, right or wrong as that may be.
export const leaseOf = ({ now, leaseUntil, leaseHours, cardUntil }, ahead = Date.now() - Date.parse(now)) => ({
  leaseUntil: Date.parse(leaseUntil) + ahead,
  leaseHours,
  cardUntil: cardUntil ? Date.parse(cardUntil) + ahead : null,
  seen: Date.now(),
});
