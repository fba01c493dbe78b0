import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { DeliveryId, VendorClaimId } from '@shulian/contracts/ids';
import { DeliveriesRepository } from '../acceptance/deliveries.repository.js';
import { OrdersRepository } from '../orders/orders.repository.js';
import {
  isPaidOff,
  isPossible,
  reopened,
  type VendorClaim,
  type VendorClaimAction,
} from './rules/vendor-claim.js';
import type { SettlementAsked, VendorClaimsMade } from './vendor-claims.http.js';
import { VendorClaimsRepository, type PlaceOfClaim } from './vendor-claims.repository.js';

/** What was short, damaged or wrong is claimed of the vendor; answered, settled or withdrawn, and opened again. */
@Injectable()
export class ClaimOfVendor {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** All faults of a delivery that are not claimed yet. @throws Problem 422 for a delivery of another school, 409 `vendor-claim.nothing-to-claim` */
  open(
    caller: Caller,
    deliveryId: DeliveryId,
    note: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 201, async (tx): Promise<VendorClaimsMade> => {
      const deliveries = tx.use(DeliveriesRepository);
      const delivery = await deliveries.locked(deliveryId);
      if (delivery === null || !caller.mayWorkAt(delivery.schoolId)) throw unknownReference('/deliveryId');
      const { vendor, origin } = await deliveries.view(deliveryId);
      const claims = tx.use(VendorClaimsRepository);
      const openedOn = this.clock.today();
      const opened = (await claims.unclaimed(deliveryId)).map((fault): VendorClaim => ({
        ...fault,
        id: newId<VendorClaimId>(),
        version: 1,
        schoolId: delivery.schoolId,
        deliveryId,
        vendor: vendor ?? origin ?? '',
        status: 'open',
        openedOn,
        answer: null,
        outcome: null,
        amountFen: null,
        documentNumber: null,
        replacementId: null,
        endedOn: null,
      }));
      if (opened.length === 0) throw conflict('vendor-claim.nothing-to-claim');
      await claims.add(opened);
      await claims.addSteps(
        opened.map(({ id }) => ({
          claimId: id,
          version: 1,
          action: 'open',
          onDay: openedOn,
          byWhom: caller.id,
          note,
        })),
      );
      return {
        items: await claims.views(
          opened.map(({ id }) => id),
          openedOn,
        ),
      };
    });
  }

  /** @throws Problem 404, 409 `vendor-claim.state-refused` */
  answer(caller: Caller, id: VendorClaimId, answer: string, request: DeskRequest | null): Promise<Answer> {
    return this.step(caller, id, 'answer', answer, request, (_, claim) =>
      Promise.resolve({ ...claim, version: claim.version + 1, status: 'answered', answer }),
    );
  }

  /**
   * By volumes that came later, by a credit note or by money: what was paid off is no longer to come.
   *
   * @throws Problem 404, 422 for a replacement of another school, 409 `vendor-claim.state-refused`, `vendor-claim.not-replaced`,
   * `vendor-claim.came-meanwhile`
   */
  settle(
    caller: Caller,
    id: VendorClaimId,
    input: SettlementAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.step(caller, id, 'settle', input.note ?? null, request, async (tx, claim, place) => {
      const replacementId = (input.replacementId ?? null) as DeliveryId | null;
      const next = {
        ...claim,
        version: claim.version + 1,
        status: 'settled',
        outcome: input.outcome,
        amountFen: input.amountFen ?? null,
        documentNumber: input.documentNumber ?? null,
        replacementId,
        endedOn: this.clock.today(),
      } as const;
      if (replacementId !== null) await refuseUnlessReplaced(tx, claim, place, replacementId);
      else await payOff(tx, place, claim.volumes);
      return next;
    });
  }

  /** @throws Problem 404, 409 `vendor-claim.state-refused` */
  withdraw(caller: Caller, id: VendorClaimId, reason: string, request: DeskRequest | null): Promise<Answer> {
    return this.step(caller, id, 'withdraw', reason, request, (_, claim) =>
      Promise.resolve({
        ...claim,
        version: claim.version + 1,
        status: 'withdrawn',
        endedOn: this.clock.today(),
      }),
    );
  }

  /** It ended by mistake. @throws Problem 404, 409 `vendor-claim.state-refused`, `vendor-claim.claimed-again` */
  reopen(caller: Caller, id: VendorClaimId, reason: string, request: DeskRequest | null): Promise<Answer> {
    return this.step(caller, id, 'reopen', reason, request, async (tx, claim, place) => {
      if (isPaidOff(claim)) await payOff(tx, place, -claim.volumes);
      // Whoever claims of the same delivery waits.
      await tx.use(DeliveriesRepository).locked(claim.deliveryId);
      const fault = (await tx.use(VendorClaimsRepository).unclaimed(claim.deliveryId)).some(
        ({ lineNumber, fault: own }) => lineNumber === claim.lineNumber && own === claim.fault,
      );
      if (claim.status === 'withdrawn' && !fault) throw conflict('vendor-claim.claimed-again');
      return reopened(claim);
    });
  }

  /** The order first, then the claim: all who change both wait in this order. */
  private step(
    caller: Caller,
    id: VendorClaimId,
    action: Exclude<VendorClaimAction, 'open'>,
    note: string | null,
    request: DeskRequest | null,
    carryOut: (tx: Tx, claim: VendorClaim, place: PlaceOfClaim) => Promise<VendorClaim>,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const claims = tx.use(VendorClaimsRepository);
      const place = await claims.place(id);
      if (place?.orderId !== undefined && place.orderId !== null)
        await tx.use(OrdersRepository).locked(place.orderId);
      const claim = await claims.locked(id);
      if (place === null || claim === null || !caller.mayWorkAt(claim.schoolId)) throw unknownThing();
      if (!isPossible(action, claim.status)) throw conflict('vendor-claim.state-refused');
      const next = await carryOut(tx, claim, place);
      await claims.change(next);
      const onDay = this.clock.today();
      await claims.addSteps([{ claimId: id, version: next.version, action, onDay, byWhom: caller.id, note }]);
      return claims.view(id, onDay);
    });
  }
}

/** So many volumes of the work came in order by the other delivery, and stand for no other claim. */
const refuseUnlessReplaced = async (
  tx: Tx,
  { schoolId, deliveryId, volumes }: VendorClaim,
  { reviewId }: PlaceOfClaim,
  replacementId: DeliveryId,
): Promise<void> => {
  const replacement = await tx.use(DeliveriesRepository).locked(replacementId);
  if (replacement?.schoolId !== schoolId || replacementId === deliveryId)
    throw unknownReference('/replacementId');
  const free = await tx.use(VendorClaimsRepository).freeVolumes(replacementId, reviewId);
  if (replacement.status !== 'accepted' || free < volumes) throw conflict('vendor-claim.not-replaced');
};

const payOff = async (tx: Tx, { orderId, orderLine }: PlaceOfClaim, volumes: number): Promise<void> => {
  if (orderId === null || orderLine === null) return;
  if (!(await tx.use(VendorClaimsRepository).settleLine(orderId, orderLine, volumes)))
    throw conflict('vendor-claim.came-meanwhile');
};
