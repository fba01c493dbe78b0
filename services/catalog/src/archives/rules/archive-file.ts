import type { SchoolId } from '@shulian/contracts/ids';

export const ARCHIVE_CLASSES = [
  'administrative',
  'pupil-files',
  'ordinary',
  'yearbook',
  'certificates',
] as const;
export type ArchiveClass = (typeof ARCHIVE_CLASSES)[number];

export const RETENTIONS = ['permanent', '30-years', '10-years'] as const;
export type Retention = (typeof RETENTIONS)[number];

export const ARCHIVE_STATES = [
  'with-unit',
  'called-in',
  'received',
  'filed',
  'shelved',
  'handed-over',
  'destroyed',
  'void',
] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];
/** In which a file may be entered: where it is found. */
export const FIRST_STATES = ['with-unit', 'received', 'filed', 'shelved'] as const;
export type FirstState = (typeof FIRST_STATES)[number];

/** What people do to files; a reminder calls in, a destruction that was approved destroys. */
export const ARCHIVE_STEPS = [
  'call-in',
  'receive',
  'file',
  'shelve',
  'give-out',
  'hand-over',
  'take-back',
  'void',
] as const;
export type ArchiveStep = (typeof ARCHIVE_STEPS)[number] | 'destroy';

/** The one table of transitions: from where a step is taken, and where it leads. */
const STEPS: Readonly<Record<ArchiveStep, { from: readonly ArchiveState[]; to: ArchiveState }>> = {
  'call-in': { from: ['with-unit', 'called-in'], to: 'called-in' },
  receive: { from: ['with-unit', 'called-in'], to: 'received' },
  file: { from: ['received'], to: 'filed' },
  // A file on the shelf may get another place.
  shelve: { from: ['filed', 'shelved'], to: 'shelved' },
  'give-out': { from: ['shelved'], to: 'with-unit' },
  'hand-over': { from: ['filed', 'shelved'], to: 'handed-over' },
  'take-back': { from: ['handed-over'], to: 'received' },
  void: { from: ['with-unit', 'called-in', 'received', 'filed', 'shelved'], to: 'void' },
  destroy: { from: ['received', 'filed', 'shelved'], to: 'destroyed' },
};

/** The state after the step, or null where it cannot be taken. */
export const stateAfter = (state: ArchiveState, step: ArchiveStep): ArchiveState | null =>
  STEPS[step].from.includes(state) ? STEPS[step].to : null;

export type ArchiveFile = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly unitId: string | null;
  readonly class: ArchiveClass;
  readonly year: number;
  readonly number: number;
  readonly code: string;
  readonly title: string;
  readonly readerId: string | null;
  readonly pages: number | null;
  readonly scopeId: string | null;
  readonly retention: Retention;
  readonly state: ArchiveState;
  readonly filedOn: string | null;
  readonly place: string | null;
  readonly note: string | null;
};

const LETTERS: Readonly<Record<ArchiveClass, string>> = {
  administrative: 'XZ',
  'pupil-files': 'XJ',
  ordinary: 'PT',
  yearbook: 'NJ',
  certificates: 'ZS',
};

/** 档号 of a file that came with none: class, year and running number. */
export const codeOf = (kind: ArchiveClass, year: number, number: number): string =>
  `${LETTERS[kind]}${String(year)}-${String(number).padStart(4, '0')}`;
