import { CreateDigestedPositions } from '@shulian/service-kit';

/** As in every service. */
export class CreateDigestedPositions1790002101000 extends CreateDigestedPositions {
  readonly name = 'CreateDigestedPositions1790002101000';
}
