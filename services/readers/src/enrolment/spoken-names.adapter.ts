import { pinyin } from 'pinyin-pro';
import type { SpokenNames } from './rules/name-words.js';

const READING = { toneType: 'none', type: 'array', v: true } as const;

/** By pinyin-pro: as a name that begins with a family name, and as any other word. */
export const spokenNames: SpokenNames = (name) => [
  pinyin(name, { ...READING, surname: 'head' }),
  pinyin(name, READING),
];
