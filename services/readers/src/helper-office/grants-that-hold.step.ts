import type { Grant } from '@shulian/contracts/access';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { HelperOfficeRepository } from './helper-office.repository.js';

/**
 * The grants of an account that give something today. A class helper has none before the training is passed (RDR-026), out
 * of office (RDR-025), and, where the school says so, on days without duty; an account of the class as a whole has them while
 * one of its helpers has.
 */
export async function grantsThatHold(
  tx: Tx,
  grants: readonly Grant[],
  today: CalendarDay,
): Promise<readonly Grant[]> {
  const ofHelpers = grants.filter(({ role, classId }) => role === 'class-helper' && classId !== undefined);
  if (ofHelpers.length === 0) return grants;
  const holding = await tx.use(HelperOfficeRepository).holding(ofHelpers, today);
  return grants.filter((grant) => grant.role !== 'class-helper' || holding.includes(grant));
}
