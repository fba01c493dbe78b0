import type { ReaderId, SchoolClassId } from '@shulian/contracts/ids';

/** Who has a copy: a reader, or a class as a whole. */
export type WhoBorrows =
  { readonly kind: 'reader'; readonly id: ReaderId } | { readonly kind: 'class'; readonly id: SchoolClassId };

export const readerIdOf = (who: WhoBorrows): ReaderId | null => (who.kind === 'reader' ? who.id : null);
export const classIdOf = (who: WhoBorrows): SchoolClassId | null => (who.kind === 'class' ? who.id : null);
