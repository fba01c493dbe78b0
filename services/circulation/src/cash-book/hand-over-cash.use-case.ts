import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { HandOverAsked } from './cash-book.http.js';
import { EnterCash } from './enter-cash.step.js';

/** What was paid for losses goes to the accounts of the school. */
@Injectable()
export class HandOverCash {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `cash.not-enough` */
  execute(caller: Caller, input: HandOverAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 200, (tx) =>
      tx.use(EnterCash).enter({
        schoolId,
        kind: 'handed-over',
        amountFen: -input.amountFen,
        on: this.clock.today(),
        by: caller.id,
        documentNumber: input.documentNumber,
        note: input.note ?? null,
      }),
    );
  }
}
