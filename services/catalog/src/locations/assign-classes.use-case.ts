import { Injectable } from '@nestjs/common';
import { conflict, invalid, Transaction, unknownThing, type Caller, type Page } from '@shulian/service-kit';
import type { LocationId } from '@shulian/contracts/ids';
import { LocationsRepository } from './locations.repository.js';
import { readRanges, type PlacedRange, type ShelfRange } from './rules/shelf-range.js';
import { ShelfRangesRepository } from './shelf-ranges.repository.js';

/** Says which classes stand in a place, in place of what was said before. */
@Injectable()
export class AssignClasses {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 for a place of another school, 409 for one that is closed, 400 with every range that is wrong */
  execute(caller: Caller, id: LocationId, input: readonly ShelfRange[]): Promise<Page<PlacedRange>> {
    const { ranges, faults } = readRanges(input);
    if (faults.length > 0)
      throw invalid(
        ...faults.map(({ at, field, code }) => ({ pointer: `/ranges/${String(at)}/${field}`, code })),
      );
    return this.transaction.run(async (tx) => {
      const locations = tx.use(LocationsRepository);
      const found = await locations.byId(id);
      if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
      await locations.lockTree(found.schoolId);
      const location = (await locations.byId(id)) ?? found;
      if (location.closed) throw conflict('location.closed');
      await tx.use(ShelfRangesRepository).replace(location, ranges);
      const { kind, path } = location;
      return {
        items: ranges.map((range, at) => ({ ...range, locationId: id, number: at + 1, kind, path })),
        nextCursor: null,
      };
    });
  }
}
