import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { shareOf, type ClassOfTerm, type Need } from '../../textbooks/rules/textbook.js';
import type { Holder, Occasion } from '../../textbooks/rules/textbook-line.js';

/** The way of a pack: planned, sorted and counted, handed out, checked by who received it (CIR-075, 076, 086). */
export const PACK_STATUSES = ['planned', 'packed', 'issued', 'checked'] as const;
export type PackStatus = (typeof PACK_STATUSES)[number];
/** Of whole classes: what each pupil gets, planned from the list of the term. */
export const PLANNED_OCCASIONS = ['registration', 'early'] as const satisfies readonly Occasion[];
export type PlannedOccasion = (typeof PLANNED_OCCASIONS)[number];
/** Put together by hand, for a class, a person or a group. */
export const PACKED_BY_HAND = ['top-up', 'teaching', 'collection'] as const satisfies readonly Occasion[];

export type TextbookPack = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly termId: string;
  readonly occasion: Occasion;
  readonly holder: Holder;
  readonly grade: number | null;
  readonly pupils: number | null;
  readonly handOutOn: CalendarDay;
  readonly status: PackStatus;
  readonly issuedOn: CalendarDay | null;
  readonly checkedOn: CalendarDay | null;
  readonly checkedBy: string | null;
  readonly note: string | null;
};
export type PackLine = {
  readonly textbookId: string;
  readonly planned: number;
  readonly counted: number | null;
  readonly received: number | null;
};
export type NewPack = Pick<TextbookPack, 'id' | 'grade' | 'pupils' | 'holder'> & {
  readonly lines: readonly { readonly textbookId: string; readonly planned: number }[];
};

/** What is handed out: as it was counted, or as it was planned. */
export const issuedOf = ({ planned, counted }: Omit<PackLine, 'received'>): number => counted ?? planned;
/** What the holder has of it: as it was received, or as it was handed out. */
export const hasOf = (line: PackLine): number => line.received ?? issuedOf(line);

/** What the packs of other days bring a class already, by textbook. */
export type Already = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A pack for each class that gets something still. What an early issue has brought is not brought again (CIR-077). */
export const packsFor = (
  classes: readonly ClassOfTerm[],
  needs: readonly Need[],
  already: Already,
  newId: () => string,
): NewPack[] =>
  classes.flatMap((of) => {
    const lines = [...shareOf(of, needs)].flatMap(([textbookId, quantity]) => {
      const planned = quantity - (already.get(of.classId)?.get(textbookId) ?? 0);
      return planned > 0 ? [{ textbookId, planned }] : [];
    });
    const holder = { kind: 'class', ref: of.classId } as const;
    return lines.length === 0 ? [] : [{ id: newId(), holder, grade: of.grade, pupils: of.pupils, lines }];
  });

export type PackStep = 'count' | 'issue' | 'check' | 'undo' | 'cancel';
const isPlannedOccasion = (occasion: Occasion): boolean =>
  PLANNED_OCCASIONS.some((each) => each === occasion);

/** Whether a pack can go this step. What goes to whole classes is counted before it is handed out. */
export const canGo = (
  step: PackStep,
  { status, occasion }: Pick<TextbookPack, 'status' | 'occasion'>,
): boolean => {
  switch (step) {
    case 'count':
    case 'cancel':
      return status === 'planned' || status === 'packed';
    case 'issue':
      return status === 'packed' || (status === 'planned' && !isPlannedOccasion(occasion));
    case 'check':
      return status === 'issued' || status === 'checked';
    case 'undo':
      return status !== 'planned';
  }
};
