import { ParkOncePerReading } from '@shulian/service-kit';

/** As in every service. */
export class ParkOncePerReading1790003600000 extends ParkOncePerReading {
  readonly name = 'ParkOncePerReading1790003600000';
}
