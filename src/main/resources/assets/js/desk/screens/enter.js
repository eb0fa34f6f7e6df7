// Before the list may be seen: the device becomes a desk, or its store is opened. Who cannot open it can
// still take people in.

import { base64 } from '../bytes.js';
import { isCardOver } from '../lease.js';
import { post } from '../sync.js';
import { button, field, h, notice, textInput } from '../ui.js';
import { TooSoon, checkWait, waitLeft, waitWords } from '../tries.js';
import { WrongSecret } from '../vault.js';
import { blindCount } from './count.js';
import { typeScreen } from './type.js';

const PIN = /^\d{6,12}$/;
const OFFICE = '/office/shelter-desks';

export function enterScreen(app) {
  const passed = /^#pass=([0-9A-Za-z-]+)$/.exec(location.hash);
  if (app.desk.state === 'new' || passed) {
    return becomeScreen(app, passed?.[1] ?? '');
  }
  return app.desk.state === 'locked' ? lockedScreen(app) : lapsedScreen(app);
}

function becomeScreen(app, code) {
  const input = textInput({ value: code, autocapitalize: 'characters' });
  const [pin, again] = [pinInput(), pinInput()];
  (code === '' ? input : pin).dataset.first = '';
  const trouble = h('div', { 'aria-live': 'assertive' });
  const begin = guarded(trouble, async () => {
    checkPins(pin.value, again.value);
    await enter(app, input.value, pin.value);
    history.replaceState(null, '', '/desk');
    app.sync.start();
    app.home();
  });
  return [
    h('h1', {}, 'この端末を受付にする'),
    ...(code === '' ? byCard() : [h('p', {}, 'あとひとつです。この端末の暗証番号を決めてください。')]),
    form(
      begin,
      code === '' ? field('カードの番号', input, '12文字。小文字でも、区切りがなくてもかまいません') : null,
      field('暗証番号を決める（数字6けた以上）', pin, 'この端末を開けるときに使います。今日の受付の人だけで覚えてください'),
      field('もう一度', again),
      trouble,
      submit('受付を始める'),
    ),
  ];
}

const byCard = () => [
  h('p', {}, '職員は、庁内の画面から始めてください。応援の人は、もらったカードの番号を入れてください。'),
  h('p', {}, h('a', { class: 'desk-button', href: OFFICE }, '職員として始める')),
];

function lockedScreen(app) {
  const pin = pinInput();
  pin.dataset.first = '';
  const trouble = h('div', { 'aria-live': 'assertive' });
  const open = guarded(trouble, async () => {
    try {
      await app.desk.unlock(pin.value);
      app.opened();
    } catch (wrong) {
      pin.value = '';
      checkWait(app.desk.meta.tries, Date.now());
      throw wrong;
    }
  });
  const wait = waitLeft(app.desk.meta.tries, Date.now());
  if (wait > 0) {
    trouble.append(notice('bad', waiting(wait)));
  }
  return [
    h('h1', {}, `${app.desk.meta.shelterName}の受付`),
    app.aside === null ? null : notice('info', '書きかけの画面があります。暗証番号を入れると、続きから書けます。'),
    app.desk.unsent > 0 ? h('p', {}, `まだ送っていない記録 ${app.desk.unsent}件は、開けると本部へ送ります。`) : null,
    form(open, field('暗証番号', pin), trouble, submit('開ける')),
    ...takingIn(app, '暗証番号が分からないときも、人を受け付けられます。'),
    h('details', {}, h('summary', {}, '暗証番号が分からないとき'), h('p', {}, '職員がこの端末でもう一度サインインするか、新しいカードの番号を入れてください。'), ...entranceAgain(app)),
  ].filter((piece) => piece !== null);
}

function lapsedScreen(app) {
  const code = textInput({ inputmode: 'numeric' });
  const [pin, again] = [pinInput(), pinInput()];
  const trouble = h('div', { 'aria-live': 'assertive' });
  const { renewals, number } = app.desk.meta;
  const renew = guarded(trouble, async () => {
    checkPins(pin.value, again.value);
    await app.desk.renew(code.value, pin.value);
    app.opened();
  });
  return [
    h('h1', {}, '名簿を見られる時間が過ぎました'),
    app.lost ? notice('warn', '開いていた画面は閉じました。書きかけだったことは、もう一度書いてください。') : null,
    app.sync.trouble?.code ? notice('warn', app.sync.trouble.message) : null,
    h('p', {}, 'この端末の中の名簿は閉じています。人を受け付けることは、このままできます。'),
    ...takingIn(app, ''),
    isCardOver(app.desk.meta, Date.now()) ? notice('warn', '応援カードの期限が過ぎました。更新コードでは開きません。新しいカードか、職員のサインインで開けてください。') : null,
    renewals.length > 0 && !isCardOver(app.desk.meta, Date.now())
      ? h(
          'section',
          {},
          h('h2', {}, '本部に電話して開ける'),
          h('p', {}, `「${app.desk.meta.shelterName} 受付${number} の更新コード ${renewals[0].number}番」と伝えて、12けたの数字を聞いてください。`),
          form(renew, field('更新コード', code), field('新しい暗証番号（数字6けた以上）', pin), field('もう一度', again), trouble, submit('開ける')),
        )
      : null,
    h('section', {}, h('h2', {}, '回線があるとき'), ...entranceAgain(app)),
  ].filter((piece) => piece !== null);
}

function takingIn(app, words) {
  const done = () => app.again();
  return [
    h(
      'section',
      {},
      h('h2', {}, '人を受け付ける'),
      words === '' ? null : h('p', {}, words),
      app.said === null ? null : notice('good', app.said.words),
      ...blindCount(app, done),
      button('名前を書いて受け付ける', () => app.go(typeScreen)),
    ),
  ];
}

function entranceAgain(app) {
  const input = textInput({ autocapitalize: 'characters' });
  const [pin, again] = [pinInput(), pinInput()];
  const trouble = h('div', { 'aria-live': 'assertive' });
  const begin = guarded(trouble, async () => {
    checkPins(pin.value, again.value);
    await enter(app, input.value, pin.value);
    app.opened();
  });
  return [
    h('p', {}, h('a', { class: 'desk-button', href: OFFICE }, '職員がサインインする')),
    form(begin, field('または カードの番号', input), field('新しい暗証番号（数字6けた以上）', pin), field('もう一度', again), trouble, submit('開ける')),
  ];
}

async function enter(app, code, pin) {
  const { desk } = app;
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const publicKey = base64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  const next = desk.meta?.renewals?.[0]?.number ?? null;
  const entered = await post('/api/desk/enter', { code, desk: desk.meta?.desk ?? null, next, publicKey });
  if (entered.opens === null) {
    const signing = base64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)));
    await desk.become(entered, pin, signing);
  } else {
    await desk.becomeAgain(entered, pin);
  }
}

class Say extends Error {}

function checkPins(pin, again) {
  if (!PIN.test(pin)) {
    throw new Say('暗証番号は、数字を6けた以上入れてください。');
  }
  if (/^(\d)\1+$/.test(pin) || '01234567890123456789'.includes(pin)) {
    throw new Say('同じ数字の並びや、続き番号は使えません。');
  }
  if (pin !== again) {
    throw new Say('2回の暗証番号が違います。');
  }
}

// Does it once at a time, and says what went wrong.
function guarded(trouble, act) {
  let busy = false;
  return async () => {
    if (busy) {
      return;
    }
    busy = true;
    trouble.replaceChildren(notice('info', '確かめています…'));
    try {
      await act();
    } catch (wrong) {
      trouble.replaceChildren(notice('bad', sentence(wrong)));
    } finally {
      busy = false;
    }
  };
}

const waiting = (wait) => `暗証番号の間違いが続いています。あと${waitWords(wait)}待ってから、もう一度入れてください。`;

function sentence(wrong) {
  if (wrong instanceof TooSoon) {
    return waiting(wrong.wait);
  }
  if (wrong instanceof WrongSecret) {
    return '番号が違います。もう一度入れてください。';
  }
  if (wrong instanceof Say || wrong.code) {
    return wrong.message;
  }
  return '役場につながりません。回線を確かめて、もう一度押してください。';
}

const pinInput = () => h('input', { type: 'password', inputmode: 'numeric', autocomplete: 'off', maxlength: '12' });

const form = (act, ...pieces) =>
  h('form', { class: 'desk-form', onsubmit: (event) => { event.preventDefault(); act(); } }, ...pieces);

const submit = (words) => h('button', { type: 'submit', class: 'desk-button desk-button--first' }, words);
