import { reachesReader } from '@shulian/contracts/access';
import { conflict, unknownThing, type Caller, type Clock, type Tx } from '@shulian/service-kit';
import { ContestsRepository } from '../contests.repository.js';
import { isLate, type Contest } from '../rules/contest.js';
import type { Entry } from '../rules/entry.js';
import { ContestEntriesRepository } from './entries.repository.js';
import { runsContests } from '../caller-school.query.js';

/** `YYYY-MM-DD` and `HH:MM` on the wall clock of the county. */
export const momentOf = (clock: Clock): { readonly day: string; readonly time: string } => ({
  day: clock.today(),
  time: clock.now().toLocaleTimeString('en-GB', {
    timeZone: clock.zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
});

/** Whether a work is within reach: the own one, one of the class, or one of the school. */
export const reachesEntry = (
  caller: Caller,
  entry: Pick<Entry, 'readerId' | 'schoolId' | 'classId'>,
): boolean => reachesReader(caller.reach, { ...entry, readerId: entry.readerId ?? '' });

/** @throws Problem 409 where nothing is taken, or the deadline has passed */
export function refuseUnlessTaken(contest: Contest, clock: Clock): void {
  if (contest.status !== 'open') throw conflict('contest.not-open');
  const now = momentOf(clock);
  if (now.day < contest.opensOn) throw conflict('contest.not-open');
  if (isLate(contest, now)) throw conflict('contest.too-late');
}

/** A work within reach and its contest, which is locked first. @throws Problem 404 */
export async function heldEntry(
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<{ readonly entry: Entry; readonly contest: Contest }> {
  const entries = tx.use(ContestEntriesRepository);
  const found = await entries.found(id);
  if (found === null || !reachesEntry(caller, found)) throw unknownThing();
  const contest = await tx.use(ContestsRepository).locked(found.contestId);
  const entry = await entries.locked(id);
  if (entry === null || contest === null) throw unknownThing();
  return { entry, contest };
}

/**
 * The same where it may still be changed: before the deadline; a note never, which is its own. Who runs the library puts it
 * right until works are judged, too.
 * @throws Problem 404, 409
 */
export async function changeableEntry(
  tx: Tx,
  caller: Caller,
  clock: Clock,
  id: string,
): Promise<{ readonly entry: Entry; readonly contest: Contest }> {
  const held = await heldEntry(tx, caller, id);
  const { entry, contest } = held;
  if (entry.status === 'withdrawn') throw conflict('contest-entry.withdrawn');
  const isOfNote = entry.noteId !== null;
  const mayLater =
    runsContests(caller, entry.schoolId) && (contest.status === 'open' || contest.status === 'closed');
  if (isOfNote) throw conflict('contest.not-open');
  if (!mayLater) refuseUnlessTaken(contest, clock);
  return held;
}
