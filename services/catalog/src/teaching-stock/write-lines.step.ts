import { Refused, type Tx } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { asReason } from '../accession/reason.http.js';
import { changesOf, shortagesOf, type TeachingLine } from './rules/teaching-line.js';
import { TeachingStockRepository } from './teaching-stock.repository.js';

/** Writes lines and moves what is on hand and held. @throws Problem 409 with every title of which there is not enough */
export const writeLines = async (
  tx: Tx,
  schoolId: SchoolId,
  lines: readonly TeachingLine[],
): Promise<void> => {
  const stock = tx.use(TeachingStockRepository);
  const changes = changesOf(lines);
  const shortages = shortagesOf(changes, await stock.locked(schoolId, changes));
  const [first] = shortages;
  if (first !== undefined) throw new Refused(first.code, shortages.map(asReason));
  await stock.write(schoolId, lines, changes);
};
