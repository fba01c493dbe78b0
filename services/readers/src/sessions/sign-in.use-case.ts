import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Grant } from '@shulian/contracts/access';
import { Clock, Problem, Transaction } from '@shulian/service-kit';
import { usernameKey } from '../accounts/rules/account.js';
import { confirmedFactor, takeCode } from '../second-factors/take-code.step.js';
import { passwordFits } from '../password.adapter.js';
import { LONGEST_TOKEN_SECONDS, TokenSigner } from '../token-signer.adapter.js';
import { grantsOfToken } from './grants-of-token.step.js';
import { isOfStaff, secondsUntil, type TokenGrants } from './rules/token-grants.js';
import { CountTry } from './count-try.use-case.js';
import { countsOf, type Try } from './rules/throttle.js';
import type { SessionView } from '../session.http.js';
import type { SignInAsked } from './sessions.http.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { DevicesRepository } from './devices.repository.js';
import { SessionsRepository } from './sessions.repository.js';
import { TriesRepository } from './tries.repository.js';

const REFRESH_MS = 30 * 24 * 3_600_000;

/**
 * A person or device proves who it is. Real time throughout: a set clock moves lending days, not tokens; only who is in office
 * today is asked of the library's calendar.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly transaction: Transaction,
    private readonly signer: TokenSigner,
    private readonly countTry: CountTry,
    private readonly clock: Clock,
  ) {}

  /**
   * @param address where the request comes from, as the gateway saw it
   * @throws Problem 401, or 429 `account.locked`; neither tells whether the account exists
   */
  async execute(input: SignInAsked, address: string): Promise<SessionView> {
    const now = new Date();
    const key = usernameKey(input.username) ?? '';
    const shown = input.deviceToken === undefined ? null : hashOf(input.deviceToken);
    const { account, isKnown } = await this.transaction.run(async (tx) => {
      const found = await tx.use(AccountsRepository).byName(key);
      const known =
        shown !== null && found !== null && (await tx.use(DevicesRepository).isKnown(shown, found.id, now));
      return { account: found, isKnown: known };
    });
    const device = isKnown && input.deviceToken !== undefined ? deviceOf(input.deviceToken) : newDevice();
    const counts = countsOf({
      username: key,
      address,
      device: isKnown ? device.hash.toString('base64url') : null,
    });
    await this.countTry.execute(counts);
    const fits = await passwordFits(input.password, account?.passwordHash ?? null);
    if (!fits || account === null || account.disabledAt !== null)
      throw new Problem(401, 'authentication.failed');

    await this.secondFactor(account.id, input.code, {
      username: `second factor of ${account.id}`,
      address,
      device: isKnown ? `second factor ${device.hash.toString('base64url')}` : null,
    });
    const refresh = newRefreshToken();
    const started = await this.transaction.run(async (tx) => {
      // It may have been closed, or got another password, while the password was looked at.
      const kept = await tx.use(AccountsRepository).kept(account.id);
      if (kept === null || kept.disabledAt !== null || kept.passwordHash !== account.passwordHash)
        throw new Problem(401, 'authentication.failed');
      await tx.use(TriesRepository).forget(counts);
      await tx.use(DevicesRepository).remember(device.hash, account.id, now);
      const session = await tx
        .use(SessionsRepository)
        .start(account.id, refresh.hash, now, refresh.expiresAt);
      const issuedAt = new Date();
      const rights = await grantsOfToken(tx, account.id, issuedAt, this.clock.today());
      return { session, rights, issuedAt };
    });
    return {
      ...(await this.shown(account, started.rights, refresh.token, started.session, started.issuedAt)),
      deviceToken: device.token,
    };
  }

  /**
   * The code is looked at when the password is right, so whoever does not know that locks nobody out; its tries are counted
   * as those of passwords are, by place and device. @throws Problem 401 `second-factor.needed`, `.wrong`; 429
   */
  private async secondFactor(accountId: string, code: string | undefined, attempt: Try): Promise<void> {
    const factor = await this.transaction.run((tx) => confirmedFactor(tx, accountId));
    if (factor === null) return;
    if (code === undefined) throw new Problem(401, 'second-factor.needed');
    const counts = countsOf(attempt);
    await this.countTry.execute(counts);
    const fits = await this.transaction.run(async (tx) => {
      const taken = await takeCode(tx, accountId, factor, code, new Date());
      if (taken) await tx.use(TriesRepository).forget(counts);
      return taken;
    });
    if (!fits) throw new Problem(401, 'second-factor.wrong');
  }

  /** For who has proved elsewhere that it is the account. @throws Problem 401 for one that is closed */
  async proven(accountId: string): Promise<SessionView> {
    const refresh = newRefreshToken();
    const { account, rights, session, issuedAt } = await this.transaction.run(async (tx) => {
      const kept = await tx.use(AccountsRepository).kept(accountId);
      if (kept === null || kept.disabledAt !== null) throw new Problem(401, 'authentication.failed');
      const now = new Date();
      const started = await tx.use(SessionsRepository).start(kept.id, refresh.hash, now, refresh.expiresAt);
      const held = await grantsOfToken(tx, kept.id, now, this.clock.today());
      return { account: kept, rights: held, session: started, issuedAt: now };
    });
    return this.shown(account, rights, refresh.token, session, issuedAt);
  }

  /** A new pair of tokens for a refresh token, with the grants of today. @throws Problem 401 */
  async refresh(refreshToken: string): Promise<SessionView> {
    const now = new Date();
    const next = newRefreshToken();
    const hash = hashOf(refreshToken);
    const issuedAndFor = await this.transaction.run(async (tx) => {
      const session = await tx.use(SessionsRepository).use(hash, now);
      if (session === null) {
        await tx.use(SessionsRepository).revokeReused(hash, now);
        return null;
      }
      if (!(await tx.use(SessionsRepository).touch(session.id, now))) return null;
      await tx.use(SessionsRepository).addToken(session.id, next.hash, next.expiresAt);
      const account = await tx.use(AccountsRepository).kept(session.accountId);
      if (account === null) return null;
      const issuedAt = new Date();
      const rights = await grantsOfToken(tx, account.id, issuedAt, this.clock.today());
      return { account, rights, session: session.id, issuedAt };
    });
    if (issuedAndFor === null || issuedAndFor.account.disabledAt !== null)
      throw new Problem(401, 'session.refresh-invalid');
    const { account, rights, session, issuedAt } = issuedAndFor;
    return this.shown(account, rights, next.token, session, issuedAt);
  }

  private async shown(
    { id, username }: { readonly id: string; readonly username: string },
    { grants, until }: TokenGrants<Grant>,
    refreshToken: string,
    session: string,
    issuedAt: Date,
  ): Promise<SessionView> {
    const isDevice = grants.some(({ role }) => role === 'device');
    const expiresIn = secondsUntil(until, issuedAt, isDevice ? LONGEST_TOKEN_SECONDS : 3_600);
    const claims = {
      sub: id,
      kind: 'account',
      grants,
      scopes: [],
      schools: null,
      session,
      ...(isOfStaff(grants) ? { name: username } : {}),
    } as const;
    const accessToken = await this.signer.sign(claims, issuedAt, expiresIn);
    const account = { id, username, grants: [...grants] };
    return { accessToken, tokenType: 'Bearer', expiresIn, refreshToken, account };
  }
}

type Device = { readonly token: string; readonly hash: Buffer };

const deviceOf = (token: string): Device => ({ token, hash: hashOf(token) });
const newDevice = (): Device => deviceOf(randomBytes(32).toString('base64url'));

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function newRefreshToken(): { readonly token: string; readonly hash: Buffer; readonly expiresAt: Date } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token), expiresAt: new Date(Date.now() + REFRESH_MS) };
}
