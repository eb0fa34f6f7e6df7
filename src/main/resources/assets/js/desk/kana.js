// The search key of a reading, the same as Kana.searchKey on the server (kernel/Kana.java tells why each
// fold is there). Kanji that names write in several ways are left as they are: the desk searches by kana.

const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';
const SAME_SOUND = 'ヂヅヲヰヱヷヸヹヺ';
const SOUND = 'ジズオイエバビベボ';
const PLAIN = 'カキクケコサシスセソタチツテトハヒフヘホ';
const VOICED = 'ガギグゲゴザジズゼゾダジズデドバビブベボ';
const VU_WITH = 'ァィェォアイエオ';
const VU_SOUND = 'バビベボバビベボ';
const ROWS = {
  ア: 'アカガサザタダナハバパマヤラワ',
  イ: 'イキギシジチニヒビピミリエケゲセゼテデネヘベペメレ',
  ウ: 'ウクグスズツヌフブプムユルオコゴソゾトドノホボポモヨロ',
  エ: 'エケゲセゼテデネヘベペメレ',
  オ: 'オコゴソゾトドノホボポモヨロ',
};
const LEFT_OUT = /[\s\p{Zs}・･.\-‐‑–—−'’\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
const DASHES = '-‐‑‒–—―−~〜';
const isKatakana = (letter) => /^[ァ-ヺー]$/.test(letter);

// Full-width katakana with single blanks.
export function normalised(text) {
  let out = '';
  for (const letter of text.normalize('NFKC')) {
    const kana = /^[ぁ-ゖゝゞ]$/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0x60) : letter;
    out += out !== '' && isKatakana(out.at(-1)) && DASHES.includes(kana) ? 'ー' : kana;
  }
  return out.normalize('NFKC').trim().replace(/[\s\p{Z}]+/gu, ' ');
}

export function searchKey(text) {
  const letters = Array.from(normalised(text).toLowerCase());
  let key = '';
  let before = '';
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i];
    if (letter === 'ヴ') {
      const at = i + 1 < letters.length ? VU_WITH.indexOf(letters[i + 1]) : -1;
      before = at < 0 ? 'ブ' : VU_SOUND[at];
      key += before;
      i += at < 0 ? 0 : 1;
    } else if (!LEFT_OUT.test(letter)) {
      const folded = foldOne(letter, before);
      const long = folded === 'ー' || (before !== '' && (ROWS[folded] ?? '').includes(before));
      key += long ? 'ー' : folded;
      before = long || folded.length > 1 ? before : folded;
    }
  }
  return key;
}

function foldOne(letter, before) {
  if ('ヽヾ々'.includes(letter) && before !== '') {
    return letter === 'ヾ' ? mapped(before, PLAIN, VOICED) : before;
  }
  return mapped(mapped(letter, SMALL, LARGE), SAME_SOUND, SOUND);
}

function mapped(letter, from, to) {
  const at = from.indexOf(letter);
  return at < 0 ? letter : to[at];
}
