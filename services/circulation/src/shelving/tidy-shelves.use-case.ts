import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { TidyingAsked } from './shelving.http.js';
import { ONCE_A_DAY, ShelvingRepository } from './shelving.repository.js';

/** The shelves are in order again after the day's lending (CIR-037). */
@Injectable()
export class TidyShelves {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `shelf-tidying.done` */
  async execute(caller: Caller, input: TidyingAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    try {
      return await this.oncePerKey.run(request, 201, (tx) =>
        tx.use(ShelvingRepository).tidy({
          id: newId(),
          schoolId,
          tidiedOn: this.clock.today(),
          tidiedBy: caller.id,
          note: input.note ?? null,
        }),
      );
    } catch (error) {
      if (violatedUnique(error) === ONCE_A_DAY) throw conflict('shelf-tidying.done');
      throw error;
    }
  }
}
