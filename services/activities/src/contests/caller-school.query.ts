import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { unknownThing, type Caller } from '@shulian/service-kit';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';

/** Of which school somebody is, who works there or reads there. */
@Injectable()
export class CallerSchoolQuery {
  constructor(
    private readonly places: CallerPlacesQuery,
    private readonly readers: KnownReadersQuery,
  ) {}

  /** The school that is meant in a list. @throws Problem 403 for another one */
  async meant(caller: Caller, schoolId?: string): Promise<SchoolId> {
    return (await this.places.of(caller, schoolId)).schoolId;
  }

  /** @throws Problem 404 for a thing of another school */
  async refuseForeign(caller: Caller, schoolId: string): Promise<void> {
    if (caller.mayWorkAt(schoolId)) return;
    for (const id of caller.reach.readers) {
      const reader = await this.readers.awaited(id as ReaderId, () => true);
      if (reader?.active === true && reader.schoolId === schoolId) return;
    }
    throw unknownThing();
  }
}

/** Who runs the library of a school, or a program that works for it: sees everything of a contest. */
export const runsContests = ({ claims, reach }: Caller, schoolId: string): boolean =>
  claims.kind === 'client'
    ? reach.county || reach.schools.has(schoolId)
    : claims.grants.some(
        ({ role, schoolId: where }) => (role === 'librarian' || role === 'school-head') && where === schoolId,
      );
