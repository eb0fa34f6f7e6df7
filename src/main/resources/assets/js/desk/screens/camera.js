// The tablet's camera, and a field for whoever has only a keyboard.

import { arriveByCode } from './arrive.js';
import { button, h, notice, textInput } from '../ui.js';
import { watch } from '../camera.js';

export function cameraScreen(app) {
  const picture = h('div', { class: 'desk-camera', id: 'camera' });
  const state = h('div', { role: 'status' }, notice('info', 'カメラを準備しています…'));
  const typed = textInput({ id: 'code', autocapitalize: 'characters' });
  const read = () => typed.value.trim() !== '' && arriveByCode(app, typed.value);
  requestAnimationFrame(() => begin(app, picture, state));
  return [
    h('h1', {}, 'QRを読む'),
    h('p', {}, '世帯のQRをカメラに見せてください。読み取り機があれば、この画面のまま読み取れます。'),
    picture,
    state,
    h(
      'form',
      { class: 'desk-form', onsubmit: (event) => { event.preventDefault(); read(); } },
      h('div', { class: 'desk-field' }, h('label', { for: 'code' }, 'QRの文字を打つとき'), typed),
      h('button', { type: 'submit', class: 'desk-button' }, '読む'),
    ),
  ];
}

async function begin(app, picture, state) {
  try {
    const stop = await watch(picture, (text) => {
      stop();
      arriveByCode(app, text);
    });
    const gone = setInterval(() => {
      if (!picture.isConnected) {
        clearInterval(gone);
        stop();
      }
    }, 500);
    state.replaceChildren();
  } catch {
    state.replaceChildren(
      notice('warn', 'カメラを使えません。読み取り機を使うか、「名前で探す」で受け付けてください。'),
      button('もう一度', () => app.go(cameraScreen)),
    );
  }
}
