import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { TokenClaims } from '@shulian/contracts/access';
import { Problem } from '../problem/refused.js';

export const ISSUER = 'shulian';
export const AUDIENCE = 'shulian';
const CACHED = 20_000;

/**
 * Checks access tokens (ES256) against the public keys in a file. The file is read again when it changes or when a key
 * is not known; the last good copy is kept, so that the signer may be away. A verified token is remembered by its hash
 * until it expires: revoking an account takes effect when its token ends, 60 minutes at most.
 */
export class TokenVerifier {
  private keys: JWTVerifyGetKey | undefined;
  private readAt = 0;
  private readonly verified = new Map<string, { readonly claims: TokenClaims; readonly until: number }>();

  constructor(private readonly jwksFile: string) {}

  /** @throws Problem 401 */
  async verify(authorization: unknown): Promise<TokenClaims> {
    const token = typeof authorization === 'string' ? /^Bearer (\S+)$/i.exec(authorization)?.[1] : undefined;
    if (token === undefined || token.length > 8_192) throw new Problem(401, 'authentication.required');
    const digest = hash('sha256', token, 'base64');
    const known = this.verified.get(digest);
    if (known !== undefined) {
      if (known.until > Date.now()) return known.claims;
      this.verified.delete(digest);
    }
    const { claims, until } = await this.check(token);
    if (this.verified.size >= CACHED) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(digest, { claims, until });
    return claims;
  }

  private async check(token: string): Promise<{ claims: TokenClaims; until: number }> {
    for (const fresh of [false, true]) {
      try {
        const { payload } = await jwtVerify(token, await this.keySet(fresh), {
          issuer: ISSUER,
          audience: AUDIENCE,
          algorithms: ['ES256'],
          requiredClaims: ['exp', 'sub'],
        });
        const {
          sub = '',
          kind,
          grants,
          scopes,
          schools,
          exp = 0,
        } = payload as Partial<TokenClaims> & { exp?: number };
        return {
          claims: {
            sub,
            kind: kind === 'client' ? 'client' : 'account',
            grants: grants ?? [],
            scopes: scopes ?? [],
            schools: schools === undefined ? [] : schools,
          },
          until: exp * 1000,
        };
      } catch (error) {
        const unknownKey = (error as { code?: unknown } | null)?.code === 'ERR_JWKS_NO_MATCHING_KEY';
        if (!unknownKey || fresh) throw new Problem(401, 'authentication.failed');
      }
    }
    throw new Problem(401, 'authentication.failed');
  }

  private async keySet(fresh: boolean): Promise<JWTVerifyGetKey> {
    const changed = async (): Promise<boolean> => (await stat(this.jwksFile)).mtimeMs > this.readAt;
    if (this.keys === undefined || fresh || (await changed().catch(() => false))) {
      try {
        const readAt = Date.now();
        const jwks = JSON.parse(await readFile(this.jwksFile, 'utf8')) as JSONWebKeySet;
        this.keys = createLocalJWKSet(jwks);
        this.readAt = readAt;
      } catch {
        if (this.keys === undefined) throw new Problem(503, 'service.away', { retryAfterSeconds: 2 });
      }
    }
    return this.keys;
  }
}
