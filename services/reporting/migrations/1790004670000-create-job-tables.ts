import { CreateJobTables } from '@shulian/service-kit';

export class CreateJobTables1790004670000 extends CreateJobTables {}
