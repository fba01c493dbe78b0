import { Injectable } from '@nestjs/common';
import {
  Clock,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { LocationId } from '@shulian/contracts/ids';
import { plainBarcodes } from '../accession/rules/copy-numbers.js';
import { LocationsRepository } from '../locations/locations.repository.js';
import { readShelf, type Scanned } from './rules/reading-of-shelf.js';
import type { PatrolAsked } from './shelf-patrols.http.js';
import { ShelfPatrolsRepository } from './shelf-patrols.repository.js';

/** Somebody has walked along a shelf and scanned what stands there: what does not belong is listed at once (CAT-055). */
@Injectable()
export class EnterPatrol {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a place that the school has not */
  execute(caller: Caller, input: PatrolAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const locationId = input.locationId as LocationId;
    const barcodes = plainBarcodes(input.barcodes);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const place = await tx.use(LocationsRepository).byId(locationId);
      if (place?.schoolId !== schoolId) throw unknownReference('/locationId');
      const patrols = tx.use(ShelfPatrolsRepository);
      const found = await patrols.copiesAt(schoolId, barcodes, locationId);
      const known = new Map(found.map((copy) => [copy.barcode, copy]));
      const shelf = barcodes.map((barcode): Scanned => ({ barcode, copy: known.get(barcode) ?? null }));
      const id = newId();
      await patrols.add(
        {
          id,
          schoolId,
          locationId,
          walkedOn: this.clock.today(),
          walkedBy: input.walkedBy ?? null,
          enteredBy: caller.id,
          note: input.note ?? null,
          scanned: barcodes.length,
        },
        readShelf(shelf),
      );
      return patrols.view(id);
    });
  }
}
