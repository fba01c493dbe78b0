import { Injectable } from '@nestjs/common';
import { conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import type { SuggestionId } from '@shulian/contracts/ids';
import type { SuggestionView } from './suggestions.http.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** A vote for a wish of the school, or taken back; given twice it is one. */
@Injectable()
export class Vote {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 for a wish of another school, 409 `suggestion.decided` */
  execute(caller: Caller, id: SuggestionId, vote: 'give' | 'take-back'): Promise<SuggestionView> {
    return this.transaction.run(async (tx) => {
      const suggestions = tx.use(SuggestionsRepository);
      const suggestion = await suggestions.locked(id);
      if (suggestion === null || !caller.mayWorkAt(suggestion.schoolId)) throw unknownThing();
      if (suggestion.status !== 'open') throw conflict('suggestion.decided');
      if (vote === 'give') await suggestions.vote(id, caller.id);
      else await suggestions.takeBackVote(id, caller.id);
      return suggestions.view(id, caller.id);
    });
  }
}
