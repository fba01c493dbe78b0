import { CreateFileTables } from '@shulian/service-kit';

/** For what is kept with entries of logbooks. */
export class CreateFiles1790005400000 extends CreateFileTables {
  readonly name = 'CreateFiles1790005400000';
}
