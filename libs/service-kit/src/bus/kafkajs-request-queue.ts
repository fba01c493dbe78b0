import { createRequire } from 'node:module';

type RequestQueue = {
  pending: unknown[];
  throttledUntil: number;
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
};
let guarded = false;

/**
 * kafkajs 2.2.4 looks at an empty request queue for ever, with timers of negative length: on Node 24 a warning, and 4 %
 * of a core for each idle client. Look only while something waits. It reaches into the package, which is why kafkajs is
 * pinned exactly (ADR 0008); to be called before the first connection.
 */
export function pollOnlyWhatWaits(): void {
  if (guarded) return;
  guarded = true;
  const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
    prototype: RequestQueue;
  };
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function () {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
