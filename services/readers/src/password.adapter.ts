import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

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

/** 32 MiB three times over: one of the settings OWASP names as equal to N = 2^17, p = 1, in less memory. */
const COST: Cost = { ln: 15, r: 8, p: 3 };

/** The password as it is kept, with its salt and cost beside it, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

const nobody = hashPassword(randomBytes(16).toString('hex'));

/** Whether the password fits. Null for an account that is not there: as slow, and never right. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(kept ?? (await nobody));
  if (parts === null) throw new RangeError('a kept password is not in its form');
  const [, ln, r, p, salt = '', key = ''] = parts;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && kept !== null;
}
