import type { Section } from '@shulian/contracts/words';

export type VolumesPerPupil = Readonly<Record<Section, number>>;

/** Pupils of a section; of those whose section nobody knows as if they were in the first. */
export type PupilsOfSection = { readonly section: string; readonly pupils: number };

/** Volumes that the standard wants of a school with these pupils. */
export const standardVolumes = (pupils: readonly PupilsOfSection[], perPupil: VolumesPerPupil): number =>
  pupils.reduce((sum, { section, pupils: count }) => sum + count * volumesOf(section, perPupil), 0);

const volumesOf = (section: string, perPupil: VolumesPerPupil): number =>
  section === 'junior' || section === 'senior' ? perPupil[section] : perPupil.primary;

/** A year of what is planned: pupils expected, what the standard wants of them, what is bought, and what there is then. */
export type YearOfPlan = {
  readonly year: number;
  readonly pupils: number;
  readonly required: number;
  readonly toBuy: number;
  readonly volumes: number;
};

/**
 * Volumes to buy year by year, so that in the last year there are as many as the pupils expected by then want (CAT-116). Pupils
 * grow evenly; what is bought is spread evenly and adds up to what is wanting, to the last volume: the years before have a
 * volume more where it does not divide.
 */
export const yearsOfPlan = (input: {
  readonly firstYear: number;
  readonly years: number;
  readonly pupils: number;
  readonly expectedPupils: number;
  readonly volumes: number;
  /** Volumes a pupil. */
  readonly perPupil: number;
}): readonly YearOfPlan[] => {
  const { firstYear, years, pupils, expectedPupils, volumes, perPupil } = input;
  const wanting = Math.max(0, Math.ceil(expectedPupils * perPupil) - volumes);
  const soFar = (year: number): number => Math.ceil((wanting * year) / years);
  return Array.from({ length: years }, (_, at) => {
    const then = Math.round(pupils + ((expectedPupils - pupils) * (at + 1)) / years);
    return {
      year: firstYear + at,
      pupils: then,
      required: Math.ceil(then * perPupil),
      toBuy: soFar(at + 1) - soFar(at),
      volumes: volumes + soFar(at + 1),
    };
  });
};
