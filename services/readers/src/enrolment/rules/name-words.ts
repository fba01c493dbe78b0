import { nameKey } from './person-name.js';

/**
 * How a name is spoken: for each of its signs the syllable without tone, `v` for ü; one reading or several, since a family
 * name may be spoken otherwise than the sign (单 shan, dan).
 */
export type SpokenNames = (name: string) => readonly (readonly string[])[];

/** Nobody types more of a name, and an index entry has its limit. */
const LONGEST = 40;

/** A name or a question as they are compared: case, blanks, dots, tones and widths do not matter; ü is v. */
export const searchKey = (text: string): string =>
  firstSigns(
    nameKey(text.normalize('NFC').replaceAll(/[üǖǘǚǜÜǕǗǙǛ]/g, 'v'))
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .normalize('NFC'),
    LONGEST,
  );

/** Every end of the name, of its pinyin and of its initials: what is typed is the beginning of one of them. */
export function nameWords(name: string, spoken: SpokenNames): string[] {
  const key = searchKey(name);
  const words = new Set(endsOf([...key]));
  for (const syllables of spoken(key)) {
    // ü is typed as v, as u where there is no other, and as yu in passports.
    for (const written of ['v', 'u', 'yu'])
      for (const end of endsOf(syllables.map((each) => each.replace('v', written)))) words.add(end);
    for (const end of endsOf(syllables.map((each) => firstSigns(each, 1)))) words.add(end);
  }
  words.delete('');
  return [...words].map((word) => firstSigns(word, LONGEST));
}

/** By signs: 𠮷 is two units of a string, and half of it is nothing that a database takes. */
const firstSigns = (text: string, count: number): string => [...text].slice(0, count).join('');

const endsOf = (parts: readonly string[]): string[] => parts.map((_, at) => parts.slice(at).join(''));
