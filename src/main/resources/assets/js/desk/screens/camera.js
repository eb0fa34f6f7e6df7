// The tablet's camera, and a field for whoever has only a keyboard.

import { arriveByCode } from './arrive.js';
import { button, h, notice, textInput } from '../ui.js';
import { watch } from '../camera.js';
import { receiveScanned } from './exchange.js';

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
    const seen = watcher(app, picture, state);
    const stop = await watch(picture, seen);
    const gone = setInterval(() => {
      if (!picture.isConnected) {
        clearInterval(gone);
        stop();
        state.replaceChildren(button('カメラをもう一度', () => app.go(cameraScreen)));
      }
    }, 100);
    state.replaceChildren();
  } catch {
    state.replaceChildren(
      notice('warn', 'カメラを使えません。読み取り機を使うか、「名前で探す」で受け付けてください。'),
      button('もう一度', () => app.go(cameraScreen)),
    );
  }
}

// What is seen once is read once. The camera goes on watching while another desk's records come, frame by frame,
// and stops when this screen has gone.
function watcher(app, picture, state) {
  let last = null;
  let busy = false;
  const progress = (have, all) =>
    all > 0 && state.replaceChildren(notice('info', h('p', {}, h('strong', {}, `受け渡しのQR ${have}／${all}枚`), ' 次のQRを続けて見せてください。')));
  return async (text) => {
    if (busy || text === last || !picture.isConnected) {
      return;
    }
    last = text;
    busy = true;
    try {
      if (!(await receiveScanned(app, text, progress))) {
        await arriveByCode(app, text);
      }
    } finally {
      busy = false;
    }
  };
}
