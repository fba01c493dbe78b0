import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Refused,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { DeliveryId } from '@shulian/contracts/ids';
import { accessionCopies, type NewCopy } from '../accession/accession-copies.use-case.js';
import { roomRefusals } from '../accession/rules/copy.js';
import { KnownSchoolsQuery, type FoundSchool } from '../from-readers/known-schools.query.js';
import { OrdersRepository } from '../orders/orders.repository.js';
import { SuitabilityReviewsRepository } from '../selection/suitability-reviews.repository.js';
import type { Title } from '../titles/rules/title.js';
import { volumesOf } from './check-in-delivery.use-case.js';
import type { AcceptanceAsked } from './deliveries.http.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesQuery } from './deliveries.query.js';
import {
  firstNumbers,
  settled,
  suitabilityRefusals,
  type Delivery,
  type DeliveryLine,
} from './rules/delivery.js';
import { titlesOfWorks } from './titles-of-works.step.js';

/**
 * What was received in order becomes copies in one step: titles where there were none, accession numbers, barcodes, call
 * numbers, lines of the registers, the line of the purchase register, events (P-22: nothing of it before).
 */
@Injectable()
export class AcceptDelivery {
  constructor(
    private readonly once: OncePerKey,
    private readonly deliveries: DeliveriesQuery,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404 for a delivery of another school, 409 `delivery.settled`, `copy.reading-room-only` for reference
   * books that shall be lendable; Refused 409 `delivery.refused` for works whose review was taken back meanwhile
   */
  async execute(
    caller: Caller,
    id: DeliveryId,
    input: AcceptanceAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { schoolId } = await this.deliveries.byId(caller, id);
    const school = await this.schools.awaited(schoolId as FoundSchool['id']);
    if (school === null) throw unknownReference('/schoolId');
    return this.once.run(request, 200, async (tx) => {
      const deliveries = tx.use(DeliveriesRepository);
      const delivery = await lockedWithOrder(tx, id);
      if (delivery === null) throw unknownThing();
      if (delivery.status !== 'checking') throw conflict('delivery.settled');
      const lines = await deliveries.linesOf(id);
      const titles = await this.titlesOf(tx, delivery, lines);
      const wanted = lines.flatMap((line) => newCopies(line, titles.get(line.reviewId), input));
      const entry = {
        day: this.clock.today(),
        source: delivery.source === 'donation' ? 'donation' : 'purchase',
        documentNumber: delivery.documentNumber,
        importId: null,
        by: caller.id,
      } as const;
      const { copies } = await accessionCopies(tx, school, entry, wanted);
      const [first, last] = [copies[0], copies.at(-1)];
      const numbers =
        first === undefined || last === undefined
          ? null
          : { first: first.accessionNumber, last: last.accessionNumber };

      const places = firstNumbers(numbers?.first ?? 0, lines);
      await deliveries.became(
        id,
        lines.flatMap(({ number, reviewId }, at) => {
          const title = titles.get(reviewId);
          return title === undefined ? [] : [{ number, titleId: title.id, first: places[at] ?? null }];
        }),
      );
      if (delivery.orderId !== null)
        await tx.use(OrdersRepository).settle(delivery.orderId, volumesOf(lines), true);
      const how = { status: 'accepted', on: entry.day, by: caller.id, reason: null, numbers } as const;
      const next = settled(delivery, how);
      if (next === null) throw conflict('delivery.settled');
      await deliveries.change(next);
      return deliveries.view(id);
    });
  }

  private async titlesOf(
    tx: Tx,
    { schoolId }: Delivery,
    lines: readonly DeliveryLine[],
  ): Promise<ReadonlyMap<string, Title>> {
    const received = lines.filter((line) => line.received > 0);
    const reviews = await tx.use(SuitabilityReviewsRepository).ofSchool(
      schoolId,
      received.map(({ reviewId }) => reviewId),
    );
    const refusals = suitabilityRefusals(
      lines.flatMap((line) => {
        const review = reviews.get(line.reviewId);
        return review === undefined ? [] : [{ review, received: line.received }];
      }),
    );
    if (refusals.length > 0) throw new Refused('delivery.refused', refusals);
    return titlesOfWorks(tx, [...reviews.values()], this.clock.now());
  }
}

/** The order first, then what came of it: all who change both wait in this order. */
export const lockedWithOrder = async (tx: Tx, id: DeliveryId): Promise<Delivery | null> => {
  const orderId = await tx.use(DeliveriesRepository).orderOf(id);
  if (orderId !== null) await tx.use(OrdersRepository).locked(orderId);
  return tx.use(DeliveriesRepository).locked(id);
};

const newCopies = (line: DeliveryLine, title: Title | undefined, input: AcceptanceAsked): NewCopy[] => {
  if (line.received === 0) return [];
  if (title === undefined) throw new Error('what was received is a title by now');
  const [refusal] = roomRefusals(line.kind, input.status ?? null);
  if (refusal !== undefined) throw conflict(refusal.code);
  return Array.from({ length: line.received }, () => ({
    titleId: title.id,
    barcode: null,
    clc: title.clc,
    bookNumber: null,
    callNumber: null,
    kind: line.kind,
    volume: null,
    location: input.location ?? null,
    priceFen: line.unitPriceFen,
    stockState: input.status ?? 'processing',
    formerNumber: null,
    foundAs: null,
  }));
};
