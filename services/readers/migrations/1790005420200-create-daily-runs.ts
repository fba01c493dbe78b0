import { CreateDailyRuns } from '@shulian/service-kit';

/** For the night that ends temporary cards. */
export class CreateDailyRuns1790005420200 extends CreateDailyRuns {
  readonly name = 'CreateDailyRuns1790005420200';
}
