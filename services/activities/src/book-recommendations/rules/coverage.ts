/** How much of the year's new titles a term has recommended. */
export type Coverage = {
  /** In percent with one decimal, never rounded up; null: the year has brought no new title. */
  readonly share: number | null;
  readonly reached: boolean;
};

/** Fifteen of a hundred reach fifteen percent; 14.99 do not, and show as 14.9. */
export const coverageOf = (recommended: number, newTitles: number, goalPercent: number): Coverage => ({
  share: newTitles === 0 ? null : Math.floor((recommended * 1_000) / newTitles) / 10,
  reached: newTitles > 0 && recommended * 100 >= goalPercent * newTitles,
});
