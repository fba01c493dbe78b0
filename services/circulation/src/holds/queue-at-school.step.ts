import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import { mayBorrow } from '@shulian/lending-rules/lending/may-borrow';
import type { CopyKind, PolicyVersion } from '@shulian/lending-rules/policy/loan-policy';
import { policyOn } from '@shulian/lending-rules/policy/policy-on-day';
import type { Tx } from '@shulian/service-kit';
import { ReadersAtDeskFacts } from '../desk/readers-at-desk.facts.js';
import { QueueFactsReader, type PlaceOfQueue } from './queue.facts.js';
import { isSuspendedOn, type Hold } from './rules/hold.js';
import { served, type FreeCopy, type Waiter } from './rules/queue.js';

/** The copies of a title that lie free at a school, and those who wait there and may borrow one of them now. */
export type QueueAtSchool = { readonly free: readonly FreeCopy[]; readonly waiting: readonly Waiter[] };

type Versions = { readonly versions: readonly PolicyVersion[] };

/** Read at a time: whoever stands behind so many that may not borrow is found all the same. */
const PAGE = 100;

/**
 * Reads as much of the queue as its rule can ask about: of each kind no more copies than readers who wait, and readers
 * until every copy serves one. True for as long as the queue is locked.
 * @param inHand a copy at the school that is free as soon as it is put down, be it of another school
 */
export async function queueAtSchool(
  tx: Tx,
  queue: { readonly titleId: TitleId; readonly waiting: number },
  schoolId: SchoolId,
  today: CalendarDay,
  rules: Versions,
  inHand: CopyId | null = null,
): Promise<QueueAtSchool> {
  const place = { titleId: queue.titleId, schoolId };
  // One more than wait, for whoever takes one: the copies behind these change nothing.
  const free =
    queue.waiting === 0 ? [] : await tx.use(QueueFactsReader).free(place, inHand, queue.waiting + 1);
  const kinds = new Set(free.map(({ kind }) => kind));
  const isEnough = (waiting: readonly Waiter[]): boolean => served(waiting, free).length === free.length;
  return { free, waiting: await waitersAt(tx, place, kinds, today, rules, isEnough) };
}

/** Those who wait for a title at a school and may borrow a copy of one of the kinds now, first come first. */
export async function waitersAt(
  tx: Tx,
  place: PlaceOfQueue,
  kinds: ReadonlySet<CopyKind>,
  today: CalendarDay,
  rules: Versions,
  isEnough: (waiting: readonly Waiter[]) => boolean,
): Promise<Waiter[]> {
  const waiting: Waiter[] = [];
  let last: Hold | null = null;
  while (!isEnough(waiting)) {
    const page: Hold[] = await tx.use(QueueFactsReader).waiting(place, last, PAGE);
    const readers = await tx.use(ReadersAtDeskFacts).byIds(
      page.map(({ readerId }) => readerId),
      today,
    );
    for (const hold of page) {
      const reader = readers.get(hold.readerId);
      if (isSuspendedOn(hold, today)) continue;
      const may = [...kinds].filter((kind) => isServable(reader, kind, today, rules));
      if (may.length > 0) waiting.push({ hold, kinds: new Set(may) });
    }
    last = page.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  return waiting;
}

const isServable = (
  reader: BorrowerAtDesk | undefined,
  copyKind: CopyKind,
  today: CalendarDay,
  { versions }: Versions,
): boolean => {
  if (reader === undefined) return false;
  const { kind: readerKind, grade, classId } = reader;
  return mayBorrow(reader, policyOn(versions, today, { readerKind, grade, classId, copyKind }), today);
};
