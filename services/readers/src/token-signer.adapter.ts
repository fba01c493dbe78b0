import { randomUUID } from 'node:crypto';
import { link, open as openFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { OnModuleInit } from '@nestjs/common';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { TokenClaims } from '@shulian/contracts/access';
import { AUDIENCE, ISSUER, packedGrants, voidedTokensFile } from '@shulian/service-kit';

/** Of a device; people and clients have an hour. */
export const LONGEST_TOKEN_SECONDS = 43_200;

/** The public half of the signing key as others read it. */
export type PublicKeys = { readonly keys: readonly JWK[] };

type KeyFiles = { readonly SHULIAN_SIGNING_KEY_FILE: string; readonly SHULIAN_JWKS_FILE: string };
type OpenKey = {
  readonly key: Awaited<ReturnType<typeof importJWK>>;
  readonly keyId: string;
  readonly publicKeys: PublicKeys;
};

/** Signs access tokens (ES256) with the key that only this service has (decision 12). */
export class TokenSigner implements OnModuleInit {
  private opened: OpenKey | undefined;

  constructor(private readonly files: () => KeyFiles) {}

  /** Reads the key, or makes it at the first start; then writes the public half for the other services. */
  async onModuleInit(): Promise<void> {
    const files = this.files();
    const jwk = await keyFrom(files.SHULIAN_SIGNING_KEY_FILE);
    const { kty, crv, x, y } = jwk;
    const publicHalf = { kty, crv, x, y } as JWK;
    const keyId = await calculateJwkThumbprint(publicHalf);
    const publicKeys = { keys: [{ ...publicHalf, kid: keyId, alg: 'ES256', use: 'sig' }] };
    await replaceFile(files.SHULIAN_JWKS_FILE, JSON.stringify(publicKeys), 0o644);
    this.opened = { key: await importJWK(jwk, 'ES256'), keyId, publicKeys };
  }

  get publicKeys(): PublicKeys {
    return this.open.publicKeys;
  }

  /** Tells all services whose tokens count no more. @param voided JSON of `VoidedUntil` */
  publishVoided(voided: string): Promise<void> {
    return replaceFile(voidedTokensFile(this.files().SHULIAN_JWKS_FILE), voided, 0o644);
  }

  /**
   * @param issuedAt when the right to it was looked at, under a lock: to the millisecond, so that what is signed just
   *   before an account is closed can be told from what is signed just after it was opened again
   * @param seconds how long the token holds, from then, in real time
   */
  sign({ sub, grants, ...claims }: TokenClaims, issuedAt: Date, seconds: number): Promise<string> {
    const issued = Math.floor(issuedAt.getTime() / 1000);
    return new SignJWT({ ...claims, grants: packedGrants(grants), iat_ms: issuedAt.getTime() })
      .setProtectedHeader({ alg: 'ES256', kid: this.open.keyId, typ: 'at+jwt' })
      .setSubject(sub)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(this.open.key);
  }

  private get open(): OpenKey {
    if (this.opened === undefined) throw new Error('nothing is signed before the service has started');
    return this.opened;
  }
}

async function keyFrom(file: string): Promise<JWK> {
  const isMissing = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ENOENT';
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const made = `${file}.${randomUUID()}`;
  await writeFile(made, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600, flag: 'wx' });
  try {
    // A link fails when the file is there: of two that start at once, one makes the key and both use it.
    await link(made, file);
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code !== 'EEXIST') throw error;
  } finally {
    await rm(made);
  }
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}

/** A reader sees the old file or the new one, never a half. */
async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const made = `${file}.${randomUUID()}`;
  const handle = await openFile(made, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(made, file);
}
