import type { Tx } from '@shulian/service-kit';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import { DevicesRepository } from './devices.repository.js';
import { SessionsRepository } from './sessions.repository.js';

/** What an account signed in with is over: its sessions, the devices it was known on, the tokens it was given. */
export async function endSignIns(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.use(SessionsRepository).endAll(accountId, at);
  await tx.use(DevicesRepository).forgetAll(accountId);
  await tx.use(VoidTokensRepository).add(accountId, at);
}

/** The same, but for the session of whoever asks. @param own null: there is none */
export async function endOtherSignIns(
  tx: Tx,
  accountId: string,
  own: string | null,
  at: Date,
): Promise<void> {
  await tx.use(DevicesRepository).forgetAll(accountId);
  const others = await tx.use(SessionsRepository).endOthers(accountId, own, at);
  for (const session of others) await tx.use(VoidTokensRepository).add(session, at);
}
