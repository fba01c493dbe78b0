/**
 * A name as a device in the room shows it (decision 50): enough for the child to know its own, too little for those behind
 * it. Of each word the first letter stays, of three Chinese characters or more also the last.
 */
export const maskedName = (name: string): string =>
  name.split(/\s+/u).filter(Boolean).map(maskedWord).join(' ');

const maskedWord = (word: string): string => {
  const letters = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(word)].map(
    ({ segment }) => segment,
  );
  const [first = ''] = letters;
  const last = letters.length >= 3 && /\p{Script=Han}/u.test(word) ? (letters.at(-1) ?? '') : '';
  return `${first}${'*'.repeat(Math.max(1, letters.length - (last === '' ? 1 : 2)))}${last}`;
};
