import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { ownConfig } from './readers.config.js';

/** What is sealed for one thing opens as no other. */
export type SealedFor =
  'second factors of accounts' | 'secrets at identity providers' | 'sign-ins on their way';

const keyFor = (purpose: SealedFor): Buffer =>
  Buffer.from(hkdfSync('sha256', ownConfig().SHULIAN_CARD_KEY, '', purpose, 32));

/** As a secret lies in the database: whoever has only that cannot read it. */
export function sealed(purpose: SealedFor, secret: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv);
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** @throws Error for what was sealed with another key, or changed */
export function unsealed(purpose: SealedFor, kept: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), kept.subarray(0, 12));
  decipher.setAuthTag(kept.subarray(12, 28));
  return Buffer.concat([decipher.update(kept.subarray(28)), decipher.final()]);
}
