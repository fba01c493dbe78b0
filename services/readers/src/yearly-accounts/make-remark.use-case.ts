import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { YearlyAccountsQuery } from './yearly-accounts.query.js';
import { YearlyAccountsRepository } from './yearly-accounts.repository.js';

const askerOf = ({ reach: { roles } }: Caller): 'teacher' | 'reader' | 'staff' => {
  if (roles.has('teacher')) return 'teacher';
  return roles.has('reader') ? 'reader' : 'staff';
};

/** Somebody at the school says something to an account that is published. */
@Injectable()
export class MakeRemark {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly accounts: YearlyAccountsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an account of another school, or that is not published */
  async execute(caller: Caller, id: string, text: string, request: DeskRequest | null): Promise<Answer> {
    const account = await this.accounts.byId(caller, id);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const accounts = tx.use(YearlyAccountsRepository);
      const found = await accounts.locked(account.id);
      if (found === null) throw new Error('the account is gone');
      const remark = { id: newId(), asker: askerOf(caller), text };
      await accounts.addRemark(remark, found, caller.id, this.clock.today());
      return accounts.remark(remark.id);
    });
  }
}
