import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, SuggestionId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { readIsbn } from '../titles/isbn.adapter.js';
import { keyOfQuestion } from '../titles/title-finding.use-case.js';
import { askerOf } from './rules/suggestion.js';
import type { SuggestionAsked } from './suggestions.http.js';
import { OPEN_WISH_ONCE, SuggestionsRepository } from './suggestions.repository.js';

/** Somebody at a school wishes for a work; the wish is the first vote for it. */
@Injectable()
export class SuggestWork {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for an ISBN that is none, 409 `suggestion.open-already`: vote for the one that is there */
  async execute(caller: Caller, input: SuggestionAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const isbn = input.isbn ?? null;
    const read = isbn === null ? null : readIsbn(isbn);
    if (isbn !== null && read === null) throw invalid({ pointer: '/isbn', code: 'isbn-invalid' });
    const neededOn = (input.neededOn ?? null) as CalendarDay | null;
    if (neededOn !== null && neededOn < this.clock.today())
      throw invalid({ pointer: '/neededOn', code: 'in-the-past' });
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const id = newId<SuggestionId>();
    try {
      return await this.once.run(request, 201, async (tx) => {
        const suggestions = tx.use(SuggestionsRepository);
        await suggestions.add({
          id,
          schoolId,
          isbn: read?.isbn13 ?? null,
          name: input.name,
          nameKey: keyOfQuestion(input.name),
          contributor: input.contributor ?? null,
          publisher: input.publisher ?? null,
          channel: input.channel ?? 'form',
          asker: askerOf(caller.reach.roles),
          course: input.course ?? null,
          neededOn,
          reason: input.reason ?? null,
          suggestedOn: this.clock.today(),
          suggestedBy: caller.id,
          status: 'open',
          orderId: null,
          words: null,
          decidedOn: null,
          decidedBy: null,
        });
        await suggestions.vote(id, caller.id);
        return suggestions.view(id, caller.id);
      });
    } catch (error) {
      throw openAlready(error);
    }
  }
}

/** The violated index of the database, translated once. */
export const openAlready = (error: unknown): unknown =>
  violatedUnique(error) === OPEN_WISH_ONCE ? conflict('suggestion.open-already') : error;
