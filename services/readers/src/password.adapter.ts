import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ownConfig } from './readers.config.js';

const derive = promisify(
  (password: string, salt: Buffer, cost: Cost, done: (error: Error | null, key: Buffer) => void) =>
    scrypt(
      password.normalize('NFC'),
      salt,
      32,
      { N: 2 ** cost.ln, r: cost.r, p: cost.p, maxmem: 256 * 2 ** cost.ln * cost.r },
      done,
    ),
);

type Cost = { readonly ln: number; readonly r: number; readonly p: number };

/**
 * By default 32 MiB three times over (ln 15): one of the settings OWASP names as equal to N = 2^17, p = 1, in less memory.
 * Asked when the first password comes: `main` has checked the settings by then.
 */
const costOfToday = (): Cost => ({ ln: ownConfig().SHULIAN_PASSWORD_COST, r: 8, p: 3 });

/** The password as it is kept, with its salt and cost beside it, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const cost = costOfToday();
  const key = await derive(password, salt, cost);
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

let nobody: Promise<string> | undefined;
const passwordOfNobody = (): Promise<string> => (nobody ??= hashPassword(randomBytes(16).toString('hex')));

/** Whether the password fits. Null for an account that is not there: as slow, and never right. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(
    kept ?? (await passwordOfNobody()),
  );
  if (parts === null) throw new RangeError('a kept password is not in its form');
  const [, ln, r, p, salt = '', key = ''] = parts;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && kept !== null;
}
