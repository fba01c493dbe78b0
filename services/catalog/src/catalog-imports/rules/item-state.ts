import type { ImportedCopy } from './imported-title.js';

/** What a file says of a copy's state; `unknown` where the word is none we know, so that nobody lends it before a look. */
export type ItemState = ImportedCopy['use'] | 'unknown';

const WORDS: readonly (readonly [RegExp, ItemState])[] = [
  [/注销|註銷|剔除|报废|报损|下架|退库|清退|withdrawn|discard|deleted|weeded/i, 'withdrawn'],
  [/丢失|遗失|遺失|丟失|缺失|赔偿|lost|missing|claimed/i, 'missing'],
  [
    /不外借|不可借|不借|仅供|馆内|室内|阅览|閱覽|参考|reference|not for loan|non-?circ|in-?library|library use/i,
    'reading-room',
  ],
  [/修补|修复|修理|维修|装订|破损|残破|污损|damaged|repair|bindery|mending/i, 'repair'],
  [
    /编目|加工|验收|采购|订购|在途|未上架|processing|cataloging|cataloguing|on.?order|in.?process|\bnew\b/i,
    'processing',
  ],
  [
    /在馆|在库|在架|可借|可外借|正常|入藏|馆藏|已上架|流通|借出|外借|在借|available|on.?shelf|normal|checked.?out|on.?loan|^in$/i,
    'lendable',
  ],
];

/** A state in words, Chinese or English; null where nothing is said. */
export const stateInWords = (text: string | null): ItemState | null => {
  const plain = text?.normalize('NFKC').trim() ?? '';
  if (plain === '') return null;
  return WORDS.find(([words]) => words.test(plain))?.[1] ?? 'unknown';
};

/** A subfield that counts: nothing and zero say no, everything else says yes (Koha's values are each library's own). */
export const stateByFlag = (text: string | null, state: ImportedCopy['use']): ImportedCopy['use'] | null =>
  /^(?:0+)?$/.test(text?.trim() ?? '') ? null : state;

/** Of several things said of one copy the one that keeps it farthest from the desk counts. */
const GRAVEST = ['withdrawn', 'missing', 'repair', 'processing', 'reading-room'] as const;

export const gravestOf = (states: readonly (ImportedCopy['use'] | null)[]): ImportedCopy['use'] =>
  GRAVEST.find((state) => states.includes(state)) ?? 'lendable';
