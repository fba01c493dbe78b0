import { plainNumber, runsOf, runsOverBlanks, spellingsOf } from './folded-text.js';

/** How Chinese text is cut and spoken; given by an adapter so that these rules stay pure. */
export type ChineseText = {
  /** Words of a text, overlapping ones included, for the index. */
  readonly wordsForIndex: (text: string) => string[];
  /** Words of a text one after the other, for a question. */
  readonly words: (text: string) => string[];
  /** One syllable without tone for each character, `v` for ü. */
  readonly syllables: (text: string) => string[];
  /** Every traditional character as its simplified one, whatever stands beside it: question and title are folded alike. */
  readonly simplified: (text: string) => string;
};

export type Searchable = {
  /** Titles of every kind: found by any part of their pinyin, too. */
  readonly titles: readonly string[];
  /** Names of contributors: the same. */
  readonly names: readonly string[];
  /** Publisher, series, subjects: words only. */
  readonly others: readonly string[];
  /** ISBNs and other numbers, with or without hyphens. */
  readonly numbers: readonly string[];
};

/** Raised when a title gets other words than before: titles of an older version are gone through again. */
export const SEARCH_WORDS_VERSION = 2;

/** Longest word kept: beyond it nobody types, and an index entry has its limit. */
export const LONGEST_WORD = 40;
/** Texts of a kind that are looked at: a record may name ten thousand people, and nobody finds it by the last of them. */
const MOST_TEXTS = 100;
/** Signs of them all: the words of one title fit into an index entry, and are cut within a fraction of a second. */
const MOST_SIGNS = 4_000;

/**
 * The words a title is found by: jieba words, single characters and bigrams of Han text, simplified; pinyin syllable by
 * syllable, in full and as initials, from every word to the end of its run (so that `fzbg` and `fazhan` find 中国发展报告); Latin
 * words and numbers; ISBNs plain. Costs time in proportion to the length of the text, which is bounded.
 */
export const searchWordsOf = (title: Searchable, chinese: ChineseText): string[] => {
  const words = new Set<string>();
  const add = (word: string): void => {
    if (word !== '') words.add([...word].slice(0, LONGEST_WORD).join(''));
  };
  const { spoken, silent } = bounded(title);
  for (const text of [...spoken, ...silent]) {
    const { han, others } = runsOf(text, chinese.simplified);
    for (const run of han) writtenWordsOf(run, chinese).forEach(add);
    for (const run of runsOverBlanks(text, chinese.simplified)) bigramsOf(run).forEach(add);
    others.forEach(add);
    for (const spelling of spellingsOf(text)) runsOf(spelling, chinese.simplified).others.forEach(add);
  }
  for (const text of spoken)
    // 乾 is simplified to 干 and yet spoken qián in 乾隆: as it is written, and as it may be meant.
    for (const written of new Set([text, chinese.simplified(text)]))
      for (const run of runsOf(written, (same) => same).han) spokenWordsOf(run, chinese).forEach(add);
  for (const number of title.numbers.slice(0, MOST_TEXTS)) {
    const all = plainNumber(number);
    add(all);
    // CN 11-1234 and ISSN 1002-1442 are typed without their letters, too.
    add(all.replace(/^\p{L}+/u, ''));
  }
  return [...words].sort();
};

/** The texts as far as their words are kept, the most telling ones first. */
const bounded = (title: Searchable): { spoken: string[]; silent: string[] } => {
  let left = MOST_SIGNS;
  const taken = (texts: readonly string[]): string[] =>
    texts.slice(0, MOST_TEXTS).flatMap((text) => {
      const signs = [...text].slice(0, left);
      const kept = signs.join('');
      left -= signs.length;
      return kept === '' ? [] : [kept];
    });
  return { spoken: [...taken(title.titles), ...taken(title.names)], silent: taken(title.others) };
};

const writtenWordsOf = (run: string, chinese: ChineseText): string[] => [
  ...run,
  ...bigramsOf(run),
  ...chinese.wordsForIndex(run).filter((word) => [...word].length > 2),
];

const spokenWordsOf = (run: string, chinese: ChineseText): string[] => {
  const syllables = chinese.syllables(run);
  const spoken = [...syllables];
  let at = 0;
  for (const word of chinese.words(run)) {
    // As many as can count: a word that is kept has at least a letter of each.
    const rest = syllables.slice(at, at + LONGEST_WORD);
    spoken.push(rest.join(''), rest.map((syllable) => [...syllable][0] ?? '').join(''));
    at += [...word].length;
  }
  // 绿野 is typed lvye, lüye and luye.
  return [...spoken, ...spoken.filter((word) => word.includes('v')).map((word) => word.replaceAll('v', 'u'))];
};

export const bigramsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign);
};
