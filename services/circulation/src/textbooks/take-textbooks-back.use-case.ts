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
import { holderOf, refFault, toHolderView } from './holder.http.js';
import type { TextbookEvent, TextbookLine } from './rules/textbook-line.js';
import type {
  TextbookReturnAsked,
  TextbookReturnLineAsked,
  TextbookReturnView,
} from './textbook-stock.http.js';
import { TextbooksRepository } from './textbooks.repository.js';
import { writeLines } from './write-lines.step.js';

/**
 * A class, a teacher or a group gives back, counted title by title: what is fit goes back into the stock, what is worn out is
 * discarded, what is said to be lost is struck; what is still missing is the answer (CIR-080, 081, 082).
 */
@Injectable()
export class TakeTextbooksBack {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 422 for a term, textbook or holder that the school has not, 409 for more than they have */
  async execute(
    input: TextbookReturnAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const holder = holderOf(input.holder);
    const faults = refFault(input.holder, '/holder');
    if (holder === null || faults.length > 0) throw invalid(...faults);
    const named = new Set<string>();
    for (const [at, { textbookId }] of input.lines.entries()) {
      if (named.has(textbookId)) throw invalid({ pointer: `/lines/${String(at)}/textbookId`, code: 'twice' });
      named.add(textbookId);
    }
    const onDay = (input.onDay ?? this.clock.today()) as CalendarDay;
    return this.oncePerKey.run(request, 201, async (tx): Promise<TextbookReturnView> => {
      const textbooks = tx.use(TextbooksRepository);
      if ((await textbooks.termBegins(schoolId, input.termId)) === null) throw unknownReference('/termId');
      const known = await textbooks.many(schoolId, [...named]);
      const unknown = input.lines.findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/textbookId`);
      if ((await textbooks.strangers(schoolId, [holder])).length > 0) throw unknownReference('/holder/ref');
      const lines = input.lines.flatMap((asked) =>
        movesOf(asked).map(([what, quantity]): TextbookLine => ({
          id: newId(),
          schoolId,
          textbookId: asked.textbookId,
          termId: input.termId,
          what,
          occasion: null,
          quantity,
          holder: what === 'discarded' ? null : holder,
          onDay,
          note: input.note ?? null,
          by,
          documentId: null,
          counterOf: null,
        })),
      );
      const before = await writeLines(tx, schoolId, lines);
      const items = input.lines.map(({ textbookId, returned, worn, lost }) => {
        const held = before.held(textbookId, holder);
        const gone = { returned, worn: worn ?? 0, lost: lost ?? 0 };
        const out = held - gone.returned - gone.worn - gone.lost;
        return { textbookId, name: known.get(textbookId)?.name ?? '', held, ...gone, out };
      });
      const view = toHolderView(holder.kind, holder.ref);
      if (view === null) throw new Error('a holder is shown');
      return { holder: view, items, out: items.reduce((sum, { out }) => sum + out, 0) };
    });
  }
}

/** What is worn out comes back first, and is discarded then. Nothing returned is said too: it tells what the holder has. */
const movesOf = ({ returned, worn, lost }: TextbookReturnLineAsked): (readonly [TextbookEvent, number])[] => {
  const others: (readonly [TextbookEvent, number])[] = [
    ['discarded', worn ?? 0],
    ['lost', lost ?? 0],
  ];
  return [['returned', returned + (worn ?? 0)], ...others.filter(([, quantity]) => quantity > 0)];
};
