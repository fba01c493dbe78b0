import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type BodyError,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { holderOf, refFault } from './holder.http.js';
import { holderFault, type TextbookLine } from './rules/textbook-line.js';
import type { TextbookLineAsked, TextbookLinesAsked, TextbookLinesEntered } from './textbook-stock.http.js';
import { TextbookStockRepository } from './textbook-stock.repository.js';
import { TextbooksRepository } from './textbooks.repository.js';
import { writeLines } from './write-lines.step.js';

/** Enters movements of textbooks by hand: what came, a top-up, what a teacher took, what came back, was lost or worn out. */
@Injectable()
export class EnterTextbookLines {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 400 with every line whose holder is missing or not to be, 422 for a term, textbook, class or reader that the
   * school has not, 409 for more than is on hand or with the holder
   */
  async execute(
    input: TextbookLinesAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const errors = input.lines.flatMap(faultsOf);
    if (errors.length > 0) throw invalid(...errors);
    const onDay = (input.onDay ?? this.clock.today()) as CalendarDay;
    return this.oncePerKey.run(request, 201, async (tx): Promise<TextbookLinesEntered> => {
      const textbooks = tx.use(TextbooksRepository);
      if ((await textbooks.termBegins(schoolId, input.termId)) === null) throw unknownReference('/termId');
      const known = await textbooks.many(
        schoolId,
        input.lines.map(({ textbookId }) => textbookId),
      );
      const unknown = input.lines.findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/textbookId`);
      const lines = input.lines.map((line): TextbookLine => ({
        id: newId(),
        schoolId,
        textbookId: line.textbookId,
        termId: input.termId,
        what: line.what,
        occasion: line.what === 'issued' ? (input.occasion ?? null) : null,
        quantity: line.quantity,
        holder: holderOf(line.holder),
        onDay,
        note: line.note ?? null,
        by,
        documentId: null,
        counterOf: null,
      }));
      const holders = lines.flatMap(({ holder }) => holder ?? []);
      const [stranger] = await textbooks.strangers(schoolId, holders);
      if (stranger !== undefined)
        throw unknownReference(
          `/lines/${String(lines.findIndex(({ holder }) => holder?.ref === stranger.ref))}/holder/ref`,
        );
      await writeLines(tx, schoolId, lines);
      return { items: await tx.use(TextbookStockRepository).views(lines.map(({ id }) => id)) };
    });
  }
}

const faultsOf = ({ what, holder }: TextbookLineAsked, at: number): BodyError[] => {
  const pointer = `/lines/${String(at)}/holder`;
  const fault = holderFault(what, holderOf(holder));
  return fault === null ? refFault(holder, pointer) : [{ pointer, code: fault }];
};
