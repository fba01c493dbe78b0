import { CreateFileTables } from '@shulian/service-kit';

export class CreateFiles1790004670300 extends CreateFileTables {}
