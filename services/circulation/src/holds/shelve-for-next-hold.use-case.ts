import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import { moveCopy } from '../lending/move-copy.use-case.js';
import { policyOn } from '../lending/rules/check-out.js';
import { gradeOn } from '../lending/rules/grade.js';
import type { PolicyVersion } from '../lending/rules/loan-policy.js';
import { openDayFrom, type SchoolCalendar } from '../lending/rules/school-calendar.js';
import { holdReady } from './hold.events.js';
import type { Queue } from './holds.repository.js';
import { pickUpByOn } from './rules/hold-shelf.js';
import { ready, type Hold } from './rules/hold.js';
import { nextInQueue } from './rules/queue.js';

export type Shelved = {
  readonly hold: { readonly id: HoldId; readonly readerId: ReaderId };
  readonly readyHold: Hold;
  readonly announcements: readonly Announcement[];
};

type RulesOfSchool = { readonly versions: readonly PolicyVersion[]; readonly calendar: SchoolCalendar };

/** Without a rule a week: a copy must not lie on the hold shelf for ever. */
const SHELF_DAYS = 7;

/**
 * Gives a copy, locked and at its school, to whoever waits for it longest; null when nobody does. The queue is locked
 * and changed here; the caller saves it, and moves the copy.
 */
export async function shelveForNextHold(
  store: CirculationStore,
  queue: Queue,
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
  today: CalendarDay,
  rules: RulesOfSchool,
): Promise<Shelved | null> {
  const next = nextInQueue(await store.holds.waitingFor(copy), copy);
  return next === null ? null : shelveFor(store, queue, next, copy.copyId, today, rules);
}

/** The same for one hold. */
export async function shelveFor(
  store: CirculationStore,
  queue: Queue,
  hold: Hold,
  copyId: CopyId,
  today: CalendarDay,
  rules: RulesOfSchool,
): Promise<Shelved> {
  const reader = await store.knownReaders.byId(hold.readerId);
  const policy = policyOn(rules.versions, today, {
    readerKind: reader?.kind ?? 'student',
    grade: gradeOn(reader?.section ?? null, reader?.entryYear ?? null, today),
    classId: reader?.classId ?? null,
    copyKind: null,
  });
  const until = pickUpByOn(today, policy.holdShelfDays?.value ?? SHELF_DAYS, (day) =>
    openDayFrom(rules.calendar, day),
  );
  const readyHold = ready(hold, copyId, today, until);
  await store.holds.change(readyHold);
  queue.version += 1;
  queue.waiting -= 1;
  return {
    hold: { id: hold.id, readerId: hold.readerId },
    readyHold,
    announcements: [holdReady(readyHold, queue.version)],
  };
}

/** Moves a free copy, locked, to the hold shelf. Said of the copy too: the catalogue counted it as available (decision 2). */
export async function putAside(
  store: CirculationStore,
  copy: Parameters<typeof moveCopy>[1],
  { hold, announcements }: Shelved,
): Promise<readonly Announcement[]> {
  return [...announcements, await moveCopy(store, copy, { state: 'hold-shelf', hold }, 'hold')];
}
