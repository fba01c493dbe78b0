import type { SchoolId, TitleId } from '@shulian/contracts/ids';

/** What a school makes and keeps (CAT-095). */
export const SCHOOL_PUBLICATION_KINDS = [
  'best-essays',
  'activity-documents',
  'school-textbook',
  'research-papers',
  'school-history',
  'school-journal',
  'other',
] as const;
export type SchoolPublicationKind = (typeof SCHOOL_PUBLICATION_KINDS)[number];
/** Copies entered together with it. */
export const MOST_COPIES = 200;
export const MOST_CHARACTERS = 100_000_000;

export type SchoolPublication = {
  readonly titleId: TitleId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly kind: SchoolPublicationKind;
  /** Who made it, as the title page says: a text, nobody of the readers. */
  readonly makers: string;
  readonly year: number;
  readonly characters: number | null;
  readonly note: string | null;
};
