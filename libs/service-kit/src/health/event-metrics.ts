import { Gauge } from 'prom-client';
import type { Readiness } from './health.js';

const oldest = new Gauge({
  name: 'shulian_outbox_oldest_unpublished_seconds',
  help: 'Age of the oldest event that is not on the bus yet',
});
const lag = new Gauge({
  name: 'shulian_consumer_lag_events',
  help: 'Events that wait, by consumer group',
  labelNames: ['group'],
});
const parked = new Gauge({
  name: 'shulian_parked_events',
  help: 'Events that could not be digested and wait for a person',
});

/** Sets the gauges of the event backbone to what the service has just found. */
export function measureEvents({ parts }: Readiness): void {
  oldest.set(parts.oldestUnpublishedSeconds);
  parked.set(parts.parked);
  for (const [group, waiting] of Object.entries(parts.lag)) lag.set({ group }, waiting);
}
