import { unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { TextbookOrder } from './rules/textbook-order.js';
import { TextbookOrdersRepository } from './textbook-orders.repository.js';

/** The round, locked. @throws Problem 404 out of reach */
export const openOrder = async (tx: Tx, caller: Caller, id: string): Promise<TextbookOrder> => {
  const order = await tx.use(TextbookOrdersRepository).locked(id);
  if (order === null || !(caller.reach.county || caller.mayWorkAt(order.schoolId))) throw unknownThing();
  return order;
};
