// What a closed desk still has to know; nothing of it is anybody's secret.

export const plainFacts = ({ shelter, opening, keys }) => ({
  shelter: shelter.id,
  shelterName: shelter.name,
  opening: opening?.id ?? null,
  disaster: opening?.disaster ?? null,
  drill: opening?.drill ?? false,
  keys,
});

// The lease as this device's clock counts it, right or wrong as that may be.
export const leaseOf = (entered) => ({
  leaseUntil: Date.parse(entered.leaseUntil) + (Date.now() - Date.parse(entered.now)),
  seen: Date.now(),
});
