import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** Steps before and after now: clocks of phones differ. */
const WINDOW = 1;

const totpOf = (secret: Buffer, username: string): TOTP =>
  new TOTP({
    issuer: 'Shulian',
    label: username,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });

/** 160 bits, as RFC 4226 asks. */
export const newSecret = (): Buffer => randomBytes(20);

/** What an authenticator reads: the secret by hand, or the address as a picture. */
export function shownSecret(secret: Buffer, username: string): { secret: string; uri: string } {
  const totp = totpOf(secret, username);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The step a code belongs to, now or one beside it; null: it is none of this secret. */
export function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
