import { CreateOperatorEntries } from '@shulian/service-kit';

/** As in every service. */
export class TrailWhoDidWhat1790005560500 extends CreateOperatorEntries {
  readonly name = 'TrailWhoDidWhat1790005560500';
}
