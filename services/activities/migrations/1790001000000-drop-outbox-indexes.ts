import { DropOutboxIndexes } from '@shulian/service-kit';

/** As in every service. */
export class DropOutboxIndexes1790001000000 extends DropOutboxIndexes {
  readonly name = 'DropOutboxIndexes1790001000000';
}
