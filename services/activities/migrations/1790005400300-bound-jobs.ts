import { BoundJobs } from '@shulian/service-kit';

export class BoundJobs1790005400300 extends BoundJobs {
  readonly name = 'BoundJobs1790005400300';
}
