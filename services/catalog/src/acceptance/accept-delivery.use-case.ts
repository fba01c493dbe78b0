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
import { roomRefusals, type Copy } from '../accession/rules/copy.js';
import { KnownSchoolsQuery, type FoundSchool } from '../from-readers/known-schools.query.js';
import { OrdersRepository } from '../orders/orders.repository.js';
import { ProcessingStepsRepository } from '../processing/processing-steps.repository.js';
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
  type DeliverySource,
} from './rules/delivery.js';
import type { AccessionSource } from '@shulian/contracts/words';
import { tellOfNewBooks } from './tell-of-new-books.step.js';
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
      const wanted = lines.flatMap((line) =>
        newCopies(line, titles.get(line.reviewId), input, delivery.source),
      );
      const entry = {
        day: this.clock.today(),
        source: ACCESSION_SOURCE_OF[delivery.source],
        documentNumber: delivery.documentNumber,
        // A batch of its own, whatever else came on that day by the same paper, or by none.
        deliveryId: id,
        importId: null,
        by: caller.id,
      } as const;
      const { copies } = await accessionCopies(tx, school, entry, wanted);
      await this.recordSteps(tx, delivery, copies, caller.id);
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
      await tellOfNewBooks(tx, {
        deliveryId: id,
        schoolId: delivery.schoolId,
        titles: titles.size,
        on: entry.day,
      });
      return deliveries.view(id);
    });
  }

  /** It was received and accepted: copies that are still to be processed have both behind them. */
  private async recordSteps(
    tx: Tx,
    { schoolId, arrivedOn, recordedBy }: Delivery,
    copies: readonly Copy[],
    by: string,
  ): Promise<void> {
    const waiting = copies.filter(({ stockState }) => stockState === 'processing');
    const steps = tx.use(ProcessingStepsRepository);
    const at = this.clock.now();
    const all = (stage: 'received' | 'accepted') => waiting.map(({ id: copyId }) => ({ copyId, stage }));
    await steps.add(schoolId, all('received'), { on: arrivedOn, at, by: recordedBy });
    await steps.add(schoolId, all('accepted'), { on: this.clock.today(), at, by });
  }

  private async titlesOf(
    tx: Tx,
    { schoolId }: Delivery,
    lines: readonly DeliveryLine[],
  ): Promise<ReadonlyMap<string, Title>> {
    const reviews = await tx.use(SuitabilityReviewsRepository).heldOfSchool(
      schoolId,
      lines.map(({ reviewId }) => reviewId),
    );
    const refusals = suitabilityRefusals(
      lines.flatMap((line) => {
        const review = reviews.get(line.reviewId);
        return review === undefined ? [] : [{ review, received: line.received }];
      }),
    );
    if (refusals.length > 0) throw new Refused('delivery.refused', refusals);
    const came = new Set(lines.filter(({ received }) => received > 0).map(({ reviewId }) => reviewId));
    return titlesOfWorks(
      tx,
      [...reviews.values()].filter(({ id }) => came.has(id)),
      this.clock.now(),
    );
  }
}

/** What the registers say of copies that came so. */
const ACCESSION_SOURCE_OF = {
  order: 'purchase',
  'field-purchase': 'purchase',
  donation: 'donation',
  'pupil-purchase': 'pupil-purchase',
  'central-purchase': 'allocation',
} as const satisfies Readonly<Record<DeliverySource, AccessionSource>>;

/** The order first, then what came of it: all who change both wait in this order. */
export const lockedWithOrder = async (tx: Tx, id: DeliveryId): Promise<Delivery | null> => {
  const orderId = await tx.use(DeliveriesRepository).orderOf(id);
  if (orderId !== null) await tx.use(OrdersRepository).locked(orderId);
  return tx.use(DeliveriesRepository).locked(id);
};

const newCopies = (
  line: DeliveryLine,
  title: Title | undefined,
  input: AcceptanceAsked,
  source: DeliverySource,
): NewCopy[] => {
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
    // A gift costs nothing and is not worth nothing: who loses it owes what its title costs.
    priceFen: source === 'donation' && line.unitPriceFen === 0 ? title.priceFen : line.unitPriceFen,
    stockState: input.status ?? 'processing',
    formerNumber: null,
    foundAs: null,
  }));
};
