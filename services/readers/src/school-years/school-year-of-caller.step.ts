import { refuseIfStale, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import type { SchoolYear, YearState } from './school-year.row.js';
import { SchoolYearsRepository } from './school-years.repository.js';

/** What may still be changed. */
export const OPEN_STATES: readonly YearState[] = ['draft', 'sent-back'];

/** @throws Problem 404 out of reach, 412 for another version, 409 `school-year.not-open` in another state */
export async function lockedYear(
  tx: Tx,
  caller: Caller,
  id: string,
  version: number | null,
  states: readonly YearState[],
): Promise<SchoolYear> {
  const year = await tx.use(SchoolYearsRepository).locked(id);
  if (year === null || !caller.mayWorkAt(year.schoolId)) throw unknownThing();
  if (version !== null) refuseIfStale(version, year.version);
  if (!states.includes(year.status)) throw refuse('school-year.not-open', { status: year.status });
  return year;
}
