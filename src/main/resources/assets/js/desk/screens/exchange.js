// Several desks in one shelter, and no line: what one knows is handed to the other.

import { iso } from '../clockwork.js';
import { batchOf, eventsOf, NotTaken } from '../exchange.js';
import { collect, framesOf, isFrame } from '../frames.js';
import { qrPicture } from '../qr.js';
import { button, h, notice } from '../ui.js';

const MOST_FRAMES = 60;
const PACE = 700;

export function exchangeScreen(app) {
  const { desk } = app;
  const waiting = desk.waiting().length;
  const choose = h('input', { type: 'file', id: 'batch', accept: '.machi,application/json', onchange: (event) => takeFile(app, event.target.files[0]) });
  return [
    h('h1', {}, 'ほかの受付と受け渡す'),
    h('p', {}, '同じ避難所の受付どうしで、回線がなくても名簿を合わせられます。両方の端末で「渡す」と「受け取る」をしてください。同じ記録を何度受け取っても、二重にはなりません。'),
    h('h2', {}, '渡す'),
    h('p', {}, `まだ送っていない記録 ${waiting}件を渡します。中身は、この避難所の受付だけが開けます。`),
    button('ファイルにする', () => giveFile(app), 'desk-button--first'),
    button('QRで見せる', () => giveFrames(app)),
    h('h2', {}, '受け取る'),
    h('div', { class: 'desk-field' }, h('label', { for: 'batch' }, 'ファイルを選ぶ'), choose),
    h('p', { class: 'desk-quiet' }, 'QRで受け取るときは、「QRを読む」か読み取り機で、相手の画面のQRを続けて読んでください。'),
  ];
}

async function giveFile(app) {
  const { desk } = app;
  const batch = await batchOf(desk, desk.waiting().map(({ event }) => event));
  const link = h('a', {
    href: URL.createObjectURL(new Blob([batch], { type: 'application/octet-stream' })),
    download: `避難所受付_${desk.meta.shelterName}_受付${desk.meta.number}_${iso(Date.now()).slice(0, 16).replace(/[-:]/g, '')}.machi`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function takeFile(app, file) {
  if (file) {
    await takeBatch(app, await file.text());
  }
}

async function takeBatch(app, batch) {
  try {
    const fresh = await app.desk.takeIn(await eventsOf(app.desk, batch));
    app.home({ words: fresh === 0 ? '新しい記録はありませんでした' : `ほかの受付の記録 ${fresh}件を取り込みました`, undo: [], at: Date.now() });
  } catch (wrong) {
    app.go(notTakenScreen, wrong instanceof NotTaken ? wrong.message : '取り込めませんでした。もう一度試してください。');
  }
}

const notTakenScreen = (app, sentence) => [
  h('h1', {}, '取り込みませんでした'),
  notice('bad', sentence),
  button('受け渡しに戻る', () => app.go(exchangeScreen), 'desk-button--first'),
];

async function giveFrames(app) {
  const batch = await batchOf(app.desk, app.desk.waiting().map(({ event }) => event));
  app.go(framesScreen, await framesOf(batch));
}

function framesScreen(app, frames) {
  if (frames.length > MOST_FRAMES) {
    return [h('h1', {}, 'QRで見せる'), notice('warn', '記録が多いので、QRでは渡せません。ファイルで渡してください。')];
  }
  const picture = h('div', { class: 'desk-qr' });
  const number = h('p', { class: 'desk-quiet' });
  let at = 0;
  let timer = null;
  const show = () => {
    picture.replaceChildren(qrPicture(frames[at]));
    number.textContent = `${at + 1}／${frames.length} 枚目`;
  };
  const next = () => {
    at = (at + 1) % frames.length;
    show();
  };
  const turn = () => {
    timer = timer === null ? setInterval(() => (picture.isConnected ? next() : clearInterval(timer)), PACE) : (clearInterval(timer), null);
  };
  show();
  return [
    h('h1', {}, 'QRで見せる'),
    h('p', {}, '相手の受付で、このQRを全部読み取ってください。順番はかまいません。'),
    picture,
    number,
    frames.length > 1 ? button('次のQR', next, 'desk-button--first') : null,
    frames.length > 1 ? button('自動でめくる・止める', turn) : null,
  ].filter((piece) => piece !== null);
}

// A frame of another desk's batch: kept until all are there. False when it is something else. progress(have, all)
export async function receiveScanned(app, scanned, progress = atHome(app)) {
  if (!isFrame(scanned)) {
    return false;
  }
  const { batch, have, all } = await collect(scanned);
  if (batch !== null) {
    await takeBatch(app, batch);
  } else {
    progress(have, all);
  }
  return true;
}

const atHome = (app) => (have, all) =>
  app.home({ words: `受け渡しのQR ${all}枚のうち ${have}枚を読みました`, undo: [], at: Date.now() });
