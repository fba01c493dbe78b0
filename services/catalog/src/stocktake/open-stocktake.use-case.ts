import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, LocationId, StocktakeId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { LocationsRepository } from '../locations/locations.repository.js';
import { reversedEnds, type Opening } from './rules/stocktake.js';
import type { StocktakeAsked } from './stocktakes.http.js';
import { StocktakesRepository } from './stocktakes.repository.js';

/** Opens a stocktake (CAT-044): whatever the school has today and the stretch names is to be seen. */
@Injectable()
export class OpenStocktake {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 400 for a stretch whose ends are the wrong way round, 422 for an unknown school, or a place of another one */
  async execute(caller: Caller, input: StocktakeAsked, request: DeskRequest | null): Promise<Answer> {
    const opening: Opening = {
      id: newId<StocktakeId>(),
      schoolId: caller.schoolFor(input.schoolId),
      name: input.name,
      location: input.location ?? null,
      locationId: (input.locationId ?? null) as LocationId | null,
      kind: input.kind ?? null,
      clcFrom: input.clcFrom ?? null,
      clcTo: input.clcTo ?? null,
      firstNumber: input.firstNumber ?? 1,
      lastNumber: input.lastNumber ?? null,
      beginsOn: (input.beginsOn ?? null) as CalendarDay | null,
      endsOn: (input.endsOn ?? null) as CalendarDay | null,
      openedOn: this.clock.today(),
      openedBy: caller.id,
    };
    const reversed = reversedEnds(opening);
    if (reversed.length > 0) throw invalid(...reversed.map((pointer) => ({ pointer, code: 'reversed' })));
    if ((await this.schools.awaited(opening.schoolId)) === null) throw unknownReference('/schoolId');
    return this.oncePerKey.run(request, 201, async (tx) => {
      const place =
        opening.locationId === null ? null : await tx.use(LocationsRepository).byId(opening.locationId);
      if (opening.locationId !== null && place?.schoolId !== opening.schoolId)
        throw unknownReference('/locationId');
      await tx.use(StocktakesRepository).open(opening);
      return tx.use(StocktakesRepository).view(opening.id);
    });
  }
}
