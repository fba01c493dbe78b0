import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { counterLine } from './rules/textbook-line.js';
import type { TextbookLineView, TextbookReversalAsked } from './textbook-stock.http.js';
import { COUNTERED_ONCE, TextbookStockRepository } from './textbook-stock.repository.js';
import { writeLines } from './write-lines.step.js';

/** Takes a line back by a counter-line; what a pack or a delivery wrote is taken back with it. */
@Injectable()
export class ReverseTextbookLine {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a line of another school, 409 when it was taken back, is of a document, or what it brought is gone */
  async execute(
    id: string,
    input: TextbookReversalAsked,
    caller: Caller,
    request: DeskRequest | null,
  ): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 201, async (tx): Promise<TextbookLineView> => {
        const stock = tx.use(TextbookStockRepository);
        const line = await stock.line(id);
        if (line === null || !caller.mayWorkAt(line.schoolId)) throw unknownThing();
        const { countered, ...written } = line;
        if (countered || line.counterOf !== null) throw conflict('textbook-stock.already-reversed');
        if (line.documentId !== null) throw conflict('textbook-stock.of-a-document');
        const its = { id: newId(), onDay: this.clock.today(), by: caller.id, note: input.note ?? null };
        await writeLines(tx, line.schoolId, [counterLine(written, its)]);
        const [view] = await stock.views([its.id]);
        if (view === undefined) throw new Error('no line was written');
        return view;
      });
    } catch (error) {
      throw violatedUnique(error) === COUNTERED_ONCE ? conflict('textbook-stock.already-reversed') : error;
    }
  }
}
