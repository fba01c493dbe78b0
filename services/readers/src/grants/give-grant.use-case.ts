import { Injectable } from '@nestjs/common';
import {
  denied,
  invalid,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { placedGrant } from '../accounts/placed-grants.step.js';
import { faultsOfGrant } from '../accounts/rules/account.js';
import { reachesGrant } from '../accounts/rules/grants-in-reach.js';
import { fitIntoToken, givesTheSame, isForSchoolsToGive } from '../accounts/rules/held-grants.js';
import { toHeldGrantView, type GrantView } from '../grant.http.js';
import { refuse } from '../refuse.adapter.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import type { GrantedAccountView } from './grants.http.js';

/** Somebody gets a role at a place, for a time or for good. Real time, as all of signing in. */
@Injectable()
export class GiveGrant {
  constructor(
    private readonly once: OncePerKey,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /**
   * @throws Problem 400 for a place that is none of the role's, 403 for a school out of reach, 404 for an account of other
   *   schools, 422 for what is not there or elsewhere; Refused `account.own`, `grant.…`
   */
  async execute(
    caller: Caller,
    accountId: string,
    input: GrantView,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { reach } = caller;
    if (accountId === caller.id) throw refuse('account.own');
    const faults = faultsOfGrant(input);
    if (faults.length > 0)
      throw invalid(...faults.map(({ field, code }) => ({ pointer: `/${field}`, code })));
    if (input.schoolId !== undefined && !reachesGrant(reach, { schoolId: input.schoolId })) throw denied();
    const answer = await this.once.run(request, 201, async (tx): Promise<GrantedAccountView> => {
      const before = await tx.use(AccountsRepository).locked(accountId);
      const now = new Date();
      if (before === null || !(reach.county || before.grants.some((grant) => reachesGrant(reach, grant))))
        throw unknownThing();
      if (!reach.county && !isForSchoolsToGive(input)) throw refuse('grant.not-yours-to-give');
      const grant = await placedGrant(tx, input, { id: caller.id, at: now }, '');
      if (!reachesGrant(reach, grant))
        throw unknownReference(input.readerId === undefined ? '/classId' : '/readerId');
      if (before.grants.some((each) => givesTheSame(each, grant))) throw refuse('grant.already-given');
      const account = { ...before, version: before.version + 1, grants: [...before.grants, grant] };
      if (!fitIntoToken(account.grants)) throw refuse('grant.too-many');
      await tx.use(AccountsRepository).change(account);
      // The next token holds it; the one of now is given up for it.
      await tx.use(VoidTokensRepository).add(accountId, now);
      await enterRights(tx, { caller, at: now, what: 'given', account, grants: [grant] });
      const { id, version, username } = account;
      const grants = account.grants.filter((each) => reachesGrant(reach, each)).map(toHeldGrantView);
      return { id, version, username, grantId: grant.id, grants };
    });
    await this.voided.execute();
    return answer;
  }
}
