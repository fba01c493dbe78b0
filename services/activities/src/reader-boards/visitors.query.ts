import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { Caller } from '@shulian/service-kit';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import type { Visitor } from './rules/reader-board.js';

export type NamedVisitor = Visitor & { readonly readerId: string | null };

/** As what somebody comes to the boards of a school. */
@Injectable()
export class VisitorsQuery {
  constructor(private readonly places: CallerPlacesQuery) {}

  /** @throws Problem 403 for a school out of reach, 400 where it is not clear which is meant */
  async of(caller: Caller, schoolId?: string): Promise<NamedVisitor & Pick<Visitor, 'schoolId'>> {
    const place = await this.places.of(caller, schoolId);
    const own = place.reader?.classId ?? null;
    return {
      schoolId: place.schoolId,
      ofSchool: reachesSchool(caller.reach, place.schoolId),
      classIds: own === null ? [...caller.reach.classes.keys()] : [own],
      readerId: place.reader?.readerId ?? null,
    };
  }

  /** The same at a school that an id leads to; null: it is none of the caller's. */
  async at(caller: Caller, schoolId: string): Promise<NamedVisitor | null> {
    return (await this.places.takesPart(caller, schoolId)) ? this.of(caller, schoolId) : null;
  }
}
