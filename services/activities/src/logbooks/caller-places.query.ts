import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { denied, Problem, type Caller } from '@shulian/service-kit';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';

/** Who somebody is at a school, as far as its logbooks are concerned. */
export type CallerPlace = {
  readonly schoolId: SchoolId;
  readonly roles: readonly string[];
  /** Classes of which a teacher sees what is written. */
  readonly classes: readonly string[];
  /** Classes whose pupils may be named: a helper's, too. */
  readonly mayNameOf: readonly string[];
  /** Of a reader: the own id, and the class. */
  readonly reader: { readonly readerId: ReaderId; readonly classId: string | null } | null;
};

/** At which school somebody asks, and as what. */
@Injectable()
export class CallerPlacesQuery {
  constructor(private readonly readers: KnownReadersQuery) {}

  /** @throws Problem 403 for a school out of reach, 400 where it is not clear which is meant */
  async of(caller: Caller, schoolId?: string): Promise<CallerPlace> {
    const { reach } = caller;
    if (reach.county || reach.schools.size > 0 || reach.classes.size > 0)
      return this.at(caller, caller.schoolFor(schoolId));
    for (const id of reach.readers) {
      const reader = await this.readers.awaited(id as ReaderId, () => true);
      if (reader?.active === true && (schoolId === undefined || schoolId === reader.schoolId))
        return { schoolId: reader.schoolId, roles: ['reader'], classes: [], mayNameOf: [], reader };
    }
    throw denied();
  }

  /** Whether somebody takes part at a school that an id led to. */
  async takesPart(caller: Caller, schoolId: string): Promise<boolean> {
    try {
      await this.of(caller, schoolId);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 403) return false;
      throw error;
    }
  }

  /** The same for a school that is known to be in reach. A client of the library works as its librarian does. */
  at({ claims, reach }: Caller, schoolId: SchoolId): CallerPlace {
    if (claims.kind === 'client')
      return { schoolId, roles: ['librarian'], classes: [], mayNameOf: [], reader: null };
    const held = claims.grants.filter(
      ({ role, schoolId: where }) =>
        reach.roles.has(role) && (role.startsWith('county-') || where === schoolId),
    );
    return {
      schoolId,
      roles: held.map(({ role }) => role),
      classes: held.flatMap(({ role, classId }) =>
        role === 'teacher' && classId !== undefined ? [classId] : [],
      ),
      mayNameOf: held.flatMap(({ classId }) => classId ?? []),
      reader: null,
    };
  }
}
