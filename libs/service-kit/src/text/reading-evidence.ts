/**
 * How much a text looks like something people wrote, for choosing between two readings of the same bytes. Where every
 * character outside ASCII takes two bytes, French, Russian or Greek in UTF-8 is also sound GB18030, and 学校 in GB18030 is
 * also sound UTF-8: only the words themselves tell.
 */

const WORD = /[\p{L}\p{M}]+/gu;
const CHINESE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const CHINESE_SIGNS = new RegExp(CHINESE.source, 'gu');
const SCRIPTS = [
  /^[A-Za-z\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b\u02b0-\u02ff\u1e00-\u1eff\p{M}]+$/u,
  /^[\u0386-\u03ce\u1f00-\u1fff\p{M}]+$/u,
  /^[\u0400-\u045f\u0490-\u04ff\p{M}]+$/u,
  /^[\u05d0-\u05ea\p{M}]+$/u,
  /^[\u0620-\u064a\u0660-\u06d3\p{M}]+$/u,
];
/** Signs that stand in texts of any language; the currencies count more where a number follows. */
const SIGNS =
  /[\u00a0\u00a1\u00a7\u00a9\u00ab\u00ae\u00b0-\u00b3\u00b7\u00ba\u00bb\u00bc-\u00bf\u00d7\u2010-\u2027\u2116\u2122]/gu;
const PRICES = /[£¥€]\s?\d/gu;
/** Lower case, upper case, or a capital first: `ńАż` is none of them. */
const SHAPES = /^(?:\p{Lu}?[^\p{Lu}]*|[^\p{Ll}]+|(?:Mc|Mac|[DLdl]e?)\p{Lu}[^\p{Lu}]*)$/u;

/** For a text read as UTF-8: letters of one script in words as they are written speak for it, a jumble against it. */
export const evidenceOfUtf8 = (text: string): number => {
  let points = 1.5 * countOf(text, CHINESE_SIGNS) + countOf(text, SIGNS) + 4 * countOf(text, PRICES);
  let rest = text.replace(CHINESE_SIGNS, ' ').replace(SIGNS, ' ').replace(PRICES, ' ');
  const alone = new Set<string>();
  for (const [word] of rest.matchAll(WORD)) {
    // A mark that stands on no letter is somebody's broken one; a modifier letter alone says nothing.
    if (/^\p{M}/u.test(word)) points -= 2;
    const foreign = [...word].filter((sign) => sign > '\u007f' && !/[\p{M}\p{Lm}]/u.test(sign));
    if (foreign.length === 0) continue;
    const script = SCRIPTS.findIndex((each) => each.test(word));
    if (script < 0 || !SHAPES.test(word)) points -= 3 * foreign.length;
    else if (script > 0) for (const sign of foreign) alone.add(sign);
    // No language writes whole words in letters with accents only; beside plain letters they are sure.
    else if (!/[A-Za-z]/.test(word)) points -= foreign.length > 1 ? foreign.length : 0;
    else points += 2 * foreign.length;
  }
  rest = rest.replace(WORD, ' ');
  // Twice the same letter tells no more than once: 谢谢 would be лл.
  return points + alone.size - 2 * [...rest].filter((sign) => sign > '\u007f').length;
};

/**
 * For the same bytes read as GB18030: hanzi stand beside hanzi, and nearly all are among the 6,763 of GB 2312; one between
 * two Latin letters (T枚pferbuch) is a letter of another language.
 */
export const evidenceOfGb18030 = (text: string, isCommon: (sign: string) => boolean): number => {
  const signs = [...text];
  let points = 0;
  signs.forEach((sign, at) => {
    if (sign <= '\u007f') return;
    const [before = ' ', after = ' '] = [signs[at - 1], signs[at + 1]];
    if (isCommon(sign) && (isChinese(before) || isChinese(after))) points += 0.5;
    points -= [before, after].filter((each) => /[A-Za-z]/.test(each)).length;
  });
  return points;
};

const isChinese = (sign: string): boolean => CHINESE.test(sign);
const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;
