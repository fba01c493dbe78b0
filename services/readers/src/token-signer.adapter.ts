import { randomUUID } from 'node:crypto';
import { open as openFile, rename } from 'node:fs/promises';
import type { OnModuleInit } from '@nestjs/common';
import { importJWK, SignJWT, type JWK } from 'jose';
import type { TokenClaims } from '@shulian/contracts/access';
import { AUDIENCE, ISSUER, packedGrants, voidedTokensFile } from '@shulian/service-kit';
import { addKey, readKeys, type KeptKey } from './signing-key-file.adapter.js';
import {
  isDue,
  isNextTold,
  signingKey,
  stillTold,
  type RingKey,
  type RingRules,
} from './signing/rules/key-ring.js';

/** Of a device; people and clients have an hour. */
export const LONGEST_TOKEN_SECONDS = 43_200;

/** The public half of the signing keys as others read it. */
export type PublicKeys = { readonly keys: readonly JWK[] };

type Settings = {
  readonly SHULIAN_SIGNING_KEY_FILE: string;
  readonly SHULIAN_JWKS_FILE: string;
  readonly SHULIAN_SIGNING_KEY_DAYS: number;
  readonly SHULIAN_SIGNING_KEY_AHEAD_MS: number;
};

const DAY_MS = 86_400_000;

/** Signs access tokens (ES256) with the keys that only this service has (decision 12). */
export class TokenSigner implements OnModuleInit {
  private keys: readonly KeptKey[] = [];
  private readonly imported = new Map<string, Awaited<ReturnType<typeof importJWK>>>();
  private told = '';

  constructor(private readonly settings: () => Settings) {}

  /** Reads the keys, or makes the first one; then writes the public halves for the other services. */
  async onModuleInit(): Promise<void> {
    await this.look();
  }

  /** The public halves of all whose tokens may live, and of the next. */
  get publicKeys(): PublicKeys {
    return { keys: stillTold(this.open, Date.now(), this.rules).map(({ publicHalf }) => publicHalf) };
  }

  /** Without their private halves, the oldest first. */
  get ring(): readonly RingKey[] {
    return stillTold(this.open, Date.now(), this.rules);
  }

  /** Tells all services whose tokens count no more. @param voided JSON of `VoidedUntil` */
  publishVoided(voided: string): Promise<void> {
    return replaceFile(voidedTokensFile(this.settings().SHULIAN_JWKS_FILE), voided, 0o644);
  }

  /**
   * Looks for keys that another replica made, makes the next one when it is time, and tells the public halves. Safe to
   * repeat; of two that do it at once, one makes the key.
   */
  async look(): Promise<void> {
    this.keys = await readKeys(this.settings().SHULIAN_SIGNING_KEY_FILE);
    if (isDue(this.keys, Date.now(), this.rules)) await this.rotate();
    else await this.tell();
  }

  /** Another key, which signs when every service knows it. False where one is on its way already. */
  async rotate(): Promise<boolean> {
    const { SHULIAN_SIGNING_KEY_FILE: file } = this.settings();
    const isAdded = await addKey(file, (keys) => {
      const now = Date.now();
      return isNextTold(keys, now) ? null : { madeAt: now, signsFrom: now + this.rules.aheadMs };
    });
    this.keys = await readKeys(file);
    await this.tell();
    return isAdded;
  }

  /**
   * @param issuedAt when the right to it was looked at, under a lock: to the millisecond, so that what is signed just
   *   before an account is closed can be told from what is signed just after it was opened again
   * @param seconds how long the token holds, from then, in real time
   */
  async sign({ sub, grants, ...claims }: TokenClaims, issuedAt: Date, seconds: number): Promise<string> {
    const issued = Math.floor(issuedAt.getTime() / 1000);
    const key = signingKey(this.open, Date.now());
    if (key === null) throw new Error('one of the keys always signs');
    return new SignJWT({ ...claims, grants: packedGrants(grants), iat_ms: issuedAt.getTime() })
      .setProtectedHeader({ alg: 'ES256', kid: key.keyId, typ: 'at+jwt' })
      .setSubject(sub)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(await this.privateKey(key));
  }

  private get rules(): RingRules {
    const { SHULIAN_SIGNING_KEY_DAYS: days, SHULIAN_SIGNING_KEY_AHEAD_MS: aheadMs } = this.settings();
    // A minute more than a token lives: the clocks of the services are not one.
    return { aheadMs, behindMs: (LONGEST_TOKEN_SECONDS + 60) * 1000, everyMs: days * DAY_MS };
  }

  private get open(): readonly KeptKey[] {
    if (this.keys.length === 0) throw new Error('nothing is signed before the service has started');
    return this.keys;
  }

  private async privateKey({ keyId, privateHalf }: KeptKey): Promise<Awaited<ReturnType<typeof importJWK>>> {
    const known = this.imported.get(keyId) ?? (await importJWK(privateHalf, 'ES256'));
    this.imported.set(keyId, known);
    return known;
  }

  private async tell(): Promise<void> {
    const text = JSON.stringify(this.publicKeys);
    if (text === this.told) return;
    await replaceFile(this.settings().SHULIAN_JWKS_FILE, text, 0o644);
    this.told = text;
  }
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
