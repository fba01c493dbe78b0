/** How Chinese text is cut and spoken; given by an adapter so that these rules stay pure. */
export type ChineseText = {
  /** Words of a text, overlapping ones included, for the index. */
  readonly wordsForIndex: (text: string) => string[];
  /** Words of a text one after the other, for a question. */
  readonly words: (text: string) => string[];
  /** One syllable without tone for each character, `v` for ü. */
  readonly syllables: (text: string) => string[];
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

/** Longest word kept: beyond it nobody types, and an index entry has its limit. */
const LONGEST_WORD = 40;

/**
 * The words a title is found by: jieba words, single characters and bigrams of Han text; pinyin in full and its initials,
 * from every word to the end of its run (so that `fzbg` and `fazhan` find 中国发展报告); Latin words and numbers; ISBNs plain.
 */
export const searchWordsOf = (title: Searchable, chinese: ChineseText): string[] => {
  const words = new Set<string>();
  const add = (word: string) => {
    if (word !== '') words.add(word.slice(0, LONGEST_WORD));
  };
  for (const text of [...title.titles, ...title.names, ...title.others]) {
    const { han, others } = runsOf(text);
    for (const run of han) {
      for (const sign of run) add(sign);
      for (const pair of bigramsOf(run)) add(pair);
      for (const word of chinese.wordsForIndex(run)) if ([...word].length > 2) add(word);
    }
    others.forEach(add);
  }
  for (const text of [...title.titles, ...title.names])
    for (const run of runsOf(text).han) {
      const syllables = chinese.syllables(run);
      let at = 0;
      for (const word of chinese.words(run)) {
        const rest = syllables.slice(at);
        add(rest.join(''));
        add(rest.map((syllable) => syllable[0] ?? '').join(''));
        at += [...word].length;
      }
    }
  for (const number of title.numbers) add(plainNumber(number));
  return [...words].sort();
};

/**
 * A question as a tsquery over those words: every word must be there; Latin words and numbers may be beginnings.
 * Null where the question holds nothing to look for (blanks, punctuation), which finds everything.
 */
export const searchQueryOf = (question: string, chinese: ChineseText): string | null => {
  const number = plainNumber(question);
  if (/^\d[\d\s\-‐–—]{8,}[\dXx]$/.test(question.normalize('NFKC').trim())) return `${quoted(number)}:*`;
  const { han, others } = runsOf(question);
  const parts = [
    ...han.flatMap((run) => chinese.words(run).map(wordQuery)),
    ...others.map((word) => `${quoted(word.slice(0, LONGEST_WORD))}:*`),
  ];
  return parts.length === 0 ? null : [...new Set(parts)].slice(0, MOST_WORDS).join(' & ');
};

/** A question of more words than this is somebody's whole page. */
const MOST_WORDS = 24;

const wordQuery = (word: string): string => {
  const signs = [...word];
  if (signs.length <= 2) return quoted(word);
  // A long word may have been cut otherwise in the title: its pairs find it, too.
  return `(${quoted(word.slice(0, LONGEST_WORD))} | (${bigramsOf(word).map(quoted).join(' & ')}))`;
};

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const bigramsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign);
};

/** Runs of Han characters, and runs of other letters and digits in lower case without diacritics. */
const runsOf = (text: string): { han: string[]; others: string[] } => {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  return {
    han: plain.match(/[\p{Script=Han}〇]+/gu) ?? [],
    others: plain.match(/(?:(?![\p{Script=Han}〇])[\p{L}\p{N}])+/gu) ?? [],
  };
};

const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
