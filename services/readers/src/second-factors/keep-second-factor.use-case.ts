import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem, Transaction, type Caller } from '@shulian/service-kit';
import { accountInReach } from '../accounts/account-in-reach.step.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { passwordFits } from '../password.adapter.js';
import { refuse } from '../refuse.adapter.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { sealed } from '../sealing.adapter.js';
import { newSecret, shownSecret } from '../second-factor.adapter.js';
import { CountTry } from '../sessions/count-try.use-case.js';
import { endOtherSignIns, endSignIns } from '../sessions/end-sign-ins.step.js';
import { ONE_PLACE } from '../sessions/rules/throttle.js';
import { TriesRepository } from '../sessions/tries.repository.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import type { BegunSecondFactorView, RecoveryCodesView, SecondFactorView } from './second-factors.http.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { hashOfCode, takeCode } from './take-code.step.js';

const CODES = 10;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Nothing here is remembered for repetitions: secrets are shown once. Real time, as all of signing in. */
@Injectable()
export class KeepSecondFactor {
  constructor(
    private readonly transaction: Transaction,
    private readonly countTry: CountTry,
    private readonly voided: PublishVoidedTokens,
  ) {}

  async own(caller: Caller): Promise<SecondFactorView> {
    const factor = await this.transaction.run((tx) => tx.use(SecondFactorsRepository).of(caller.id));
    return {
      enabled: factor?.confirmedAt != null,
      confirmedAt: factor?.confirmedAt?.toISOString() ?? null,
      recoveryCodesLeft: factor?.codesLeft ?? 0,
    };
  }

  /** @throws Refused `account.password-wrong`, `second-factor.already`; Problem 401, 429 `account.locked` */
  async begin(caller: Caller, currentPassword: string): Promise<BegunSecondFactorView> {
    const count = { under: `password of ${caller.id}, for a second factor`, rule: ONE_PLACE };
    await this.countTry.execute([count]);
    const account = await this.transaction.run((tx) => tx.use(AccountsRepository).byId(caller.id));
    if (account === null) throw new Problem(401, 'authentication.failed');
    if (!(await passwordFits(currentPassword, account.passwordHash))) throw refuse('account.password-wrong');
    const secret = newSecret();
    await this.transaction.run(async (tx) => {
      await tx.use(TriesRepository).forget([count]);
      if (
        !(await tx
          .use(SecondFactorsRepository)
          .begin(account.id, sealed('second factors of accounts', secret), new Date()))
      )
        throw refuse('second-factor.already');
    });
    return shownSecret(secret, account.username);
  }

  /** @throws Refused `second-factor.not-begun`, `.already`, `.wrong`; Problem 429 `account.locked` */
  async confirm(caller: Caller, code: string): Promise<RecoveryCodesView> {
    const recoveryCodes = Array.from({ length: CODES }, newCode);
    await this.withCode(caller, code, async (tx, confirmedAt) => {
      if (confirmedAt !== null) throw refuse('second-factor.already');
      const now = new Date();
      await tx.use(SecondFactorsRepository).confirm(caller.id, recoveryCodes.map(hashOfCode), now);
      await endOtherSignIns(tx, caller.id, caller.claims.session ?? null, now);
    });
    await this.voided.execute();
    return { recoveryCodes };
  }

  /** @throws Refused `second-factor.not-begun`, `.wrong`; Problem 429 `account.locked` */
  async end(caller: Caller, code: string): Promise<void> {
    await this.withCode(caller, code, async (tx) => {
      await tx.use(SecondFactorsRepository).remove(caller.id);
    });
  }

  /** Of somebody who lost it. @throws Problem 404 for an account that may something out of reach; Refused `account.own` */
  async removeFrom(caller: Caller, accountId: string): Promise<void> {
    if (accountId === caller.id) throw refuse('account.own');
    await this.transaction.run(async (tx) => {
      const account = await accountInReach(tx, caller, accountId);
      if (!(await tx.use(SecondFactorsRepository).remove(accountId))) return;
      const at = new Date();
      await endSignIns(tx, accountId, at);
      await enterRights(tx, { caller, at, what: 'second-factor-removed', account, grants: account.grants });
    });
    await this.voided.execute();
  }

  /** The tries are counted by account: whoever has a token that was left open does not guess, and locks no sign-in. */
  private async withCode(
    caller: Caller,
    code: string,
    work: (tx: Parameters<Parameters<Transaction['run']>[0]>[0], confirmedAt: Date | null) => Promise<void>,
  ): Promise<void> {
    // Where there is nothing to guess no try is counted.
    const isThere = await this.transaction.run((tx) => tx.use(SecondFactorsRepository).of(caller.id));
    if (isThere === null) throw refuse('second-factor.not-begun');
    const count = { under: `second factor of ${caller.id}, signed in`, rule: ONE_PLACE };
    await this.countTry.execute([count]);
    await this.transaction.run(async (tx) => {
      await tx.use(AccountsRepository).locked(caller.id);
      const factor = await tx.use(SecondFactorsRepository).of(caller.id);
      if (factor === null) throw refuse('second-factor.not-begun');
      if (!(await takeCode(tx, caller.id, factor, code, new Date()))) throw refuse('second-factor.wrong');
      await work(tx, factor.confirmedAt);
      await tx.use(TriesRepository).forget([count]);
    });
  }
}

/** 80 bits in four groups. */
function newCode(): string {
  const signs = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
