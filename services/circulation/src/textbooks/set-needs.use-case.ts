import { Injectable } from '@nestjs/common';
import { newId, OncePerKey, unknownReference, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { TextbooksRepository } from './textbooks.repository.js';
import type { TextbookNeedsAsked, TextbookNeedsSet } from './textbooks.http.js';

/** Says what each pupil of a grade and stream gets in a term; none takes it off the list again (CIR-075). */
@Injectable()
export class SetNeeds {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 422 for a term or a textbook that the school has not */
  execute(input: TextbookNeedsAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<TextbookNeedsSet> => {
      const textbooks = tx.use(TextbooksRepository);
      if ((await textbooks.termBegins(schoolId, input.termId)) === null) throw unknownReference('/termId');
      const known = await textbooks.many(
        schoolId,
        input.items.map(({ textbookId }) => textbookId),
      );
      const unknown = input.items.findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/items/${String(unknown)}/textbookId`);
      // What is said twice in one call is said by the last.
      const last = new Map(
        input.items.map((item) => [`${item.textbookId} ${String(item.grade)} ${item.stream}`, item]),
      );
      const needs = [...last.values()].map((item) => ({ ...item, id: newId() }));
      return { lines: await textbooks.setNeeds(schoolId, input.termId, needs) };
    });
  }
}
