import { CreateDailyRuns } from '@shulian/service-kit';

/** For the nightly sweep of files that nothing refers to. */
export class CreateDailyRuns1790005400100 extends CreateDailyRuns {
  readonly name = 'CreateDailyRuns1790005400100';
}
