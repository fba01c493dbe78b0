import type { ReadingBand } from '@shulian/contracts/words';
import { READING_BANDS } from '@shulian/contracts/words';

/** Levels of reading: 1 is the easiest; what each means a county agrees upon. */
export const HIGHEST_LEVEL = 9;
/** Themes of one title. */
export const MOST_THEMES = 20;

/** For whom a title is. Bands and themes are sets, each in one order, so that two of them compare. */
export type Audience = {
  readonly bands: readonly ReadingBand[];
  readonly level: number | null;
  readonly themes: readonly string[];
};

export const NOBODY: Audience = { bands: [], level: null, themes: [] };

/** What somebody wants changed: what is left out stays. */
export type AudienceEdit = {
  readonly addBands?: readonly ReadingBand[] | undefined;
  readonly removeBands?: readonly ReadingBand[] | undefined;
  readonly level?: number | null | undefined;
  readonly addThemes?: readonly string[] | undefined;
  readonly removeThemes?: readonly string[] | undefined;
};

/** The marks after an edit; what is both added and removed is there in the end. */
export const edited = (present: Audience, edit: AudienceEdit): Audience => {
  const changed = <Mark>(
    marks: readonly Mark[],
    add: readonly Mark[] = [],
    remove: readonly Mark[] = [],
  ): Set<Mark> => new Set([...marks.filter((mark) => !remove.includes(mark)), ...add]);
  const bands = changed(present.bands, edit.addBands, edit.removeBands);
  return {
    bands: READING_BANDS.filter((band) => bands.has(band)),
    level: edit.level === undefined ? present.level : edit.level,
    themes: [...changed(present.themes, edit.addThemes, edit.removeThemes)].sort().slice(0, MOST_THEMES),
  };
};

export const isSame = (one: Audience, other: Audience): boolean =>
  JSON.stringify([one.bands, one.level, one.themes]) ===
  JSON.stringify([other.bands, other.level, other.themes]);
