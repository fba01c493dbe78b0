import type { CopyKind } from '../policy/loan-policy.js';
import type { StockState } from './copy-at-desk.js';

/**
 * Reference books, and whatever stands in the reading room, are read there (P-01, CIR-010). A fixed rule: no row of a
 * policy, no override, and no stock state lends a reference book.
 */
export const staysInRoom = (copy: { readonly kind: CopyKind; readonly stockState: StockState }): boolean =>
  copy.kind === 'reference' || copy.stockState === 'reading-room';

/** Whether a copy may go home, as far as the catalogue is asked. */
export const mayGoHome = (copy: { readonly kind: CopyKind; readonly stockState: StockState }): boolean =>
  copy.stockState === 'lendable' && !staysInRoom(copy);
