// What is needed less often.

import { shortTime } from '../clockwork.js';
import { hoursLeft } from '../lease.js';
import { button, h, notice } from '../ui.js';
import { countScreen } from './count.js';
import { exchangeScreen } from './exchange.js';
import { leaveScreen } from './leave.js';
import { printScreen } from './list.js';
import { typeScreen } from './type.js';
import { wallScreen } from './wall.js';

export function moreScreen(app) {
  const { desk } = app;
  const { meta } = desk;
  return [
    h('h1', {}, 'そのほか'),
    h(
      'div',
      { class: 'desk-ways' },
      button('紙の受付票から入れる', () => app.go(typeScreen, {}, 'PAPER')),
      button('紙の「出る・戻る」を入れる', () => app.go(leaveScreen, true)),
      button('紙の人数を入れる', () => app.go(countScreen, null, 'INSIDE', true)),
      button('ほかの受付と受け渡す', () => app.go(exchangeScreen)),
      button('壁のQRで来た人', () => app.go(wallScreen)),
      button('名簿を印刷する', () => app.go(printScreen)),
      button('いま同期する', () => syncNow(app)),
      button('画面を閉じる（暗証番号で開く）', () => {
        app.home();
        desk.lock();
      }),
    ),
    paper(meta),
    ...refused(app),
    h('h2', {}, 'この端末'),
    h('dl', { class: 'desk-facts' }, [
      ['避難所', meta.shelterName],
      ['受付の番号', `受付${meta.number}`],
      ['名簿を見られる時間', `あと ${hoursLeft(meta, Date.now())}時間`],
      ['更新コード', meta.renewals[0] ? `次は ${meta.renewals[0].number}番` : 'なし'],
      ['最後の同期', meta.synced ? shortTime(meta.synced) : 'まだ'],
      ['未送信', `${desk.unsent}件`],
    ].flatMap(([label, words]) => [h('dt', {}, label), h('dd', {}, words)])),
  ];
}

const paper = (meta) =>
  h(
    'p',
    {},
    '紙（回線があるときに開いて印刷してください）: ',
    [
      ['/shelters/paper/entry-form.pdf', '受付票'],
      ['/shelters/paper/roster.pdf', '空の名簿'],
      [`/shelters/paper/${meta.shelter}/poster.pdf`, '壁の案内（QR）'],
    ].map(([href, words]) => h('a', { class: 'desk-link', href, target: '_blank', rel: 'noopener' }, words)),
  );

async function syncNow(app) {
  const through = await app.sync.now();
  const words = through ? '同期しました' : app.sync.trouble?.code ? app.sync.trouble.message : '役場につながりませんでした。記録はこの端末に残っています';
  app.home({ words, undo: [], at: Date.now() });
}

function refused(app) {
  return app.desk.refused().map(({ event, why }) => notice('warn', `${shortTime(Date.parse(event.at))} の記録を、本部が受け取れませんでした。${why ?? ''}`));
}
