import { Injectable } from '@nestjs/common';
import { OncePerKey, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import { DelegationsRepository } from './delegations.repository.js';

/** What was lent is taken back before its time, by any head of the school or by the county; at once. */
@Injectable()
export class RevokeDelegation {
  constructor(
    private readonly once: OncePerKey,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** Twice is once. @throws Problem 404 also for one of another school */
  async execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const answer = await this.once.run(request, 200, async (tx) => {
      const lent = await tx.use(DelegationsRepository).locked(id);
      if (lent === null || !(caller.reach.county || caller.mayWorkAt(lent.schoolId))) throw unknownThing();
      // Whoever signs a token for the borrower has done so by now, or sees what holds after it.
      await tx.use(AccountsRepository).locked(lent.toAccountId);
      const now = new Date();
      if (await tx.use(DelegationsRepository).revoke(id, now, caller.id)) {
        await tx.use(VoidTokensRepository).add(lent.toAccountId, now);
        await enterRights(tx, {
          caller,
          at: now,
          what: 'lent-back',
          account: { id: lent.toAccountId },
          grants: [
            {
              role: lent.role,
              schoolId: lent.schoolId,
              clusterId: null,
              postId: null,
              startsAt: new Date(lent.startsAt),
              endsAt: new Date(lent.endsAt),
            },
          ],
        });
      }
      return tx.use(DelegationsRepository).view(id);
    });
    await this.voided.execute();
    return answer;
  }
}
