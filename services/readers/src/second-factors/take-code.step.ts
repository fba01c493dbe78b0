import { createHash } from 'node:crypto';
import type { Tx } from '@shulian/service-kit';
import { unsealed } from '../sealing.adapter.js';
import { stepOf } from '../second-factor.adapter.js';
import { SecondFactorsRepository, type SecondFactor } from './second-factors.repository.js';

const RECOVERY = /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/;

/** How a recovery code is kept: it has 80 bits of its own. */
export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code.toLowerCase()).digest();

/** Uses a code up: six digits of now, or one of the recovery codes. False for a wrong one, and for one that was used. */
export async function takeCode(
  tx: Tx,
  accountId: string,
  { secret }: Pick<SecondFactor, 'secret'>,
  code: string,
  now: Date,
): Promise<boolean> {
  const factors = tx.use(SecondFactorsRepository);
  const given = code.trim();
  if (RECOVERY.test(given.toLowerCase())) return factors.takeCode(accountId, hashOfCode(given), now);
  const step = /^\d{6}$/.test(given)
    ? stepOf(unsealed('second factors of accounts', secret), given, now)
    : null;
  return step !== null && (await factors.takeStep(accountId, step));
}

/** What the account has to prove itself with; null: nothing, or something that was not confirmed. */
export async function confirmedFactor(tx: Tx, accountId: string): Promise<SecondFactor | null> {
  const factor = await tx.use(SecondFactorsRepository).of(accountId);
  return factor?.confirmedAt == null ? null : factor;
}
