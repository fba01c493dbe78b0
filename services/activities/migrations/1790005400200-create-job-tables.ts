import { CreateJobTables } from '@shulian/service-kit';

export class CreateJobTables1790005400200 extends CreateJobTables {
  readonly name = 'CreateJobTables1790005400200';
}
