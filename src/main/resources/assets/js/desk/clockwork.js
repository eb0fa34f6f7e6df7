// Times as people read them, always the town's.

const ZONE = 'Asia/Tokyo';
const time = new Intl.DateTimeFormat('ja-JP', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat('ja-JP', { timeZone: ZONE, month: 'numeric', day: 'numeric', weekday: 'short' });
const date = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
const OFFSET = 9 * 3_600_000;

// 17:02, or 7/28(火) 17:02 when it is not today.
export function shortTime(at, now = Date.now()) {
  const when = new Date(at);
  const today = date.format(when) === date.format(new Date(now));
  return today ? time.format(when) : `${day.format(when)} ${time.format(when)}`;
}

// How old: いま, 5分前, 3時間前, 2日前.
export function age(at, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  if (minutes < 1) {
    return 'いま';
  }
  if (minutes < 60) {
    return `${minutes}分前`;
  }
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)}時間前` : `${Math.floor(minutes / 1440)}日前`;
}

// 2026-07-28T17:02:11.123+09:00
export const iso = (at) => `${new Date(at + OFFSET).toISOString().slice(0, -1)}+09:00`;

// The instant of a day (2026-07-28) and a time (17:02) in the town; null when it is none.
export function instantOf(dayText, timeText) {
  const at = Date.parse(`${dayText}T${timeText}:00+09:00`);
  return Number.isNaN(at) ? null : at;
}

export const dayOf = (at) => date.format(new Date(at));

export const timeOf = (at) => time.format(new Date(at));

// Whole years on that day; of a year of birth alone the smaller, null when not known.
export function yearsOld(birth, at = Date.now()) {
  const found = /^(\d{4})-?(\d{2})?-?(\d{2})?$/.exec(birth ?? '');
  if (!found) {
    return null;
  }
  const [year, month, dayOfMonth] = date.format(new Date(at)).split('-').map(Number);
  const born = [Number(found[1]), Number(found[2] ?? 12), Number(found[3] ?? 31)];
  const before = month < born[1] || (month === born[1] && dayOfMonth < born[2]);
  const years = year - born[0] - (before ? 1 : 0);
  return years < 0 || years > 130 ? null : years;
}

// Whole months of a baby, of whom at least the month of birth is known; null when not.
export function monthsOld(birth, at = Date.now()) {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(birth ?? '');
  if (!found) {
    return null;
  }
  const [year, month, dayOfMonth] = date.format(new Date(at)).split('-').map(Number);
  return (year - Number(found[1])) * 12 + month - Number(found[2]) - (dayOfMonth < Number(found[3] ?? 1) ? 1 : 0);
}

// The year before the first of an era, and how many it had.
const MEIJI = [1867, 45];
const TAISHO = [1911, 15];
const SHOWA = [1925, 64];
const HEISEI = [1988, 31];
const REIWA = [2018, 99];
const ERAS = { M: MEIJI, T: TAISHO, S: SHOWA, H: HEISEI, R: REIWA, 明治: MEIJI, 大正: TAISHO, 昭和: SHOWA, 平成: HEISEI, 令和: REIWA };

// A year as people say it: 1948, 昭和23, S23. Null for one that never was, or is not yet.
export function yearOf(said) {
  const text = said.normalize('NFKC').trim().toUpperCase();
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : yearOfEra(text);
  return year === null || year > new Date().getFullYear() ? null : year;
}

function yearOfEra(text) {
  const found = /^([MTSHR]|明治|大正|昭和|平成|令和)(\d{1,2}|元)年?$/.exec(text);
  if (found === null) {
    return null;
  }
  const [before, years] = ERAS[found[1]];
  const year = found[2] === '元' ? 1 : Number(found[2]);
  return year >= 1 && year <= years ? before + year : null;
}
