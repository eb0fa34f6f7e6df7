// How long the device may read its list without having heard of the town. The clock of the device counts,
// but never backwards: who sets it back gains nothing.

export const isOver = (meta, now) => Math.max(now, meta.seen ?? 0) >= meta.leaseUntil;

export const hoursLeft = (meta, now) =>
  Math.max(0, Math.floor((meta.leaseUntil - Math.max(now, meta.seen ?? 0)) / 3_600_000));

// The desk's facts after its lease is over: nothing on the device opens the store any more but a code.
export const lapsed = (meta) => ({ ...meta, pin: null });

export const LEASE_HOURS = 72;
