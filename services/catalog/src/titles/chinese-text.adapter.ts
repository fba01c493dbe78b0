import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { pinyin } from 'pinyin-pro';
import type { ChineseText } from './rules/search-words.js';

let jieba: Jieba | null = null;
/** The dictionary takes 40 MB and a quarter of a second: loaded when the first title is written or looked for. */
const cutter = (): Jieba => (jieba ??= Jieba.withDict(dict));

/** Words by jieba, syllables by pinyin-pro (which knows that 重 in 重庆 is chong). */
export const chineseText: ChineseText = {
  wordsForIndex: (text) => cutter().cutForSearch(text, true),
  words: (text) => cutter().cut(text, true),
  syllables: (text) => pinyin(text, { toneType: 'none', type: 'array', v: true }),
};
