import type { SchoolId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';

/** What is told of a school's days when it joins, in the same transaction. The school does not know who tells it. */
export abstract class FirstCalendars {
  abstract announce(tx: Tx, schoolId: SchoolId): Promise<void>;
}
