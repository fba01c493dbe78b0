import { faceOf } from './faces.js';

const named = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * The text as it can be printed: pinyin composed, without what nobody sees, on one line. A character that the type lacks
 * is named by its number instead of left out or shown as an empty box: a name with a hole in it is another name.
 */
export function printable(text: string): string {
  const face = faceOf('regular');
  let shown = '';
  for (const character of text
    .normalize('NFC')
    .replaceAll(/\p{DI}/gu, '')
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' '))
    shown += face.has(character.codePointAt(0) ?? 0) ? character : named(character);
  return shown.trim();
}
