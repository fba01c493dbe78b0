import { createRequire } from 'node:module';

type RequestQueue = {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(): void;
};

let calmed = false;

/**
 * kafkajs 2.2.4 looks after its empty request queues every millisecond, with timers of negative length that Node 24
 * warns about: 5 % of a core for an idle connection. An empty queue that is not throttled needs no timer (ADR 0008).
 */
export const calmKafkajs = (): void => {
  if (calmed) return;
  calmed = true;
  const require = createRequire(import.meta.url);
  const { prototype } = require('kafkajs/src/network/requestQueue/index.js') as { prototype: RequestQueue };
  const schedule = Reflect.get<RequestQueue, 'scheduleCheckPendingRequests'>(
    prototype,
    'scheduleCheckPendingRequests',
  );
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
};
