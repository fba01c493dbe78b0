import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { ConverterBuilder, type ConverterFunction } from 'opencc-js/core';
import * as traditionalToSimplified from 'opencc-js/preset/t2cn';
import { pinyin } from 'pinyin-pro';
import type { ChineseText } from './rules/search-words.js';

let jieba: Jieba | null = null;
/** The dictionary takes 40 MB and a quarter of a second: loaded when the first title is written or looked for. */
const cutter = (): Jieba => (jieba ??= Jieba.withDict(dict));

let convert: ConverterFunction | null = null;
/** OpenCC sign by sign: its phrases would fold 乾 in 乾隆 otherwise than 乾 alone, and a part of a title must fold as the whole. */
const simplifiedSign = (sign: string): string => {
  convert ??= ConverterBuilder(traditionalToSimplified)({ from: 't', to: 'cn' });
  return convert(sign);
};

/** Words by jieba, syllables by pinyin-pro (which knows that 重 in 重庆 is chong). */
export const chineseText: ChineseText = {
  wordsForIndex: (text) => cutter().cutForSearch(text, true),
  words: (text) => cutter().cut(text, true),
  simplified: (text) => text.replace(/\p{Script=Han}/gu, simplifiedSign),
  syllables: (text) => pinyin(text, { toneType: 'none', type: 'array', v: true }),
};
