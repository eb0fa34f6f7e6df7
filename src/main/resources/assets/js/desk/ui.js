// The few pieces that every screen is made of.

// h('button', { class: 'big', onclick }, 'words', child …): an element. Nothing is ever read as HTML.
export function h(name, facts = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(facts)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'value' || key === 'checked' || key === 'disabled') {
      element[key] = value;
    } else {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function button(words, act, kind = '') {
  return h('button', { type: 'button', class: `desk-button ${kind}`.trim(), onclick: act }, words);
}

export function field(label, input, hint = null) {
  const id = `f${++count}`;
  input.id = id;
  const note = hint === null ? null : h('span', { class: 'desk-hint', id: `${id}h` }, hint);
  if (note) {
    input.setAttribute('aria-describedby', note.id);
  }
  return h('div', { class: 'desk-field' }, h('label', { for: id }, label), note, input);
}

export const textInput = (facts = {}) =>
  h('input', { type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', ...facts });

// One of several words; `chosen` may be null. act(value)
export function oneOf(label, choices, chosen, act) {
  const name = `r${++count}`;
  return h(
    'fieldset',
    { class: 'desk-choices' },
    h('legend', {}, label),
    choices.map(([value, words]) =>
      h(
        'label',
        { class: 'desk-choice' },
        h('input', { type: 'radio', name, value, checked: value === chosen, onchange: () => act(value) }),
        h('span', {}, words),
      ),
    ),
  );
}

export function tick(words, checked, act, more = null) {
  return h(
    'label',
    { class: 'desk-tick' },
    h('input', { type: 'checkbox', checked, onchange: (event) => act(event.target.checked) }),
    h('span', { class: 'desk-tick__words' }, words, more === null ? null : h('small', {}, more)),
  );
}

// One of several words of which many may hold. act(on)
export const chip = (words, act, checked = false) =>
  h(
    'label',
    { class: 'desk-choice' },
    h('input', { type: 'checkbox', checked, onchange: (event) => act(event.target.checked) }),
    h('span', {}, words),
  );

// Numbers 1 to `most` as keys; act(number)
export function numberKeys(most, act, label = (number) => `${number}人`) {
  const keys = Array.from({ length: most }, (_, at) =>
    h(
      'button',
      { type: 'button', class: 'desk-key', 'aria-label': label(at + 1), onclick: () => act(at + 1) },
      String(at + 1),
    ),
  );
  return h('div', { class: 'desk-keys' }, keys);
}

export const notice = (kind, ...words) => h('div', { class: `desk-notice desk-notice--${kind}`, role: 'status' }, ...words);

let count = 0;
let sound = null;

// A short rising tone: it was taken. Silent where the device cannot or may not.
export function chime() {
  try {
    sound ??= new AudioContext();
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    volume.gain.setValueAtTime(0.15, sound.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.35);
    tone.frequency.setValueAtTime(880, sound.currentTime);
    tone.frequency.setValueAtTime(1320, sound.currentTime + 0.12);
    tone.connect(volume).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 0.35);
  } catch {
    // No sound is no reason to stop.
  }
}
