// Lists of which the town tells only what changed since the edition that the desk has.

export const NONE = { edition: null, entries: {} };

// `change`: an answer's, or nothing when the list is still the same.
export function changed(list = NONE, change = null) {
  if (!change) {
    return list;
  }
  const entries = change.whole ? {} : { ...list.entries };
  change.gone.forEach((key) => delete entries[key]);
  return { edition: change.edition, entries: Object.assign(entries, change.come) };
}
