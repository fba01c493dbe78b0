import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId, VendorId } from '@shulian/contracts/ids';
import { SubscriptionsRepository } from '../subscriptions/subscriptions.repository.js';
import type { ClaimAsked, ClaimsAnswer, OutcomeAsked } from './claims.http.js';
import { ClaimsRepository } from './claims.repository.js';

/** What did not come is claimed of the vendor, and it stands on record how that ended (CAT-066). */
@Injectable()
export class ClaimIssues {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown vendor */
  execute(
    caller: Caller,
    schoolId: SchoolId,
    asked: ClaimAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const vendorId = (asked.vendorId ?? null) as VendorId | null;
    return this.once.run(request, 200, async (tx): Promise<ClaimsAnswer> => {
      if (vendorId !== null && !(await tx.use(SubscriptionsRepository).buysAt(vendorId, schoolId)))
        throw unknownReference('/vendorId');
      const issues = [...new Set(asked.issueIds)].map((issueId) => ({ id: newId(), issueId }));
      const how = { on: this.clock.today(), by: caller.id, vendorId, note: asked.note ?? null };
      const claimed = await tx.use(ClaimsRepository).claim(schoolId, issues, how);
      const notMissing = issues.flatMap(({ issueId }) => (claimed.has(issueId) ? [] : [issueId]));
      return { claimed: claimed.size, notMissing };
    });
  }

  /** @throws Problem 404 for a claim of another school, 400 for a refund without its sum, 409 `claim.ended` */
  end(caller: Caller, id: string, asked: OutcomeAsked, request: DeskRequest | null): Promise<Answer> {
    const refundFen = asked.refundFen ?? null;
    if ((asked.outcome === 'refunded') !== (refundFen !== null))
      throw invalid({
        pointer: '/refundFen',
        code: refundFen === null ? 'is-defined' : 'only-with-a-refund',
      });
    return this.once.run(request, 200, async (tx) => {
      const claims = tx.use(ClaimsRepository);
      const claim = await claims.locked(id);
      if (claim === null || !caller.mayWorkAt(claim.schoolId)) throw unknownThing();
      if (claim.state !== 'claimed') throw conflict('claim.ended');
      const how = { on: this.clock.today(), by: caller.id, refundFen, note: asked.note ?? null };
      await claims.end(id, asked.outcome, how);
      return claims.view(claim, this.clock.today());
    });
  }

  /** @throws Problem 404 for a claim of another school, 409 `claim.open` */
  reopen(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const claims = tx.use(ClaimsRepository);
      const claim = await claims.locked(id);
      if (claim === null || !caller.mayWorkAt(claim.schoolId)) throw unknownThing();
      if (claim.state === 'claimed') throw conflict('claim.open');
      await claims.reopen(id);
      return claims.view(claim, this.clock.today());
    });
  }
}
