// The first screen: how many are here, and what can be done, in the order of speed.

import { shortTime } from '../clockwork.js';
import { outsiders } from '../heads.js';
import { hoursLeft } from '../lease.js';
import { button, h, notice } from '../ui.js';
import { CONFLICT } from '../words.js';
import { cameraScreen } from './camera.js';
import { countScreen } from './count.js';
import { findScreen } from './find.js';
import { leaveScreen } from './leave.js';
import { listScreen } from './list.js';
import { moreScreen } from './more.js';
import { rollScreen } from './roll.js';
import { typeScreen } from './type.js';
import { wallScreen } from './wall.js';
import { openPlaces } from '../people.js';

export function homeScreen(app) {
  const { desk } = app;
  const open = openPlaces(desk).reduce((sum, place) => sum + place.open, 0);
  const outside = outsiders(desk);
  const way = (words, more, screen, kind, ...args) =>
    h('button', { type: 'button', class: `desk-way ${kind}`, onclick: () => app.go(screen, ...args) }, h('strong', {}, words), h('span', {}, more));
  return [
    h('h1', { class: 'visually-hidden' }, `${desk.meta.shelterName} 受付`),
    ...said(app),
    ...warnings(app),
    h(
      'div',
      { class: 'desk-count' },
      h('p', {}, h('strong', { class: 'desk-count__number', 'data-inside': desk.inside }, String(desk.inside)), '人がいます'),
      open > 0 ? h('p', { class: 'desk-count__open' }, `うち ${open}人は名前がまだです`) : null,
      outside > 0 ? h('p', { class: 'desk-count__open' }, `うち ${outside}人は車中泊・在宅などで、建物の外です`) : null,
    ),
    desk.visits.length > 0 ? button(`壁のQRで ${desk.visits.length}組が待っています`, () => app.go(wallScreen), 'desk-button--wait') : null,
    h(
      'div',
      { class: 'desk-ways' },
      way('QRを読む', '世帯のQR', cameraScreen, 'desk-way--first'),
      way('人数だけ', '急ぐとき。名前はあとで', countScreen, 'desk-way--first'),
      way('名前で探す', desk.households.length > 0 ? '家で登録した人' : 'ここに来た人・向かっている人', findScreen, 'desk-way--first'),
      way('新しく書く', '登録のない人', typeScreen, 'desk-way--first'),
      way('出る・戻る', '家へ・病院・一時外出', leaveScreen, ''),
      way('名簿', '探す・印刷', listScreen, ''),
      way('点呼', '頭数と、いない人', rollScreen, ''),
      way('そのほか', '紙から・受け渡し・印刷', moreScreen, ''),
    ),
  ].filter((piece) => piece !== null);
}

function said(app) {
  if (app.said === null) {
    return [];
  }
  const { words, undo, at } = app.said;
  const takeBack = async () => {
    await app.record(undo.map((event) => app.desk.event('CORRECTED', { event })), '取り消しました');
  };
  return [
    notice(
      'good',
      h('p', {}, h('strong', {}, words), ` ${shortTime(at)}`),
      undo.length > 0 ? button('取り消す', takeBack, 'desk-button--small') : null,
    ),
  ];
}

function warnings(app) {
  const { desk } = app;
  const pieces = [];
  if (desk.opening === null) {
    pieces.push(notice('warn', 'この避難所はまだ開設されていません。受け付けた人は、開設されたあとに本部へ送ります。'));
  }
  if (desk.packed?.opening?.state === 'PREPARING') {
    pieces.push(notice('warn', '開設準備中です。建物の安全を確かめて「開設」にしてから、人を入れてください。'));
  }
  if (desk.packed?.opening?.state === 'UNUSABLE') {
    pieces.push(notice('warn', 'この建物は使用不可です。新しい人は入れず、いる人を「出る・戻る」からほかの避難所へ移してください。'));
  }
  if (Math.abs(desk.meta.offset ?? 0) > 120_000) {
    const minutes = Math.round(Math.abs(desk.meta.offset) / 60_000);
    pieces.push(notice('warn', `この端末の時計が ${minutes < 120 ? `${minutes}分` : `${Math.round(minutes / 60)}時間ほど`} ${desk.meta.offset > 0 ? '進んで' : '遅れて'}います。記録の時刻は本部で直します。`));
  }
  if (hoursLeft(desk.meta, Date.now()) < 12) {
    pieces.push(notice('warn', `名簿を見られるのは あと ${hoursLeft(desk.meta, Date.now())}時間です。回線がつながらないときは、本部に電話して更新コードを聞いてください（そのほか）。`));
  }
  if (desk.refused().length > 0) {
    pieces.push(notice('warn', `本部が受け取れなかった記録が ${desk.refused().length}件あります（そのほか）。`));
  }
  const conflicts = desk.register.conflicts.filter(({ opening, settled }) => opening === desk.opening && !settled);
  if (conflicts.length > 0) {
    pieces.push(notice('warn', `確かめてください: ${[...new Set(conflicts.map(({ kind }) => CONFLICT[kind]))].join('。')}（${conflicts.length}件）。どちらの記録も残っています。本部の「名簿と点呼」で「本人に確かめた」を押すと、この知らせは消えます。`));
  }
  return pieces;
}
