import { CreateDailyRuns } from '@shulian/service-kit';

/** For what is done with holds, due days and overdue loans once a day. */
export class CreateDailyRuns1790004100000 extends CreateDailyRuns {
  readonly name = 'CreateDailyRuns1790004100000';
}
