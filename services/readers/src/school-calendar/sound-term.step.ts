import type { SchoolId } from '@shulian/contracts/ids';
import { type Caller, invalid, type Tx, unknownThing } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { isCalendarDay } from './rules/resolved-calendar.js';
import { isTermSpan, overlap, type Term } from './rules/term.js';
import { TermsRepository } from './terms.repository.js';

/** @throws Problem 404 for a school that is not there or out of reach */
export async function lockSchool(tx: Tx, caller: Caller, id: SchoolId): Promise<void> {
  if (!caller.mayWorkAt(id) || (await tx.use(SchoolsRepository).locked(id)) === null) throw unknownThing();
}

/** @throws Problem for days that make no term, or one that overlaps another of its school */
export async function refuseUnsound(tx: Tx, term: Term): Promise<void> {
  for (const field of ['startsOn', 'endsOn'] as const)
    if (!isCalendarDay(term[field])) throw invalid({ pointer: `/${field}`, code: 'not-a-day' });
  if (term.name === '') throw invalid({ pointer: '/name', code: 'empty' });
  if (!isTermSpan(term)) throw invalid({ pointer: '/endsOn', code: 'not-a-term' });
  const others = (await tx.use(TermsRepository).ofSchool(term.schoolId)).filter(({ id }) => id !== term.id);
  const other = others.find((each) => overlap(each, term));
  if (other !== undefined)
    throw refuse('term.overlaps', { termId: other.id, startsOn: other.startsOn, endsOn: other.endsOn });
}
