// Hands what happened to another desk of the same shelter, without a line: closed with the shelter's key,
// signed by this desk, whose certificate the town signed.

import { base64, fromBase64, pack, text, unpack, utf8 } from './bytes.js';
import { importKey } from './household.js';
import { closed, opened } from './vault.js';

const FORMAT = 'machi-desk-batch-1';
const MOST_BYTES = 32 * 1024 * 1024;
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };

export class NotTaken extends Error {}

// The text of a file.
export async function batchOf(desk, events) {
  const { packed, secrets, meta } = desk;
  const key = await exchangeKey(packed);
  const { iv, data } = await closed(key, await pack(utf8(JSON.stringify(events))));
  const said = { format: FORMAT, shelter: meta.shelter, desk: meta.desk, paper: packed.paper, iv: base64(iv), data: base64(data) };
  const signing = await crypto.subtle.importKey('pkcs8', fromBase64(secrets.signing), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign(ECDSA, signing, signed(said));
  return JSON.stringify({ ...said, signature: base64(new Uint8Array(signature)) });
}

// The events of a batch; throws NotTaken with a sentence.
export async function eventsOf(desk, batch) {
  const said = parsed(batch);
  if (said.shelter !== desk.meta.shelter) {
    throw new NotTaken('別の避難所の受付の記録です。ここには取り込めません。');
  }
  await checkPaper(desk, said);
  try {
    const data = await opened(await exchangeKey(desk.packed), { iv: fromBase64(said.iv), data: fromBase64(said.data) });
    return JSON.parse(text(await unpack(data, MOST_BYTES)));
  } catch {
    throw new NotTaken('記録を開けませんでした。途中で切れているか、壊れています。もう一度作ってもらってください。');
  }
}

function parsed(batch) {
  try {
    const said = JSON.parse(batch);
    if (said.format === FORMAT) {
      return said;
    }
  } catch {
    // It is told below.
  }
  throw new NotTaken('受付の記録ではありません。別のファイルを選んでください。');
}

// The town says whose key it is, and that key says that nothing was changed.
async function checkPaper(desk, said) {
  const [word, id, shelter, key] = said.paper.text.split(' ');
  const ours = word === 'machi-desk' && id === said.desk && shelter === said.shelter;
  const paper = await anySigned(await desk.trustedKeys(), said.paper.signature, utf8(said.paper.text));
  const whole = ours && paper && (await anySigned([await importKey(fromBase64(key))], said.signature, signed(said)));
  if (!whole) {
    throw new NotTaken('この避難所の受付が作ったものと確かめられません。何も取り込んでいません。相手の受付で「ファイルにする」をもう一度押し、そのファイルを選んでください。');
  }
}

async function anySigned(keys, signature, bytes) {
  for (const key of keys) {
    if (await crypto.subtle.verify(ECDSA, key, fromBase64(signature), bytes)) {
      return true;
    }
  }
  return false;
}

const signed = ({ shelter, desk, iv, data }) => utf8([FORMAT, shelter, desk, iv, data].join('\n'));

const exchangeKey = (packed) =>
  crypto.subtle.importKey('raw', fromBase64(packed.exchangeKey), 'AES-GCM', false, ['encrypt', 'decrypt']);
