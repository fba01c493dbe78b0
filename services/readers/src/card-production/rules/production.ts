/** How a card is made, in this order (RDR-006): 通知、造册、写证、贴条码、录入系统、加膜封塑. */
export const PRODUCTION_STEPS = ['notice', 'roster', 'written', 'barcode', 'entered', 'laminated'] as const;
export type ProductionStep = (typeof PRODUCTION_STEPS)[number];

/** The step at a position from 1; null before the first and after the last. */
export const stepAt = (position: number): ProductionStep | null => PRODUCTION_STEPS[position - 1] ?? null;

export const positionOf = (step: ProductionStep): number => PRODUCTION_STEPS.indexOf(step) + 1;

/**
 * Where a batch stands when its last step is undone. A number that a card had is never given again: without the entry the
 * barcodes are void, too, and new ones are stuck on. Null: the notice is out, and the batch can only be called off.
 */
export function positionAfterUndo(position: number): number | null {
  if (position <= 1) return null;
  return position === positionOf('entered') ? positionOf('written') : position - 1;
}
