import type { SchoolId } from '@shulian/contracts/ids';

/** 小学, 初级中学, 高级中学, 完全中学, 九年一贯制, 十二年一贯制. */
export const schoolKinds = ['primary', 'junior', 'senior', 'complete', 'nine-year', 'twelve-year'] as const;
export type SchoolKind = (typeof schoolKinds)[number];

export type SchoolDescription = { readonly code: string; readonly name: string; readonly kind: SchoolKind };

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
  const { code, name, kind } = { ...school, ...change };
  if (code === school.code && name === school.name && kind === school.kind) return school;
  return { ...school, code, name, kind, version: school.version + 1, announced: school.announced + 1 };
}
