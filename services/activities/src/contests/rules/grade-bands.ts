/** Bands of grades as schools speak of them (ACT-032), with the grades they hold. */
export const GRADE_BANDS = {
  lower: [1, 2],
  middle: [3, 4],
  upper: [5, 6],
  junior: [7, 8, 9],
  senior: [10, 11, 12],
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type GradeBand = keyof typeof GRADE_BANDS;
export const GRADE_BAND_NAMES = Object.keys(GRADE_BANDS) as GradeBand[];

/** The grades that are meant, each once and in order; none: all. */
export const gradesMeant = (grades: readonly number[], bands: readonly GradeBand[]): number[] =>
  [...new Set([...grades, ...bands.flatMap((band) => GRADE_BANDS[band])])].sort((one, other) => one - other);
