import type { Tx } from '@shulian/service-kit';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import { DelegationsRepository } from './delegations.repository.js';

/** What an account has lent may be its own no more: those who have it need new tokens, which say what holds now. */
export async function voidWhatWasLentBy(tx: Tx, accountId: string, at: Date): Promise<void> {
  for (const borrower of await tx.use(DelegationsRepository).borrowers(accountId, at))
    await tx.use(VoidTokensRepository).add(borrower, at);
}
