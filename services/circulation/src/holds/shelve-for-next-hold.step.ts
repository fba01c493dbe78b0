import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';
import type { CopyKind, PolicyVersion } from '@shulian/lending-rules/policy/loan-policy';
import { policyOn } from '@shulian/lending-rules/policy/policy-on-day';
import type { Tx } from '@shulian/service-kit';
import { moveCopy } from '../desk/move-copy.step.js';
import type { Queue } from '../desk/queues.repository.js';
import { ReadersAtDeskFacts } from '../desk/readers-at-desk.facts.js';
import { holdNotice, holdReady } from './hold.events.js';
import { HoldsRepository } from './holds.repository.js';
import { queueAtSchool } from './queue-at-school.step.js';
import { pickUpByOn } from './rules/hold-shelf.js';
import { ready, type Hold } from './rules/hold.js';
import { holdFor } from './rules/queue.js';

export type Shelved = {
  readonly hold: { readonly id: HoldId; readonly readerId: ReaderId };
  readonly readyHold: Hold;
  readonly announcements: readonly Announcement[];
};

type RulesOfSchool = { readonly versions: readonly PolicyVersion[]; readonly calendar: SchoolCalendar };

/** Without a rule seven open days: a copy must not lie on the hold shelf for ever. */
const SHELF_DAYS = 7;

/**
 * Gives a copy, locked and at its school, to the hold it serves; null when nobody needs it. The queue is locked and
 * changed here; the caller saves it, and moves the copy.
 */
export async function shelveForNextHold(
  tx: Tx,
  queue: Queue,
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
  today: CalendarDay,
  rules: RulesOfSchool,
): Promise<Shelved | null> {
  const { free, waiting } = await queueAtSchool(tx, queue, copy.schoolId, today, rules, copy.copyId);
  // The first of the free ones, unless it may not go home any more.
  const [inHand] = free;
  const next = inHand?.copyId === copy.copyId ? holdFor(inHand, waiting, free) : null;
  return inHand === undefined || next === null ? null : shelveFor(tx, queue, next, inHand, today, rules);
}

/** The same for one hold. */
export async function shelveFor(
  tx: Tx,
  queue: Queue,
  hold: Hold,
  { copyId, kind: copyKind }: { readonly copyId: CopyId; readonly kind: CopyKind },
  today: CalendarDay,
  rules: RulesOfSchool,
): Promise<Shelved> {
  const reader = (await tx.use(ReadersAtDeskFacts).byIds([hold.readerId], today)).get(hold.readerId);
  const policy = policyOn(rules.versions, today, {
    readerKind: reader?.kind ?? 'student',
    grade: reader?.grade ?? null,
    classId: reader?.classId ?? null,
    copyKind,
  });
  const shelfDays = policy.holdShelfDays?.value ?? SHELF_DAYS;
  const until = pickUpByOn(today, shelfDays, rules.calendar);
  const readyHold = ready(hold, copyId, today, until, shelfDays);
  await tx.use(HoldsRepository).change(readyHold);
  queue.version += 1;
  queue.waiting -= 1;
  return {
    hold: { id: hold.id, readerId: hold.readerId },
    readyHold,
    announcements: [holdReady(readyHold, queue.version), holdNotice(readyHold)],
  };
}

/** Moves a free copy, locked, to the hold shelf. Said of the copy too: the catalogue counted it as available (decision 2). */
export async function putAside(
  tx: Tx,
  copy: Parameters<typeof moveCopy>[1],
  { hold, announcements }: Shelved,
): Promise<readonly Announcement[]> {
  return [...announcements, await moveCopy(tx, copy, { state: 'hold-shelf', hold }, 'hold')];
}
