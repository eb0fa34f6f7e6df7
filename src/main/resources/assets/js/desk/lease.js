// How long the device may read its list without having heard of the town. The clock of the device counts,
// but never backwards: who sets it back gains nothing.

const HOUR = 3_600_000;
const STANDARD_HOURS = 72;

export const isOver = (meta, now) => heard(meta, now) >= meta.leaseUntil;

export const hoursLeft = (meta, now) => Math.max(0, Math.floor((meta.leaseUntil - heard(meta, now)) / HOUR));

// The desk's facts after its lease is over: nothing on the device opens the store any more but a code.
export const lapsed = (meta) => ({ ...meta, pin: null });

// The helper's card is over: no code opens the desk any more, only another card or a member of staff.
export const isCardOver = (meta, now) => heard(meta, now) >= (meta.cardUntil ?? Infinity);

// A code begins the lease anew, for the hours of the setting, and never beyond the card.
export const renewed = ({ leaseHours, cardUntil }, now) =>
  Math.min(now + (leaseHours ?? STANDARD_HOURS) * HOUR, cardUntil ?? Infinity);

const heard = (meta, now) => Math.max(now, meta.seen ?? 0);
