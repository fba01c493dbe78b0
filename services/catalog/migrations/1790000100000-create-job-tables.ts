import { CreateJobTables } from '@shulian/service-kit';

/** Imports are jobs; their files lie here in chunks. */
export class CreateJobTables1790000100000 extends CreateJobTables {
  readonly name = 'CreateJobTables1790000100000';
}
