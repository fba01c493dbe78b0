import { newId, type Tx } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { counterLine } from './rules/textbook-line.js';
import { TextbookStockRepository } from './textbook-stock.repository.js';
import { writeLines } from './write-lines.step.js';

/**
 * Takes back by counter-lines all that a pack or a delivery has written.
 * @throws Problem 409 where what it brought is gone, or what it gave was given on
 */
export const takeDocumentBack = async (
  tx: Tx,
  schoolId: SchoolId,
  documentId: string,
  its: { readonly onDay: CalendarDay; readonly by: string; readonly note: string | null },
): Promise<void> => {
  const lines = await tx.use(TextbookStockRepository).linesOf(documentId);
  await writeLines(
    tx,
    schoolId,
    lines.map((line) => counterLine(line, { id: newId(), ...its })),
  );
};
