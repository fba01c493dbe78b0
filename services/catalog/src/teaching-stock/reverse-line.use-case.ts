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
import { counterLine } from './rules/teaching-line.js';
import type { TeachingReversalAsked, TeachingLineView } from './teaching-stock.http.js';
import { linesOf } from './teaching-stock.query.js';
import { COUNTERED_ONCE, TeachingStockRepository } from './teaching-stock.repository.js';
import { writeLines } from './write-lines.step.js';

/** Takes a line back by a counter-line; a counter-line itself is not taken back, it is entered anew. */
@Injectable()
export class ReverseLine {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a line of another school, 409 when it was taken back, or what it brought is gone */
  async execute(
    id: string,
    input: TeachingReversalAsked,
    caller: Caller,
    request: DeskRequest | null,
  ): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 201, async (tx): Promise<TeachingLineView> => {
        const line = await tx.use(TeachingStockRepository).line(id);
        if (line === null || !caller.mayWorkAt(line.schoolId)) throw unknownThing();
        const { countered, ...written } = line;
        if (countered || line.counterOf !== null) throw conflict('teaching-stock.already-reversed');
        const its = { id: newId(), onDay: this.clock.today(), by: caller.id, note: input.note ?? null };
        const counter = counterLine(written, its);
        await writeLines(tx, line.schoolId, [counter]);
        const [view] = await linesOf(tx.session, [counter.id]);
        if (view === undefined) throw new Error('no line was written');
        return view;
      });
    } catch (error) {
      throw violatedUnique(error) === COUNTERED_ONCE ? conflict('teaching-stock.already-reversed') : error;
    }
  }
}
