import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { holderOf, refFault } from '../textbooks/holder.http.js';
import { TextbooksRepository } from '../textbooks/textbooks.repository.js';
import type { TextbookPackAsked } from './textbook-packs.http.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/** Puts something aside for a teacher, a group or a class, to be collected at the desk (CIR-083). */
@Injectable()
export class MakePack {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 422 for a term, textbook or holder that the school has not */
  async execute(input: TextbookPackAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    const holder = holderOf(input.holder);
    const faults = refFault(input.holder, '/holder');
    if (holder === null || faults.length > 0) throw invalid(...faults);
    const planned = new Map<string, number>();
    for (const { textbookId, quantity } of input.lines)
      planned.set(textbookId, (planned.get(textbookId) ?? 0) + quantity);
    const handOutOn = (input.handOutOn ?? this.clock.today()) as CalendarDay;
    return this.oncePerKey.run(request, 201, async (tx) => {
      const textbooks = tx.use(TextbooksRepository);
      if ((await textbooks.termBegins(schoolId, input.termId)) === null) throw unknownReference('/termId');
      const known = await textbooks.many(schoolId, [...planned.keys()]);
      const unknown = input.lines.findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/textbookId`);
      if ((await textbooks.strangers(schoolId, [holder])).length > 0) throw unknownReference('/holder/ref');
      const packs = tx.use(TextbookPacksRepository);
      const id = newId();
      const lines = [...planned].map(([textbookId, quantity]) => ({ textbookId, planned: quantity }));
      await packs.add(
        { schoolId, termId: input.termId, occasion: input.occasion, handOutOn },
        [{ id, holder, grade: null, pupils: null, lines }],
        input.note ?? null,
      );
      return packs.view(id);
    });
  }
}
