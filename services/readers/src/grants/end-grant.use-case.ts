import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { isCountyAdmin } from '../accounts/rules/account.js';
import { reachesGrant } from '../accounts/rules/grants-in-reach.js';
import { isForSchoolsToGive } from '../accounts/rules/held-grants.js';
import { voidWhatWasLentBy } from '../delegations/void-lent.step.js';
import { refuse } from '../refuse.adapter.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';

/** A grant is taken back: what was signed with it counts no more, and what was lent of it neither. */
@Injectable()
export class EndGrant {
  constructor(
    private readonly transaction: Transaction,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 404 for one of other schools; Refused `account.own`, `account.last-admin`, `grant.…` */
  async execute(caller: Caller, grantId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const accounts = tx.use(AccountsRepository);
      const account = await accounts.lockedByGrant(grantId);
      const grant = account?.grants.find(({ id }) => id === grantId);
      if (account === null || grant === undefined || !reachesGrant(caller.reach, grant)) throw unknownThing();
      if (account.id === caller.id) throw refuse('account.own');
      if (!caller.reach.county && !isForSchoolsToGive(grant)) throw refuse('grant.not-yours-to-give');
      const grants = account.grants.filter(({ id }) => id !== grantId);
      if (grants.length === 0) throw refuse('grant.last-of-account');
      const now = new Date();
      const wasAdmin = isCountyAdmin(grant, now) && !grants.some((each) => isCountyAdmin(each, now));
      if (wasAdmin && !(await accounts.isAnotherAdmin(account.id))) throw refuse('account.last-admin');
      await accounts.change({ ...account, version: account.version + 1, grants });
      await tx.use(VoidTokensRepository).add(account.id, now);
      await voidWhatWasLentBy(tx, account.id, now);
      await enterRights(tx, { caller, at: now, what: 'taken-back', account, grants: [grant] });
    });
    await this.voided.execute();
  }
}
