import { Refused, type Tx } from '@shulian/service-kit';
import type { Refusal } from '@shulian/contracts/envelope';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  changesOf,
  shortagesOf,
  type Present,
  type Shortage,
  type TextbookLine,
} from './rules/textbook-line.js';
import { TextbookStockRepository } from './textbook-stock.repository.js';

const asReason = ({ code, ...facts }: Shortage): Refusal => ({
  code,
  severity: 'deny',
  overridable: false,
  facts,
});

/**
 * Writes lines and moves what is on hand and held; the only way that either moves. A line of nothing is not written: what its
 * holder has is looked at.
 * @returns what there was before
 * @throws Problem 409 with every textbook of which there is not enough
 */
export const writeLines = async (
  tx: Tx,
  schoolId: SchoolId,
  lines: readonly TextbookLine[],
): Promise<Present> => {
  const stock = tx.use(TextbookStockRepository);
  const changes = changesOf(lines);
  const present = await stock.locked(schoolId, changes);
  const shortages = shortagesOf(changes, present);
  const [first] = shortages;
  if (first !== undefined) throw new Refused(first.code, shortages.map(asReason));
  await stock.write(
    schoolId,
    lines.filter(({ quantity }) => quantity !== 0),
    changes,
  );
  return present;
};
