import type { CloudEvent } from '@shulian/contracts/envelope';
import type { DeliveredRecord } from '../bus/event-bus.js';

/** A record that was looked into: an event, or the reason why it is none. */
export type Opened =
  | { readonly record: DeliveredRecord; readonly event: CloudEvent; readonly odd: null }
  | { readonly record: DeliveredRecord; readonly event: null; readonly odd: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_VERSION = 2 ** 31 - 1;

/** Looks into a record, whatever its bytes are. */
export function opened(record: DeliveredRecord): Opened {
  const { key, payload } = record;
  if (key === null) return { record, event: null, odd: 'its key cannot be read' };
  if (payload === null) return { record, event: null, odd: 'it has no value that is text' };
  let event: unknown;
  try {
    event = JSON.parse(payload);
  } catch {
    return { record, event: null, odd: 'its value is no JSON' };
  }
  const odd = oddityOf(record, key, event);
  return odd === null ? { record, event: event as CloudEvent, odd } : { record, event: null, odd };
}

/** What keeps the JSON of a record from being the CloudEvent that its place in the log promises; null: it is. */
function oddityOf(record: DeliveredRecord, key: string, event: unknown): string | null {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return 'its value is no CloudEvent';
  const { specversion, id, type, partitionkey, aggregateversion, time, data } = event as Record<
    string,
    unknown
  >;
  if (specversion !== '1.0') return 'its value is no CloudEvent of version 1.0';
  if (typeof id !== 'string' || !UUID.test(id)) return 'the id of the event is no uuid';
  if (id.toLowerCase() !== record.eventId?.toLowerCase()) return 'its header names another id than the event';
  if (typeof type !== 'string' || type !== record.type) return 'its header names another type than the event';
  if (partitionkey !== key) return 'its key is not that of the event';
  if (typeof aggregateversion !== 'number' || !Number.isInteger(aggregateversion))
    return 'the event has no version of its aggregate';
  if (aggregateversion < 1 || aggregateversion > MAX_VERSION) return 'the version of the aggregate is none';
  if (typeof time !== 'string' || Number.isNaN(Date.parse(time))) return 'the event has no time';
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'the event has no data';
  return null;
}
