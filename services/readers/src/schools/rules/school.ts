import type { SchoolId } from '@shulian/contracts/ids';

/** 小学, 初级中学, 高级中学, 完全中学, 九年一贯制, 十二年一贯制. */
export const schoolKinds = ['primary', 'junior', 'senior', 'complete', 'nine-year', 'twelve-year'] as const;
export type SchoolKind = (typeof schoolKinds)[number];

/** How nine years are divided: six of primary school and three of junior (六三制), or five and four (五四制). */
export const schoolSystems = ['6-3', '5-4'] as const;
export type SchoolSystem = (typeof schoolSystems)[number];

export type SchoolDescription = {
  readonly code: string;
  readonly name: string;
  readonly kind: SchoolKind;
  readonly system: SchoolSystem;
};

export type School = SchoolDescription & {
  readonly id: SchoolId;
  /** For edits (ETag). */
  readonly version: number;
  /** Version of the last event under the school's key. */
  readonly announced: number;
};

/** A code or name as it is kept: one form of every character, no space around it. */
export const tidied = (text: string): string => text.normalize('NFKC').trim();

/** The school with what was changed, or the same one when nothing was; every change is announced. */
export function changedSchool(school: School, change: Partial<SchoolDescription>): School {
  const { code, name, kind, system } = { ...school, ...change };
  const stays =
    code === school.code && name === school.name && kind === school.kind && system === school.system;
  if (stays) return school;
  return {
    ...school,
    code,
    name,
    kind,
    system,
    version: school.version + 1,
    announced: school.announced + 1,
  };
}
