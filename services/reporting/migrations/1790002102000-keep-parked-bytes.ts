import { KeepParkedBytes } from '@shulian/service-kit';

/** As in every service. */
export class KeepParkedBytes1790002102000 extends KeepParkedBytes {
  readonly name = 'KeepParkedBytes1790002102000';
}
