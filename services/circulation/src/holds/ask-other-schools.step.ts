import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { isOpen } from '@shulian/lending-rules/calendar/school-calendar';
import type { Rows, Tx } from '@shulian/service-kit';
import { LentCopiesRepository } from '../desk/lent-copies.repository.js';
import type { Queue } from '../desk/queues.repository.js';
import { LendingSharesRepository } from '../lending-shares/lending-shares.repository.js';
import { SchoolRulesFacts, type SchoolRules } from '../policies/school-rules.facts.js';
import { sendToHold } from '../transfers/begin-transfer.step.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { OtherSchoolsFacts, type FoundElsewhere } from './other-schools.facts.js';
import { queueAtSchool, waitersAt } from './queue-at-school.step.js';
import { fromOtherSchools, type Asked, type CopyElsewhere } from './rules/from-other-schools.js';
import { served, type Waiter } from './rules/queue.js';

/** Holds that are served at once. */
const AT_ONCE = 20;

/**
 * Who waits at a school and is not served there gets a copy of another school, the nearest first. The queue is locked; the
 * holds go on waiting, and whatever comes first serves them. The rows of the lending schools are locked last of all, so that
 * none sends more than it may; copies that somebody has in hand are passed over, and the title is looked at again.
 */
export async function askOtherSchools(
  tx: Tx,
  queue: Queue,
  pickupSchoolId: SchoolId,
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  const found = await tx.use(OtherSchoolsFacts).copies(queue.titleId, pickupSchoolId, today);
  if (found.length === 0) return [];
  const waiting = await unserved(tx, queue, pickupSchoolId, found, today);
  if (waiting.length === 0) return [];
  const asked = await choose(tx, queue, waiting, found, today);
  if (asked.length === 0) return [];
  const schools = [...new Set(asked.map(({ copy }) => copy.schoolId))];
  const room = await tx.use(LendingSharesRepository).lockRoomOf(schools);
  const copies = asked.map(({ copy }) => copy);
  const locked = await tx.use(LentCopiesRepository).lockThoseFree(copies, copies);
  const told: Announcement[] = [];
  let sent = 0;
  for (const { hold, copy } of asked) {
    const free = locked.find(({ copyId }) => copyId === copy.copyId);
    const left = room.get(copy.schoolId) ?? 0;
    if (free === undefined || left === 0) continue;
    room.set(copy.schoolId, left - 1);
    told.push(...(await sendToHold(tx, free, hold, today)));
    sent += 1;
  }
  if (sent < asked.length) await tx.use(HoldReviewsRepository).ofTitle(queue.titleId);
  return told;
}

/** Those who wait at the school, may borrow such a copy now, and have none that lies there or comes already. */
async function unserved(
  tx: Tx,
  queue: Queue,
  schoolId: SchoolId,
  found: readonly FoundElsewhere[],
  today: CalendarDay,
): Promise<Waiter[]> {
  const rules = await tx.use(SchoolRulesFacts).of(schoolId);
  const here = await queueAtSchool(tx, queue, schoolId, today, rules);
  const out = await tx.use(OtherSchoolsFacts).onTheWay(queue.titleId, schoolId);
  for (const { hold } of served(here.waiting, here.free)) out.add(hold.id);
  const place = { titleId: queue.titleId, schoolId };
  const kinds = new Set(found.map(({ kind }) => kind));
  const enough = out.size + AT_ONCE;
  const waiting = await waitersAt(tx, place, kinds, today, rules, ({ length }) => length >= enough);
  return waiting.filter(({ hold }) => !out.has(hold.id)).slice(0, AT_ONCE);
}

/** School by school, the nearest first, until everybody has one: most are never looked at. */
async function choose(
  tx: Tx,
  queue: Queue,
  waiting: readonly Waiter[],
  found: readonly FoundElsewhere[],
  today: CalendarDay,
): Promise<Asked[]> {
  const bySchool = Map.groupBy(found, ({ schoolId }) => schoolId);
  const room = await tx.use(LendingSharesRepository).roomOf([...bySchool.keys()]);
  const offered: CopyElsewhere[] = [];
  let asked: Asked[] = [];
  for (const [schoolId, copies] of bySchool) {
    if ((room.get(schoolId) ?? 0) === 0) continue;
    offered.push(...(await offeredBy(tx, queue, schoolId, copies, today)));
    asked = fromOtherSchools(waiting, offered, room, today);
    if (asked.length === waiting.length) break;
  }
  return asked;
}

/** Rules as the transaction read them first: the same lenders are asked for each school where somebody waits. */
class RulesOfLenders {
  private readonly known = new Map<SchoolId, Promise<SchoolRules>>();
  private readonly facts: SchoolRulesFacts;

  constructor(rows: Rows) {
    this.facts = new SchoolRulesFacts(rows);
  }

  of(schoolId: SchoolId): Promise<SchoolRules> {
    const rules = this.known.get(schoolId) ?? this.facts.of(schoolId);
    this.known.set(schoolId, rules);
    return rules;
  }
}

async function offeredBy(
  tx: Tx,
  queue: Queue,
  schoolId: SchoolId,
  copies: readonly FoundElsewhere[],
  today: CalendarDay,
): Promise<CopyElsewhere[]> {
  const rules = await tx.use(RulesOfLenders).of(schoolId);
  const isOpenToday = isOpen(rules.calendar, today);
  const isAwaited = copies.some(({ awaitedAtHome }) => awaitedAtHome);
  const home = isOpenToday && isAwaited ? await queueAtSchool(tx, queue, schoolId, today, rules) : null;
  const needed = new Set(home === null ? [] : served(home.waiting, home.free).map(({ copyId }) => copyId));
  return copies.map(({ awaitedAtHome: _, ...copy }) => ({
    ...copy,
    isOpenToday,
    neededAtHome: needed.has(copy.copyId),
  }));
}
