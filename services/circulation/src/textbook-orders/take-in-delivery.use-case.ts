import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { TextbookLine } from '../textbooks/rules/textbook-line.js';
import { TextbooksRepository } from '../textbooks/textbooks.repository.js';
import { writeLines } from '../textbooks/write-lines.step.js';
import { openDelivery } from './open-delivery.step.js';
import { arrivedAs, type Counted } from './rules/textbook-delivery.js';
import type { TextbookArrivalAsked } from './textbook-deliveries.http.js';
import { TextbookDeliveriesRepository } from './textbook-deliveries.repository.js';

/** A delivery has come and was counted: what is fit goes into the stock, what is short, wrong or damaged stays on its lines. */
@Injectable()
export class TakeInDelivery {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for more unusable than came, 404 out of reach, 409 where it has come already, 422 for an unknown textbook */
  async execute(
    caller: Caller,
    id: string,
    input: TextbookArrivalAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const asked = input.lines ?? [];
    const faults = asked.flatMap(({ delivered, unusable }, at) =>
      (unusable ?? 0) > delivered ? [{ pointer: `/lines/${String(at)}/unusable`, code: 'max' }] : [],
    );
    if (faults.length > 0) throw invalid(...faults);
    const counted = new Map(
      asked.map((line): [string, Counted] => [
        line.textbookId,
        { ...line, unusable: line.unusable ?? 0, note: line.note ?? null },
      ]),
    );
    const onDay = (input.onDay ?? this.clock.today()) as CalendarDay;
    return this.oncePerKey.run(request, 200, async (tx) => {
      const delivery = await openDelivery(tx, caller, id, 'expected');
      const { schoolId, termId } = delivery;
      const known = await tx.use(TextbooksRepository).many(schoolId, [...counted.keys()]);
      const unknown = asked.findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/textbookId`);
      const deliveries = tx.use(TextbookDeliveriesRepository);
      const lines = arrivedAs(await deliveries.lines(id), [...counted.values()]);
      await deliveries.arrive(id, lines);
      const moves = lines.map((line): TextbookLine => ({
        id: newId(),
        schoolId,
        textbookId: line.textbookId,
        termId,
        what: 'received',
        occasion: null,
        quantity: line.delivered - line.unusable,
        holder: null,
        onDay,
        note: line.note,
        by: caller.id,
        documentId: id,
        counterOf: null,
      }));
      await writeLines(tx, schoolId, moves);
      const version = delivery.version + 1;
      await deliveries.change({ ...delivery, status: 'arrived', arrivedOn: onDay, version });
      return deliveries.view(id);
    });
  }
}
