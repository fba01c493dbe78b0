import { Injectable } from '@nestjs/common';
import { notLendable } from '@shulian/contracts/access';
import {
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { refuse } from '../refuse.adapter.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { wholeRolesOf } from '../sessions/grants-of-token.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import type { DelegationAsked, DelegationView } from './delegations.http.js';
import { DelegationsRepository } from './delegations.repository.js';
import { faultOfTime, MOST_LENT, MOST_LETTERS, type Delegation } from './rules/delegation.js';

/** A head lends what is his own at the school. What is lent ends with what the head himself has. Real time. */
@Injectable()
export class LendRights {
  constructor(
    private readonly once: OncePerKey,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 400, 403, 422 for an account of other schools; Refused `account.own`, `delegation.…` */
  async execute(caller: Caller, input: DelegationAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { toAccountId, role } = input;
    if (toAccountId === caller.id) throw refuse('account.own');
    const operations = input.operations === undefined ? null : [...input.operations].sort();
    refuseOperations(role, operations);
    const answer = await this.once.run(request, 201, async (tx): Promise<DelegationView> => {
      // In the order of their ids: two heads who lend to each other do not wait for each other.
      const [first, second] = [caller.id, toAccountId].sort();
      for (const id of [first, second]) await tx.use(AccountsRepository).locked(id ?? '');
      const now = new Date();
      const startsAt = input.startsAt === undefined ? wholeSecond(now) : new Date(input.startsAt);
      const endsAt = new Date(input.endsAt);
      const fault = faultOfTime(startsAt, endsAt, now);
      if (fault !== null) throw invalid({ pointer: '/endsAt', code: fault });
      const borrower = await tx.use(AccountsRepository).byId(toAccountId);
      const isOfSchool = (await wholeRolesOf(tx, toAccountId, now)).some(
        (grant) => grant.schoolId === schoolId && BORROWERS.includes(grant.role),
      );
      if (borrower === null || !isOfSchool) throw unknownReference('/toAccountId');
      const has = (await wholeRolesOf(tx, caller.id, now)).some(
        (grant) => grant.role === role && grant.schoolId === schoolId,
      );
      if (!has) throw refuse('delegation.more-than-own');
      if ((await tx.use(DelegationsRepository).lentTo(toAccountId, now)) >= MOST_LENT)
        throw refuse('delegation.too-many');
      const delegation: Delegation = {
        id: newId(),
        schoolId,
        fromAccountId: caller.id,
        toAccountId,
        role,
        operations,
        startsAt,
        endsAt,
        madeAt: now,
      };
      await tx.use(DelegationsRepository).add(delegation);
      await tx.use(VoidTokensRepository).add(toAccountId, now);
      const lent = { role, schoolId, clusterId: null, postId: null, startsAt, endsAt };
      await enterRights(tx, { caller, at: now, what: 'lent', account: borrower, grants: [lent] });
      const view = await tx.use(DelegationsRepository).view(delegation.id);
      if (view === null) throw new Error('a delegation that is there is shown');
      return view;
    });
    await this.voided.execute();
    return answer;
  }
}

/** Nothing is lent to a pupil or a device. */
const BORROWERS: readonly string[] = ['school-head', 'librarian', 'teacher'];

const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);

function refuseOperations(role: Delegation['role'], operations: readonly string[] | null): void {
  if (operations === null) return;
  if (operations.length === 0) throw invalid({ pointer: '/operations', code: 'missing' });
  if (operations.join().length > MOST_LETTERS) throw invalid({ pointer: '/operations', code: 'too-long' });
  const faults = notLendable(role, operations);
  if (faults.length > 0)
    throw invalid(...faults.map(() => ({ pointer: '/operations', code: 'not-for-role' })));
}
