import { CreateFileTables } from '@shulian/service-kit';

/** For covers. */
export class CreateFiles1790004110000 extends CreateFileTables {
  readonly name = 'CreateFiles1790004110000';
}
