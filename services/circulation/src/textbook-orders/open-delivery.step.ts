import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { DeliveryStatus, TextbookDelivery } from './rules/textbook-delivery.js';
import { TextbookDeliveriesRepository } from './textbook-deliveries.repository.js';

/** The delivery, locked, as far as it has to be. @throws Problem 404 out of reach, 409 `textbook-delivery.not-now` */
export const openDelivery = async (
  tx: Tx,
  caller: Caller,
  id: string,
  status: DeliveryStatus,
): Promise<TextbookDelivery> => {
  const delivery = await tx.use(TextbookDeliveriesRepository).locked(id);
  if (delivery === null || !(caller.reach.county || caller.mayWorkAt(delivery.schoolId)))
    throw unknownThing();
  if (delivery.status !== status) throw conflict('textbook-delivery.not-now');
  return delivery;
};
