import { SetEventsAside } from '@shulian/service-kit';

/** As in every service. */
export class SetEventsAside1790002200000 extends SetEventsAside {
  readonly name = 'SetEventsAside1790002200000';
}
