import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { TokenClaims } from '@shulian/contracts/access';
import { Problem } from '../problem/refused.js';
import { unpackedGrants, type PackedGrant } from './packed-grants.js';
import { VoidedTokens, voidedTokensFile } from './voided-tokens.js';

export const ISSUER = 'shulian';
export const AUDIENCE = 'shulian';
const CACHED = 20_000;
const LOOK_EVERY_MS = 5_000;

type Claimed = Partial<Omit<TokenClaims, 'grants'>> & {
  readonly grants?: readonly PackedGrant[];
  readonly exp?: number;
  readonly iat?: number;
  readonly iat_ms?: number;
};
type Verified = { readonly claims: TokenClaims; readonly until: number; readonly issuedAt: number };

/**
 * Letters of a token: as many grants as an account may have (8 KiB), and what is lent to it beside them. A server takes 16 KiB
 * of headers.
 */
const LONGEST_TOKEN = 12_288;

/**
 * Checks access tokens (ES256) against the public keys in a file. The file is read again when it changes or when a key
 * is not known; the last good copy is kept, so that the signer may be away. A verified token is remembered by its hash
 * until it expires, or until the signer says that it counts no more (`VoidedTokens`).
 */
export class TokenVerifier {
  private keys: JWTVerifyGetKey | undefined;
  private readAt = 0;
  private readonly verified = new Map<string, Verified>();

  private readonly voided: VoidedTokens;

  /** @param lookEveryMs how often it is looked whether tokens were voided */
  constructor(
    private readonly jwksFile: string,
    lookEveryMs = LOOK_EVERY_MS,
  ) {
    this.voided = new VoidedTokens(voidedTokensFile(jwksFile), lookEveryMs);
  }

  /** @throws Problem 401 */
  async verify(authorization: unknown): Promise<TokenClaims> {
    const token = typeof authorization === 'string' ? /^Bearer (\S+)$/i.exec(authorization)?.[1] : undefined;
    if (token === undefined || token.length > LONGEST_TOKEN)
      throw new Problem(401, 'authentication.required');
    const digest = hash('sha256', token, 'base64');
    const verified = await this.verifiedOf(token, digest);
    const { sub, session } = verified.claims;
    for (const subject of session === undefined ? [sub] : [sub, session])
      if (!(await this.voided.holds(subject, verified.issuedAt)))
        throw new Problem(401, 'authentication.failed');
    return verified.claims;
  }

  private async verifiedOf(token: string, digest: string): Promise<Verified> {
    const known = this.verified.get(digest);
    if (known !== undefined) {
      if (known.until > Date.now()) return known;
      this.verified.delete(digest);
    }
    const verified = await this.check(token);
    if (this.verified.size >= CACHED) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(digest, verified);
    return verified;
  }

  private async check(token: string): Promise<Verified> {
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
          session,
          name,
          exp = 0,
          iat = 0,
          iat_ms = iat * 1000,
        } = payload as Claimed;
        return {
          claims: {
            sub,
            kind: kind === 'client' ? 'client' : 'account',
            grants: unpackedGrants(grants ?? []),
            scopes: scopes ?? [],
            schools: schools === undefined ? [] : (schools?.map((id) => id.toLowerCase()) ?? null),
            ...(session === undefined ? {} : { session }),
            ...(name === undefined ? {} : { name }),
          },
          until: exp * 1000,
          issuedAt: iat_ms,
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
