import { CreateDailyRuns } from '@shulian/service-kit';

/** For the nightly comparison of the sums. */
export class CreateDailyRuns1790004100000 extends CreateDailyRuns {
  readonly name = 'CreateDailyRuns1790004100000';
}
