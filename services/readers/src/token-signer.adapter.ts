import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { TokenClaims } from '@shulian/contracts/access';
import { AUDIENCE, ISSUER } from '@shulian/service-kit';

/** The public half of the signing key as others read it. */
export type PublicKeys = { readonly keys: readonly JWK[] };

/** Signs access tokens (ES256) with the key that only this service has (decision 12). */
export class TokenSigner {
  private constructor(
    private readonly key: Awaited<ReturnType<typeof importJWK>>,
    private readonly keyId: string,
    readonly publicKeys: PublicKeys,
  ) {}

  /** Reads the key, or makes it at the first start; then writes the public half for the other services. */
  static async open(keyFile: string, jwksFile: string): Promise<TokenSigner> {
    const jwk = await keyFrom(keyFile);
    const { kty, crv, x, y } = jwk;
    const publicHalf = { kty, crv, x, y } as JWK;
    const keyId = await calculateJwkThumbprint(publicHalf);
    const publicKeys = { keys: [{ ...publicHalf, kid: keyId, alg: 'ES256', use: 'sig' }] };
    await replaceFile(jwksFile, JSON.stringify(publicKeys), 0o644);
    return new TokenSigner(await importJWK(jwk, 'ES256'), keyId, publicKeys);
  }

  /** @param seconds how long the token holds, from now, in real time */
  sign({ sub, ...claims }: TokenClaims, seconds: number): Promise<string> {
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: this.keyId, typ: 'at+jwt' })
      .setSubject(sub)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(this.key);
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
  const handle = await open(made, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(made, file);
}
