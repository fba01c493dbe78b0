import type { Tx } from '@shulian/service-kit';
import type { CalendarDay, SchoolId, TitleId } from '@shulian/contracts/ids';
import { bookNumberFor } from '../classification/rules/call-number.js';
import { ShelfNumbersRepository } from '../classification/shelf-numbers.repository.js';
import { recordReclassification } from '../registers/record-movements.step.js';
import { copyChanged } from './copy.events.js';
import { CopiesRepository } from './copies.repository.js';
import { reclassified, takesBookNumber, type Copy } from './rules/copy.js';

/**
 * The class of a title has changed: its copies in all schools that stood in the old one follow, with call numbers, lines of
 * the registers and events, inside the transaction of the caller, who holds the title. Struck copies stay in the books as
 * they were, and so do those that a school has classed otherwise. As many statements for one copy as for thousands.
 */
export const reclassifyCopies = async (
  tx: Tx,
  title: { readonly id: TitleId; readonly clc: string | null },
  clc: string | null,
  occasion: { readonly day: CalendarDay; readonly by: string },
): Promise<void> => {
  if (title.clc === clc) return;
  const copies = await tx.use(CopiesRepository).lockedOfClass(title.id, title.clc);
  if (copies.length === 0) return;
  const numbers = clc === null ? new Map<SchoolId, string>() : await numbersIn(tx, clc, title.id, copies);
  const changes = copies.map((copy): readonly [Copy, Copy] => [
    copy,
    reclassified(copy, clc, numbers.get(copy.schoolId) ?? null),
  ]);
  await tx.use(CopiesRepository).reclass(changes.map(([, after]) => after));
  await recordReclassification(tx, changes, occasion);
  await tx.outbox.append(...changes.map(([before, after]) => copyChanged(before, after)));
};

/** The book number of the title in the class, on the shelves of each school that numbers its copies by it. */
const numbersIn = async (
  tx: Tx,
  clc: string,
  titleId: TitleId,
  copies: readonly Copy[],
): Promise<ReadonlyMap<SchoolId, string>> => {
  const schools = [...new Set(copies.filter(takesBookNumber).map(({ schoolId }) => schoolId))];
  if (schools.length === 0) return new Map();
  const shelves = tx.use(ShelfNumbersRepository);
  const counters = await shelves.lockClass(clc, schools);
  const known = await shelves.ofTitle(clc, titleId, schools);
  const chosen = schools.map((schoolId) => ({
    schoolId,
    ...bookNumberFor({
      ofThisTitle: known.get(schoolId) ?? null,
      found: null,
      next: counters.get(schoolId) ?? 1,
    }),
  }));
  await shelves.allocate(
    clc,
    titleId,
    chosen.filter(({ allocated }) => allocated),
  );
  return new Map(chosen.map(({ schoolId, bookNumber }) => [schoolId, bookNumber]));
};
