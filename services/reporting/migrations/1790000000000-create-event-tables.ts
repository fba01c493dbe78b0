import { CreateEventTables } from '@shulian/service-kit';

/** Outbox, inbox, parking place and repeated requests, as in every service. */
export class CreateEventTables1790000000000 extends CreateEventTables {
  readonly name = 'CreateEventTables1790000000000';
}
