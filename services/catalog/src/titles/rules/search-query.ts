import { plainNumber, runsOf, spellingsOf } from './folded-text.js';
import { bigramsOf, LONGEST_WORD, type ChineseText } from './search-words.js';

/** A question of more words than this is somebody's whole page. */
const MOST_WORDS = 24;
/** Digits, a check letter, and what numbers are printed with; 统一书号, ISSN, CN and ISBN may stand in front. */
const NUMBER = /^(?:isbn|issn|cn|统一书号)?[\s:：]*([\d][\d\s.·‐–—\-/]{5,}[\dx])$/iu;
/** A syllable of pinyin in full, `v` for ü. */
const SYLLABLE =
  /^(?:[aeo]|ai|an|ang|ao|ei|en|eng|er|ou|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:[aeiou]|ai|an|ang|ao|ei|en|eng|ia|ian|iang|iao|ie|in|ing|iong|iu|ong|ou|ua|uai|uan|uang|ue|ui|un|uo|v|ve))$/;

/**
 * A question as a tsquery over the words of titles: every word must be there; Latin words and numbers may be beginnings.
 * Null where the question holds nothing to look for (blanks, punctuation), which finds everything.
 */
export const searchQueryOf = (question: string, chinese: ChineseText): string | null => {
  const number = NUMBER.exec(question.normalize('NFKC').trim())?.[1];
  if (number !== undefined) return numberQuery(number);
  const { han } = runsOf(question, chinese.simplified);
  const parts = [
    ...han.flatMap((run) => chinese.words(run).map(wordQuery)),
    ...latinQueries(spellingsOf(question).map((spelling) => runsOf(spelling, chinese.simplified).others)),
  ];
  return parts.length === 0 ? null : [...new Set(parts)].slice(0, MOST_WORDS).join(' & ');
};

const numberQuery = (number: string): string => {
  const together = begins(plainNumber(number));
  // Two years with a blank between them are two words.
  const parts = number.split(/\s+/).map((part) => begins(plainNumber(part)));
  return parts.length === 1 ? together : `(${together} | (${parts.join(' & ')}))`;
};

const wordQuery = (word: string): string => {
  const signs = [...word];
  if (signs.length <= 2) return quoted(word);
  // A long word may have been cut otherwise in the title: its pairs find it, too.
  return `(${quoted(signs.slice(0, LONGEST_WORD).join(''))} | (${bigramsOf(word).map(quoted).join(' & ')}))`;
};

/** Each word in the spellings it may have; single letters one after the other are initials. */
const latinQueries = (spellings: readonly (readonly string[])[]): string[] => {
  const [words = []] = spellings;
  if (words.length > 1 && words.every((word) => /^\p{L}$/u.test(word))) return [begins(words.join(''))];
  return words.map((word, at) => {
    const written = [...new Set([word, ...spellings.map((other) => other[at] ?? word)])];
    // `cao fang z`: only the last one is still being typed. A syllable that may go on would find a tenth of all titles.
    const isWhole = at < words.length - 1 && SYLLABLE.test(word);
    const queries = written.map((each) => (isWhole ? quoted(each) : begins(each)));
    return queries.length === 1 ? (queries[0] ?? '') : `(${queries.join(' | ')})`;
  });
};

const begins = (word: string): string => `${quoted([...word].slice(0, LONGEST_WORD).join(''))}:*`;
const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
