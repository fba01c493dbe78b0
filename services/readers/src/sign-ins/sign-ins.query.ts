import { Injectable } from '@nestjs/common';
import { Transaction, type Caller } from '@shulian/service-kit';
import { accountInReach } from '../accounts/account-in-reach.step.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import type { SignInsView } from './sign-ins.http.js';

/** Where an account is signed in. */
@Injectable()
export class SignIns {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 for an account that may something out of reach */
  async ofAccount(caller: Caller, accountId: string): Promise<SignInsView> {
    return this.transaction.run(async (tx) => {
      await accountInReach(tx, caller, accountId);
      const open = await tx.use(SessionsRepository).openOf(accountId, new Date());
      return { items: open.map((session) => toView(session, caller)) };
    });
  }

  async own(caller: Caller): Promise<SignInsView> {
    return this.transaction.run(async (tx) => {
      const open = await tx.use(SessionsRepository).openOf(caller.id, new Date());
      return { items: open.map((session) => toView(session, caller)) };
    });
  }
}

const toView = (
  { id, startedAt, lastAt }: { readonly id: string; readonly startedAt: Date; readonly lastAt: Date },
  { claims }: Caller,
): SignInsView['items'][number] => ({
  id,
  startedAt: startedAt.toISOString(),
  lastAt: lastAt.toISOString(),
  current: claims.session === id,
});
