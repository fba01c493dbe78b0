import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { invalid, Problem, Transaction, unknownReference } from '@shulian/service-kit';
import { IdentityProviderClient, type Checks, type ProviderAddress } from '../identity-provider.adapter.js';
import { hashPassword } from '../password.adapter.js';
import { sealed, unsealed } from '../sealing.adapter.js';
import { SignIn } from '../sessions/sign-in.use-case.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { accountOf } from './account-of-identity.step.js';
import type {
  BeginAttemptAsked,
  BegunAttemptView,
  ElsewhereSessionView,
  FinishAttemptAsked,
} from './identity-providers.http.js';
import { IdentityProvidersRepository, type IdentityProvider } from './identity-providers.repository.js';

const HOLDS_MS = 600_000;
const CHECKS = 'sign-ins on their way';

/** A person proves at the district who it is. Real time, as all of signing in. */
@Injectable()
export class SignInElsewhere {
  constructor(
    private readonly transaction: Transaction,
    private readonly providers: IdentityProviderClient,
    private readonly signIn: SignIn,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 422 for a provider that is not there or closed, 400 for an address that is not registered, 503 */
  async begin({ providerId, redirectUri }: BeginAttemptAsked): Promise<BegunAttemptView> {
    const provider = await this.transaction.run((tx) => tx.use(IdentityProvidersRepository).byId(providerId));
    if (provider === null || !provider.enabled) throw unknownReference('/providerId');
    if (!provider.redirectUris.includes(redirectUri))
      throw invalid({ pointer: '/redirectUri', code: 'not-registered' });
    const { url, checks } = await this.providers.begin(addressOf(provider), redirectUri);
    const attempt = randomBytes(32).toString('base64url');
    await this.transaction.run((tx) =>
      tx.use(IdentityProvidersRepository).beginAttempt(hashOf(attempt), {
        providerId,
        checks: sealed(CHECKS, Buffer.from(JSON.stringify(checks))),
        redirectUri,
        begunAt: new Date(),
      }),
    );
    return { authorizationUrl: url, attempt };
  }

  /**
   * The page that began shows what it was given: an address that somebody else sent around finishes nothing.
   * @throws Problem 401 `identity.…`, 403 `identity.not-mapped`, 503
   */
  async finish({ attempt, callbackUrl }: FinishAttemptAsked): Promise<ElsewhereSessionView> {
    const { kept, provider } = await this.transaction.run(async (tx) => {
      const taken = await tx.use(IdentityProvidersRepository).takeAttempt(hashOf(attempt));
      const found = taken === null ? null : await tx.use(IdentityProvidersRepository).byId(taken.providerId);
      return { kept: taken, provider: found };
    });
    if (
      kept === null ||
      provider === null ||
      !provider.enabled ||
      Date.now() - kept.begunAt.getTime() >= HOLDS_MS
    )
      throw new Problem(401, 'identity.attempt-over');
    if (!URL.canParse(callbackUrl)) throw invalid({ pointer: '/callbackUrl', code: 'malformed' });
    const callback = new URL(callbackUrl);
    const isOurs = `${callback.origin}${callback.pathname}` === withoutQuery(kept.redirectUri);
    if (!isOurs) throw invalid({ pointer: '/callbackUrl', code: 'not-registered' });
    const checks = JSON.parse(unsealed(CHECKS, kept.checks).toString()) as Checks;
    const proven = await this.providers.finish(addressOf(provider), callback, checks);
    // Of an account that is made: nobody signs in with a password that nobody knows.
    const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
    const accountId = await this.transaction.run((tx) => accountOf(tx, provider, proven, passwordHash));
    await this.voided.execute();
    if (accountId === null) throw new Problem(403, 'identity.not-mapped');
    return { ...(await this.signIn.proven(accountId)), signOutUrl: proven.signOutUrl };
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const withoutQuery = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
};

const addressOf = ({ issuer, clientId, clientSecret, scope }: IdentityProvider): ProviderAddress => ({
  issuer,
  clientId,
  clientSecret: unsealed('secrets at identity providers', clientSecret).toString(),
  scope,
});
