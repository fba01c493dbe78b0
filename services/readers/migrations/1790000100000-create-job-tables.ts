import { CreateJobTables } from '@shulian/service-kit';

/** Long work: roster imports. */
export class CreateJobTables1790000100000 extends CreateJobTables {
  readonly name = 'CreateJobTables1790000100000';
}
