import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  Problem,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { SchoolId, TitleId, VendorId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import { mayStandIn, type SubscriptionRound } from '../rules/subscription.js';
import type {
  LinesAsked,
  SubscriptionReviewsAsked,
  RoundAsked,
  RoundChange,
  RoundView,
} from './subscriptions.http.js';
import { ROUND_ONCE_A_YEAR, SubscriptionsRepository } from './subscriptions.repository.js';

/** What a school means to subscribe to for a year, for which room, and what was thought of each title (CAT-060, CAT-061). */
@Injectable()
export class Subscribe {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school or vendor, 409 `subscription.year-taken` */
  async begin(asked: RoundAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const vendorId = (asked.vendorId ?? null) as VendorId | null;
    try {
      return await this.once.run(request, 201, async (tx) => {
        await refuseVendor(tx, vendorId, schoolId);
        const { year, requiredTitles = null } = asked;
        const id = newId();
        const rounds = tx.use(SubscriptionsRepository);
        await rounds.add({ id, schoolId, year, requiredTitles, vendorId }, this.clock.today());
        return rounds.view(id);
      });
    } catch (error) {
      throw violatedUnique(error) === ROUND_ONCE_A_YEAR ? conflict('subscription.year-taken') : error;
    }
  }

  /** @throws Problem 404 for a round of another school, 412, 422 for an unknown vendor */
  change(
    caller: Caller,
    id: string,
    version: number,
    asked: RoundChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const round = await roundOf(tx, caller, id);
      refuseIfStale(version, round.version);
      const vendorId = (asked.vendorId === undefined ? round.vendorId : asked.vendorId) as VendorId | null;
      if (vendorId !== round.vendorId) await refuseVendor(tx, vendorId, round.schoolId);
      const requiredTitles = asked.requiredTitles === undefined ? round.requiredTitles : asked.requiredTitles;
      const rounds = tx.use(SubscriptionsRepository);
      await rounds.change({ ...round, version: round.version + 1, vendorId, requiredTitles });
      return rounds.view(id);
    });
  }

  /** @throws Problem 404, 422 for unknown serials, 409 `subscription.state-refused`, `subscription.staff-only` */
  addLines(caller: Caller, id: string, asked: LinesAsked, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 201, async (tx): Promise<RoundView> => {
      const round = await draftOf(tx, caller, id);
      const rounds = tx.use(SubscriptionsRepository);
      const serials = await rounds.serials(asked.items.map(({ serialId }) => serialId));
      const unknown = asked.items.flatMap(({ serialId }, at) =>
        serials.has(serialId) ? [] : [{ pointer: `/items/${String(at)}/serialId`, code: 'unknown' }],
      );
      if (unknown.length > 0) throw new Problem(422, 'request.unknown-reference', { errors: unknown });
      // Named twice in one call: the last one holds.
      const lines = new Map<string, LinesAsked['items'][number]>();
      for (const item of asked.items) lines.set(`${item.serialId} ${item.room}`, item);
      const written = [...lines.values()].map((item, at) => {
        const serial = serials.get(item.serialId);
        if (serial !== undefined && !mayStandIn(serial.audience, item.room))
          throw conflict('subscription.staff-only');
        return {
          number: round.nextLine + at,
          titleId: item.serialId as TitleId,
          room: item.room,
          copies: item.copies,
          priceFen: item.priceFen ?? serial?.priceFen ?? 0,
          shelfOrder: item.shelfOrder ?? null,
        };
      });
      await rounds.write(id, written);
      const nextLine = round.nextLine + written.length;
      await rounds.change({ ...round, version: round.version + 1, nextLine });
      return rounds.view(id);
    });
  }

  /** @throws Problem 404 for a round of another school or a line that is not there, 409 `subscription.state-refused` */
  removeLine(caller: Caller, id: string, number: number, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx): Promise<RoundView> => {
      const round = await draftOf(tx, caller, id);
      const rounds = tx.use(SubscriptionsRepository);
      if (!(await rounds.remove(id, number))) throw unknownThing();
      await rounds.change({ ...round, version: round.version + 1 });
      return rounds.view(id);
    });
  }

  /** Reviewed again, the later review holds. @throws Problem 404, 422 for lines that are not there, 409 */
  review(
    caller: Caller,
    id: string,
    asked: SubscriptionReviewsAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx): Promise<RoundView> => {
      const round = await draftOf(tx, caller, id);
      const rounds = tx.use(SubscriptionsRepository);
      const reviews = new Map(
        asked.items.map(({ remark = null, ...review }) => [review.number, { ...review, remark }]),
      );
      const how = { reviewer: asked.reviewer, on: this.clock.today(), by: caller.id };
      const known = await rounds.review(id, [...reviews.values()], how);
      const errors = asked.items.flatMap(({ number }, at) =>
        known.has(number) ? [] : [{ pointer: `/items/${String(at)}/number`, code: 'unknown' }],
      );
      if (errors.length > 0) throw new Problem(422, 'request.unknown-reference', { errors });
      await rounds.change({ ...round, version: round.version + 1 });
      return rounds.view(id);
    });
  }
}

const refuseVendor = async (tx: Tx, vendorId: VendorId | null, schoolId: SchoolId): Promise<void> => {
  if (vendorId !== null && !(await tx.use(SubscriptionsRepository).buysAt(vendorId, schoolId)))
    throw unknownReference('/vendorId');
};

const roundOf = async (tx: Tx, caller: Caller, id: string): Promise<SubscriptionRound> => {
  const round = await tx.use(SubscriptionsRepository).locked(id);
  if (round === null || !caller.mayWorkAt(round.schoolId)) throw unknownThing();
  return round;
};

const draftOf = async (tx: Tx, caller: Caller, id: string): Promise<SubscriptionRound> => {
  const round = await roundOf(tx, caller, id);
  if (round.status !== 'draft') throw conflict('subscription.state-refused');
  return round;
};
