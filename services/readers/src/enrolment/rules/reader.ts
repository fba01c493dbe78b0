import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';

export const leavingReasons = ['left', 'graduated', 'transferred'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

export type Presence =
  { readonly is: 'active' } | { readonly is: 'left'; readonly on: CalendarDay; readonly why: LeavingReason };
/** `untilOn` is the last day of it; null: until someone ends it. */
export type Suspension = { readonly why: string; readonly untilOn: CalendarDay | null };

/** 借读: a pupil of another school who reads here for a while; `untilOn` is the last day of it, null: not known. */
export type TemporaryStay = { readonly untilOn: CalendarDay | null };

export type Reader = {
  readonly id: ReaderId;
  readonly schoolId: SchoolId;
  readonly kind: ReaderKind;
  readonly name: string;
  readonly classId: SchoolClassId | null;
  readonly presence: Presence;
  readonly suspension: Suspension | null;
  readonly enrolledOn: CalendarDay;
  /** What the school's own system calls them; null where none does. */
  readonly externalId: string | null;
  readonly temporary: TemporaryStay | null;
  /** For edits (ETag). */
  readonly version: number;
  /** Version of the last event under the reader's key; a new name raises only `version`, for names are in no event. */
  readonly announced: number;
};

/** What happened to a reader that others must know. */
export type ReaderFact =
  | { readonly is: 'enrolled' }
  | { readonly is: 'moved-class'; readonly from: SchoolClassId | null }
  | { readonly is: 'left' }
  | { readonly is: 'suspended' }
  | { readonly is: 'reinstated' };

/**
 * A reader after a change, and what to announce of it; `announced` is already raised. One event is enough, whatever
 * changed, for each carries the whole reader.
 */
export type ReaderChange = { readonly reader: Reader; readonly fact: ReaderFact | null };

export type ReaderWish = {
  readonly name?: string;
  readonly kind?: ReaderKind;
  readonly classId?: SchoolClassId | null;
  readonly presence?: Presence;
  readonly externalId?: string | null;
  readonly temporary?: TemporaryStay | null;
};

/** A person who was no reader of the school before. */
export const enrolled = (
  person: Pick<Reader, 'id' | 'schoolId' | 'kind' | 'name' | 'classId' | 'enrolledOn'> &
    Partial<Pick<Reader, 'externalId' | 'temporary'>>,
): ReaderChange => ({
  reader: {
    externalId: null,
    temporary: null,
    ...person,
    presence: { is: 'active' },
    suspension: null,
    version: 1,
    announced: 1,
  },
  fact: { is: 'enrolled' },
});

/** The reader as wished. A suspension stays: neither another kind or class nor leaving and coming back ends it. */
export function changedReader(before: Reader, wish: ReaderWish): ReaderChange {
  const { name, kind, classId, presence, externalId, temporary } = { ...before, ...wish };
  const leaves = before.presence.is === 'active' && presence.is === 'left';
  const returns = before.presence.is === 'left' && presence.is === 'active';
  const fact = ((): ReaderFact | null => {
    if (leaves) return { is: 'left' };
    if (returns || kind !== before.kind) return { is: 'enrolled' };
    return classId === before.classId ? null : { is: 'moved-class', from: before.classId };
  })();
  const staysAsBefore =
    (temporary === null) === (before.temporary === null) && temporary?.untilOn === before.temporary?.untilOn;
  if (fact === null && name === before.name && externalId === before.externalId && staysAsBefore)
    return { reader: before, fact };
  const kept = leaves || returns ? presence : before.presence;
  return {
    reader: raised({ ...before, name, kind, classId, presence: kept, externalId, temporary }, fact),
    fact,
  };
}

/** Suspended, or with another reason or end; the same suspension again changes nothing. */
export function suspended(before: Reader, suspension: Suspension): ReaderChange {
  const now = before.suspension;
  if (now?.why === suspension.why && now.untilOn === suspension.untilOn)
    return { reader: before, fact: null };
  const fact = { is: 'suspended' } as const;
  return { reader: raised({ ...before, suspension }, fact), fact };
}

export function reinstated(before: Reader): ReaderChange {
  if (before.suspension === null) return { reader: before, fact: null };
  const fact = { is: 'reinstated' } as const;
  return { reader: raised({ ...before, suspension: null }, fact), fact };
}

/** The suspension that still holds on the day; one that has run out needs no event. */
export const suspensionOn = (reader: Pick<Reader, 'suspension'>, day: CalendarDay): Suspension | null =>
  reader.suspension !== null && (reader.suspension.untilOn === null || reader.suspension.untilOn >= day)
    ? reader.suspension
    : null;

const raised = (reader: Reader, fact: ReaderFact | null): Reader => ({
  ...reader,
  version: reader.version + 1,
  announced: reader.announced + (fact === null ? 0 : 1),
});
