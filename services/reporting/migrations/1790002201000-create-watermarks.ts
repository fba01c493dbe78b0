import { CreateWatermarks } from '@shulian/service-kit';

/** What the sources have announced of themselves. */
export class CreateWatermarks1790002201000 extends CreateWatermarks {
  readonly name = 'CreateWatermarks1790002201000';
}
