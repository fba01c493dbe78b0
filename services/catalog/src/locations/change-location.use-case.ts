import { Injectable } from '@nestjs/common';
import {
  OncePerKey,
  Refused,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { LocationId } from '@shulian/contracts/ids';
import { asReason } from '../accession/reason.http.js';
import { nameTaken } from './add-location.use-case.js';
import { toLocationView, type LocationChangeAsked, type LocationView } from './locations.http.js';
import { changedLocation, changeRefusals, type LocationChange } from './rules/location.js';
import { LocationsRepository } from './locations.repository.js';

/** Renames a place, moves it with all that is in it, closes it or opens it again. */
@Injectable()
export class ChangeLocation {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404 for a place of another school, 412, 422 for a parent of one, 409 with the reasons */
  async execute(
    request: DeskRequest | null,
    caller: Caller,
    id: LocationId,
    version: number,
    input: LocationChangeAsked,
  ): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 200, async (tx): Promise<LocationView> => {
        const locations = tx.use(LocationsRepository);
        const found = await locations.byId(id);
        if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
        await locations.lockTree(found.schoolId);
        const location = (await locations.byId(id)) ?? found;
        refuseIfStale(version, location.version);
        const change = asChange(input);
        const parentId = change.parentId === undefined ? location.parentId : change.parentId;
        const parent = parentId === null ? null : await locations.byId(parentId);
        if (parentId !== null && parent?.schoolId !== location.schoolId) throw unknownReference('/parentId');
        const refusals = changeRefusals(location, change, parent, await locations.standingIn(location));
        const [first] = refusals;
        if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));
        const changed = changedLocation(location, change, parent);
        await locations.change(location, changed);
        return toLocationView(changed);
      });
    } catch (error) {
      throw nameTaken(error);
    }
  }
}

const asChange = (input: LocationChangeAsked): LocationChange => ({
  ...(input.name === undefined ? {} : { name: input.name }),
  ...(input.parentId === undefined ? {} : { parentId: input.parentId as LocationId | null }),
  ...(input.position === undefined ? {} : { position: input.position }),
  ...(input.capacity === undefined ? {} : { capacity: input.capacity }),
  ...(input.theme === undefined ? {} : { theme: input.theme }),
  ...(input.closed === undefined ? {} : { closed: input.closed }),
});
