import type { Tx } from '@shulian/service-kit';
import { NoticeContactsRepository } from './notice-contacts.repository.js';

/** A guardian has withdrawn the consent: where he was reached is forgotten with it. */
export const forgetContactOfGuardian = (tx: Tx, guardianId: string): Promise<void> =>
  tx.use(NoticeContactsRepository).removeOfGuardian(guardianId);
