import { BoundJobs } from '@shulian/service-kit';

export class BoundJobs1790004670100 extends BoundJobs {}
