import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';

export const readerKinds = ['student', 'teacher', 'staff', 'external'] as const;
export type ReaderKind = (typeof readerKinds)[number];
export const leavingReasons = ['left', 'graduated', 'transferred'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

export type Presence =
  { readonly is: 'active' } | { readonly is: 'left'; readonly on: CalendarDay; readonly why: LeavingReason };
/** `untilOn` is the last day of it; null: until someone ends it. */
export type Suspension = { readonly why: string; readonly untilOn: CalendarDay | null };

export type Reader = {
  readonly id: ReaderId;
  readonly schoolId: SchoolId;
  readonly kind: ReaderKind;
  readonly name: string;
  readonly classId: SchoolClassId | null;
  readonly presence: Presence;
  readonly suspension: Suspension | null;
  readonly enrolledOn: CalendarDay;
  /** For edits (ETag). */
  readonly version: number;
  /** Version of the last event under the reader's key; a new name raises only `version`, for names are in no event. */
  readonly announced: number;
};

/** A name as it is kept, or null when it is none: 1 to 100 characters, no control characters. */
export function personName(text: string): string | null {
  const name = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return name.length >= 1 && name.length <= 100 && !/\p{Cc}/u.test(name) ? name : null;
}

/** What happened to a reader that others must know. */
export type ReaderFact =
  | { readonly is: 'enrolled' }
  | { readonly is: 'moved-class'; readonly from: SchoolClassId | null }
  | { readonly is: 'left' }
  | { readonly is: 'suspended' }
  | { readonly is: 'reinstated' };

/** A reader after a change, and the facts to announce, in order; `announced` is already raised by each of them. */
export type ReaderChange = { readonly reader: Reader; readonly facts: readonly ReaderFact[] };

export type ReaderWish = {
  readonly name?: string;
  readonly kind?: ReaderKind;
  readonly classId?: SchoolClassId | null;
  readonly presence?: Presence;
};

/** A person who was no reader of the school before. */
export const enrolled = (
  person: Pick<Reader, 'id' | 'schoolId' | 'kind' | 'name' | 'classId' | 'enrolledOn'>,
): ReaderChange => ({
  reader: { ...person, presence: { is: 'active' }, suspension: null, version: 1, announced: 1 },
  facts: [{ is: 'enrolled' }],
});

/**
 * The reader as wished. Coming back and a change of kind are told as an enrolment, which carries kind and class; so
 * there is no second event for the class then.
 */
export function changedReader(before: Reader, wish: ReaderWish): ReaderChange {
  const { name, kind, classId, presence } = { ...before, ...wish };
  const facts: ReaderFact[] = [];
  const leaves = before.presence.is === 'active' && presence.is === 'left';
  const returns = before.presence.is === 'left' && presence.is === 'active';
  if (returns || kind !== before.kind) facts.push({ is: 'enrolled' });
  else if (classId !== before.classId) facts.push({ is: 'moved-class', from: before.classId });
  if (leaves) facts.push({ is: 'left' });
  if (facts.length === 0 && name === before.name) return { reader: before, facts };
  const kept = leaves || returns ? presence : before.presence;
  return { reader: raised({ ...before, name, kind, classId, presence: kept }, facts.length), facts };
}

/** Suspended, or with another reason or end; the same suspension again changes nothing. */
export function suspended(before: Reader, suspension: Suspension): ReaderChange {
  const now = before.suspension;
  if (now?.why === suspension.why && now.untilOn === suspension.untilOn) return { reader: before, facts: [] };
  return { reader: raised({ ...before, suspension }, 1), facts: [{ is: 'suspended' }] };
}

export function reinstated(before: Reader): ReaderChange {
  if (before.suspension === null) return { reader: before, facts: [] };
  return { reader: raised({ ...before, suspension: null }, 1), facts: [{ is: 'reinstated' }] };
}

/** The suspension that still holds on the day; one that has run out needs no event. */
export const suspensionOn = (reader: Pick<Reader, 'suspension'>, day: CalendarDay): Suspension | null =>
  reader.suspension !== null && (reader.suspension.untilOn === null || reader.suspension.untilOn >= day)
    ? reader.suspension
    : null;

const raised = (reader: Reader, events: number): Reader => ({
  ...reader,
  version: reader.version + 1,
  announced: reader.announced + events,
});
