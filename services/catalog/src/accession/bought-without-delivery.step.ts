import { conflict, invalid } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { AccessionSource } from '@shulian/contracts/words';
import type { BoughtWithoutDelivery } from '../registers/rules/movement.js';

/**
 * What somebody says who enters copies that were bought and came by no delivery; null: they were not bought.
 *
 * @throws Problem 409 `copy.purchase-not-accepted` without a reason (P-22: nothing that was bought is entered before it is
 * accepted), 400 for a reason or a day where nothing was bought, and for a day to come
 */
export const askedWithoutDelivery = (
  source: AccessionSource,
  said: { readonly withoutDeliveryReason?: string | null; readonly boughtOn?: string },
  today: CalendarDay,
): BoughtWithoutDelivery | null => {
  const reason = said.withoutDeliveryReason ?? null;
  if (source !== 'purchase') {
    if (reason !== null) throw invalid({ pointer: '/withoutDeliveryReason', code: 'not-of-this-source' });
    if (said.boughtOn !== undefined) throw invalid({ pointer: '/boughtOn', code: 'not-of-this-source' });
    return null;
  }
  if (reason === null) throw conflict('copy.purchase-not-accepted');
  const boughtOn = (said.boughtOn ?? today) as CalendarDay;
  if (boughtOn > today) throw invalid({ pointer: '/boughtOn', code: 'in-the-future' });
  return { reason, boughtOn };
};
