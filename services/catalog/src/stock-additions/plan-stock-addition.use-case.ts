import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, LocationId, SchoolId, StockAdditionId } from '@shulian/contracts/ids';
import type { AdditionStatus, StockAddition } from './rules/stock-addition.js';
import { StockAdditionsRepository } from './stock-additions.repository.js';
import type { StockAdditionAsked } from './stock-additions.http.js';

/** A room is to get new volumes by a day; it is done, or called off, and taken up again. */
@Injectable()
export class PlanStockAddition {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day before the first, 422 for a place that is none of the school */
  plan(
    caller: Caller,
    schoolId: SchoolId,
    input: StockAdditionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const fromOn = (input.fromOn ?? this.clock.today()) as CalendarDay;
    if (input.dueOn < fromOn) throw invalid({ pointer: '/dueOn', code: 'before-from-on' });
    const locationId = input.locationId as LocationId;
    return this.once.run(request, 201, async (tx) => {
      const additions = tx.use(StockAdditionsRepository);
      if (!(await additions.isPlaceOf(schoolId, locationId))) throw unknownReference('/locationId');
      const id = newId<StockAdditionId>();
      await additions.add({
        id,
        version: 1,
        schoolId,
        locationId,
        name: input.name,
        fromOn,
        dueOn: input.dueOn as CalendarDay,
        volumes: input.volumes,
        note: input.note ?? null,
        status: 'planned',
        endedOn: null,
        words: null,
        plannedBy: caller.id,
      });
      return additions.view(id, this.clock.today());
    });
  }

  /** @throws Problem 404, 409 `stock-addition.ended` */
  end(
    caller: Caller,
    id: StockAdditionId,
    status: 'done' | 'cancelled',
    words: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.step(caller, id, ['planned'], request, (addition) => ({
      ...addition,
      status,
      words,
      endedOn: this.clock.today(),
    }));
  }

  /** @throws Problem 404, 409 `stock-addition.open` */
  reopen(caller: Caller, id: StockAdditionId, request: DeskRequest | null): Promise<Answer> {
    return this.step(caller, id, ['done', 'cancelled'], request, (addition) => ({
      ...addition,
      status: 'planned',
      words: null,
      endedOn: null,
    }));
  }

  private step(
    caller: Caller,
    id: StockAdditionId,
    from: readonly AdditionStatus[],
    request: DeskRequest | null,
    carryOut: (addition: StockAddition) => StockAddition,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const additions = tx.use(StockAdditionsRepository);
      const addition = await additions.locked(id);
      if (addition === null || !caller.mayWorkAt(addition.schoolId)) throw unknownThing();
      if (!from.includes(addition.status))
        throw conflict(addition.status === 'planned' ? 'stock-addition.open' : 'stock-addition.ended');
      await additions.change({ ...carryOut(addition), version: addition.version + 1 });
      return additions.view(id, this.clock.today());
    });
  }
}
