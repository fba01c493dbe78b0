import * as client from 'openid-client';
import { Problem } from '@shulian/service-kit';

/** Where a district signs its people in, and how this service is known there. */
export type ProviderAddress = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
};

/** What an answer is held against; secret until it comes. */
export type Checks = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type ProvenIdentity = {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Where the sign-in there is ended; null: the district has no such address. */
  readonly signOutUrl: string | null;
};

const TIMEOUT_SECONDS = 5;
const KNOWN_FOR_MS = 600_000;
const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/;

/** Only a provider on this machine may do without TLS. */
export const isSafeIssuer = (issuer: string): boolean => {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, username, password } = new URL(issuer);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
};

/** Authorization code with PKCE, state and nonce, by `openid-client`. */
export class IdentityProviderClient {
  private readonly known = new Map<
    string,
    { readonly until: number; readonly config: client.Configuration }
  >();

  /** @throws Problem 503 `identity-provider.away` */
  async begin(address: ProviderAddress, redirectUri: string): Promise<{ url: string; checks: Checks }> {
    const config = await this.configOf(address);
    const checks = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: address.scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, checks };
  }

  /** @throws Problem 401 `identity.refused`, 503 `identity-provider.away` */
  async finish(address: ProviderAddress, callback: URL, checks: Checks): Promise<ProvenIdentity> {
    const config = await this.configOf(address);
    try {
      const tokens = await client.authorizationCodeGrant(config, callback, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.verifier,
        idTokenExpected: true,
      });
      const told = tokens.claims();
      if (told === undefined) throw new Problem(401, 'identity.refused');
      const more =
        config.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await client.fetchUserInfo(config, tokens.access_token, told.sub);
      const signOutUrl =
        config.serverMetadata().end_session_endpoint === undefined || tokens.id_token === undefined
          ? null
          : client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token }).href;
      return { subject: told.sub, claims: { ...more, ...told }, signOutUrl };
    } catch (error) {
      throw asProblem(error);
    }
  }

  private async configOf(address: ProviderAddress): Promise<client.Configuration> {
    const key = JSON.stringify(address);
    const found = this.known.get(key);
    if (found !== undefined && found.until > Date.now()) return found.config;
    try {
      const config = await client.discovery(
        new URL(address.issuer),
        address.clientId,
        address.clientSecret,
        undefined,
        {
          timeout: TIMEOUT_SECONDS,
          execute: new URL(address.issuer).protocol === 'http:' ? [client.allowInsecureRequests] : [],
        },
      );
      this.known.clear();
      this.known.set(key, { until: Date.now() + KNOWN_FOR_MS, config });
      return config;
    } catch {
      throw away();
    }
  }
}

const away = (): Problem => new Problem(503, 'identity-provider.away', { retryAfterSeconds: 10 });

/** Who does not answer is away; whoever answers with something else than asked for is not believed. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const isAway = error instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT';
  return isAway ? away() : new Problem(401, 'identity.refused');
}
