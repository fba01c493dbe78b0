import type { CalendarDay, CopyId, TitleId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { TitleRecountsRepository } from './title-recounts.repository.js';

/**
 * Copies went from one title to another, and nothing of the stock moved: where both titles stand in a main class of a school,
 * its books count one title less when they became one, one more when they are two again. Nothing is locked after it.
 * @param copies those that went
 * @param besides the title whose other copies they are looked at with
 */
export const recountTitles = (
  tx: Tx,
  copies: readonly CopyId[],
  besides: TitleId,
  how: { readonly day: CalendarDay; readonly by: string; readonly titles: 1 | -1 },
): Promise<void> => tx.use(TitleRecountsRepository).recount(copies, besides, how);
