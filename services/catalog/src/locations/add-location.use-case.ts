import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  Refused,
  unknownReference,
  violatedUnique,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { LocationId, SchoolId } from '@shulian/contracts/ids';
import { asReason } from '../accession/reason.http.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { toLocationView, type LocationAsked, type LocationView } from './locations.http.js';
import { additionRefusals, placedUnder, type Location } from './rules/location.js';
import { LocationsRepository, NAME_ONCE_IN_A_PLACE } from './locations.repository.js';

/** Gives a school one more place. */
@Injectable()
export class AddLocation {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 422 for an unknown school or a parent of another one, 409 with the reasons, 409 `location.name-taken` */
  async execute(input: LocationAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    try {
      return await this.oncePerKey.run(request, 201, async (tx): Promise<LocationView> => {
        const locations = tx.use(LocationsRepository);
        await locations.plantTree(schoolId);
        const parent = input.parentId == null ? null : await locations.byId(input.parentId as LocationId);
        if (input.parentId != null && parent?.schoolId !== schoolId) throw unknownReference('/parentId');
        const refusals = additionRefusals(input.kind, parent, await locations.openPlaces(schoolId));
        const [first] = refusals;
        if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));
        const location: Location = placedUnder(parent, {
          id: newId<LocationId>(),
          version: 1,
          schoolId,
          kind: input.kind,
          name: input.name,
          position: input.position ?? 0,
          capacity: input.capacity ?? null,
          theme: input.theme ?? null,
          closed: false,
        });
        await locations.add(location);
        return toLocationView(location);
      });
    } catch (error) {
      throw nameTaken(error);
    }
  }
}

/** The violated constraint of the database, translated once. */
export const nameTaken = (error: unknown): unknown =>
  violatedUnique(error) === NAME_ONCE_IN_A_PLACE ? conflict('location.name-taken') : error;
