// The words for what an event says; the codes are those of Happening.java.

export const SEX = [
  ['F', '女'],
  ['M', '男'],
  ['X', '答えたくない'],
];

export const STAY = [
  ['INSIDE', '避難所の中'],
  ['CAR', '車中泊'],
  ['TENT', 'テント'],
  ['HOME', '在宅'],
  ['ELSEWHERE', '親戚・知人宅など'],
];

export const NEEDS = [
  ['PREGNANT', '妊産婦'],
  ['INFANT', '乳幼児'],
  ['CARE', '要介護'],
  ['WHEELCHAIR', '車いす'],
  ['SIGHT', '視覚'],
  ['HEARING', '聴覚'],
  ['LIMBS', '肢体'],
  ['INTERNAL', '内部'],
  ['INTELLECTUAL', '知的'],
  ['MENTAL', '精神'],
  ['DEVELOPMENTAL', '発達'],
  ['ILLNESS', '難病・持病'],
  ['DEVICE', '医療機器'],
  ['MEDICINE', '服薬'],
  ['LANGUAGE', '日本語の支援'],
];

export const FOOD = [
  ['NORMAL', '普通'],
  ['SOFT', 'やわらかい食事'],
  ['PASTE', 'ペースト'],
  ['MILK', 'ミルク'],
];

export const LIFELINES = [
  ['断水', '断水'],
  ['停電', '停電'],
  ['ガス停止', 'ガス停止'],
];

export const DWELLING = ['持ち家', '借家', '集合住宅', '公営住宅', 'その他'];

export const LIVABLE = ['住める', '住めない', '分からない'];

export const LANGUAGE = [
  ['ja', '日本語'],
  ['easy', 'やさしい日本語'],
  ['en', '英語'],
  ['zh', '中国語'],
  ['ko', '韓国語'],
  ['vi', 'ベトナム語'],
  ['tl', 'フィリピノ語'],
  ['id', 'インドネシア語'],
  ['other', 'ほかの言葉（「ほかに」に書く）'],
];

export const STATE = {
  IN: 'います',
  EXPECTED: 'こちらに向かっています',
  OUT: '一時外出中',
  UNACCOUNTED: '所在不明・退所見込',
  LEFT: '退所',
};

export const DESTINATION = {
  HOME: '自宅',
  SHELTER: 'ほかの避難所',
  HOSPITAL: '病院',
  OTHER: 'その他',
  UNKNOWN: '不明',
};

export const CONFLICT = {
  TAKEN_IN_TWICE: '同じ人が二つの受付で入所になっています',
  IN_TWO_SHELTERS: 'ほかの避難所にいるはずの人が入所になっています',
  LEFT_FROM_ELSEWHERE: 'ここにいないはずの人が退所になっています',
  TOO_MANY_NAMES: '人数だけ受け付けた数より、あとで名前がついた人が多くなっています',
};

const labels = (pairs) => new Map(pairs);
export const labelOf = (pairs, code) => labels(pairs).get(code) ?? code;
