import { FollowChanges } from '@shulian/service-kit';

/** A loan is of the school that lent, and of the school of its reader. */
export class KnowWhenLoansChanged1790004720000 extends FollowChanges {
  protected readonly followed = { table: 'loan', schools: ['lending_school_id', 'reader_school_id'] };
}
