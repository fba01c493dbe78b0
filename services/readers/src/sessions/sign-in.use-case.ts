import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Problem, Transaction } from '@shulian/service-kit';
import { usernameKey } from '../accounts/rules/account.js';
import { passwordFits } from '../password.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { TokenSigner } from '../token-signer.adapter.js';
import type { SessionView, SignInAsked } from './sessions.http.js';

const MINUTE = 60_000;
/** Ten wrong passwords in a quarter of an hour, then none is looked at for five minutes. */
export const THROTTLE = { failures: 10, windowMs: 15 * MINUTE, lockMs: 5 * MINUTE } as const;
/**
 * Sign-ins of one name at the same moment count as tries until the first right password is seen; those beyond the
 * tenth look again for so long whether there was one. No more passwords are looked at by it.
 */
const BURST = { patienceMs: 5_000, lookAgainMs: 200 } as const;
const REFRESH_MS = 30 * 24 * 60 * MINUTE;

type SignedIn = SessionView['account'];
type KnownAccount = NonNullable<Awaited<ReturnType<ReadersStore['accounts']['byName']>>>;

/** A person or device proves who it is. Real time throughout: a set clock moves lending days, not tokens. */
@Injectable()
export class SignIn {
  constructor(
    private readonly transaction: Transaction<ReadersStore>,
    private readonly signer: TokenSigner,
  ) {}

  /** @throws Problem 401, or 429 `account.locked`; neither tells whether the account exists */
  async execute(asked: SignInAsked): Promise<SessionView> {
    const now = new Date();
    const key = usernameKey(asked.username) ?? '';
    const nameHash = hashOf(key);
    const { lockedUntil, account } = await this.tried(key, nameHash);
    if (lockedUntil !== null) {
      const retryAfterSeconds = Math.max(1, Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000));
      throw new Problem(429, 'account.locked', { retryAfterSeconds });
    }
    const fits = await passwordFits(asked.password, account?.passwordHash ?? null);
    if (!fits || account === null || account.disabledAt !== null)
      throw new Problem(401, 'authentication.failed');

    const refresh = newRefreshToken();
    await this.transaction.run(async (store) => {
      await store.accounts.forgetTries(nameHash);
      await store.sessions.start(account.id, refresh.hash, now, refresh.expiresAt);
    });
    return this.shown(
      { id: account.id, username: account.username, grants: [...account.grants] },
      refresh.token,
    );
  }

  /** A new pair of tokens for a refresh token, with the grants of today. @throws Problem 401 */
  async refresh(refreshToken: string): Promise<SessionView> {
    const now = new Date();
    const next = newRefreshToken();
    const hash = hashOf(refreshToken);
    const account = await this.transaction.run(async (store) => {
      const session = await store.sessions.use(hash, now);
      if (session === null) {
        await store.sessions.revokeReused(hash, now);
        return null;
      }
      await store.sessions.addToken(session.id, next.hash, next.expiresAt);
      return store.accounts.byId(session.accountId);
    });
    if (account === null || account.disabledAt !== null) throw new Problem(401, 'session.refresh-invalid');
    return this.shown(
      { id: account.id, username: account.username, grants: [...account.grants] },
      next.token,
    );
  }

  /** The account and whether the name is locked, after one more try was counted. */
  private async tried(
    key: string,
    nameHash: Buffer,
  ): Promise<{ readonly lockedUntil: Date | null; readonly account: KnownAccount | null }> {
    const patientUntil = Date.now() + BURST.patienceMs;
    for (;;) {
      const now = new Date();
      const seen = await this.transaction.run(async (store) => ({
        lockedUntil: await store.accounts.lockedUntil(nameHash, THROTTLE, now),
        account: await store.accounts.byName(key),
      }));
      if (seen.lockedUntil === null) return seen;
      const lockedFor = now.getTime() - (seen.lockedUntil.getTime() - THROTTLE.lockMs);
      if (lockedFor >= BURST.patienceMs || now.getTime() >= patientUntil) return seen;
      do await pause(BURST.lookAgainMs);
      while (
        Date.now() < patientUntil &&
        (await this.transaction.run((store) => store.accounts.isLocked(nameHash, new Date())))
      );
    }
  }

  private async shown(account: SignedIn, refreshToken: string): Promise<SessionView> {
    const expiresIn = account.grants.some(({ role }) => role === 'device') ? 43_200 : 3_600;
    const claims = {
      sub: account.id,
      kind: 'account',
      grants: account.grants,
      scopes: [],
      schools: null,
    } as const;
    const accessToken = await this.signer.sign(claims, expiresIn);
    return { accessToken, tokenType: 'Bearer', expiresIn, refreshToken, account };
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function newRefreshToken(): { readonly token: string; readonly hash: Buffer; readonly expiresAt: Date } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token), expiresAt: new Date(Date.now() + REFRESH_MS) };
}
