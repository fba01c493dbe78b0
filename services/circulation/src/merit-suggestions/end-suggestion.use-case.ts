import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { MeritState } from './merit.http.js';
import { MeritRepository } from './merit.repository.js';

/** It goes to those who evaluate the classes, or is taken back. */
@Injectable()
export class EndSuggestion {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `merit-suggestion.ended` */
  execute(
    caller: Caller,
    id: string,
    to: Exclude<MeritState, 'suggested'>,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const found = await tx.use(MeritRepository).locked(id);
      if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
      // One that was handed on by mistake can be taken back, too.
      if (found.state === 'withdrawn' || found.state === to) throw conflict('merit-suggestion.ended');
      await tx.use(MeritRepository).end(id, to, this.clock.today(), caller.id);
      return tx.use(MeritRepository).view(id);
    });
  }
}
