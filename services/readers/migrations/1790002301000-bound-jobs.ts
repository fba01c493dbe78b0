import { BoundJobs } from '@shulian/service-kit';

/** One job at a time for a school, an end to its tries, and to what it leaves. */
export class BoundJobs1790002301000 extends BoundJobs {}
