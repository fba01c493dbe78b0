import type { CopyId, TitleId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { HoldReviewsRepository } from './hold-reviews.repository.js';

/** Something else is known of these copies: whoever waits for them is looked at after the commit. */
export const noteCopies = (
  tx: Tx,
  copies: readonly { readonly copyId: CopyId; readonly titleId: TitleId }[],
): Promise<void> => tx.use(HoldReviewsRepository).ofCopies(copies);

export const noteTitle = (tx: Tx, titleId: TitleId): Promise<void> =>
  tx.use(HoldReviewsRepository).ofTitle(titleId);
