import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { PurchaseOrderId, SuggestionId } from '@shulian/contracts/ids';
import { decided, reopened, type Suggestion } from '../selection/rules/suggestion.js';
import { openAlready } from '../selection/suggest-work.use-case.js';
import type { FateAsked, SuggestionView } from '../selection/suggestions.http.js';
import { SuggestionsRepository } from '../selection/suggestions.repository.js';
import { OrdersRepository } from './orders.repository.js';

/** What became of a wish, in words that the wisher reads; a mistake is taken back. */
@Injectable()
export class DecideSuggestion {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a wish of another school, 422 for an order it does not have, 409 `suggestion.decided` */
  execute(caller: Caller, id: SuggestionId, input: FateAsked, request: DeskRequest | null): Promise<Answer> {
    const words = input.words ?? null;
    const orderId = (input.orderId ?? null) as PurchaseOrderId | null;
    if (input.fate === 'declined' && words === null) throw invalid({ pointer: '/words', code: 'is-defined' });
    if (input.fate === 'ordered' && orderId === null)
      throw invalid({ pointer: '/orderId', code: 'is-defined' });
    return this.once.run(request, 200, (tx) =>
      changed(tx, caller, id, async (suggestion) => {
        const fate = { status: input.fate, orderId, words, on: this.clock.today(), by: caller.id };
        const next = decided(suggestion, fate);
        if (next === null) throw conflict('suggestion.decided');
        const order = orderId === null ? null : await tx.use(OrdersRepository).locked(orderId);
        if (orderId !== null && (order?.schoolId !== suggestion.schoolId || order.status === 'cancelled'))
          throw unknownReference('/orderId');
        return next;
      }),
    );
  }

  /** @throws Problem 404, 409 `suggestion.open-already`: it is open, or somebody wished for the same again meanwhile */
  async reopen(caller: Caller, id: SuggestionId, request: DeskRequest | null): Promise<Answer> {
    try {
      return await this.once.run(request, 200, (tx) =>
        changed(tx, caller, id, (suggestion) => {
          const next = reopened(suggestion);
          if (next === null) throw conflict('suggestion.open-already');
          return Promise.resolve(next);
        }),
      );
    } catch (error) {
      throw openAlready(error);
    }
  }
}

const changed = async (
  tx: Tx,
  caller: Caller,
  id: SuggestionId,
  next: (suggestion: Suggestion) => Promise<Suggestion>,
): Promise<SuggestionView> => {
  const suggestions = tx.use(SuggestionsRepository);
  const suggestion = await suggestions.locked(id);
  if (suggestion === null || !caller.mayWorkAt(suggestion.schoolId)) throw unknownThing();
  await suggestions.change(await next(suggestion));
  return suggestions.view(id, caller.id);
};
