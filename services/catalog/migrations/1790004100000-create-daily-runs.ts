import { CreateDailyRuns } from '@shulian/service-kit';

/** For the sweep of files. */
export class CreateDailyRuns1790004100000 extends CreateDailyRuns {
  readonly name = 'CreateDailyRuns1790004100000';
}
