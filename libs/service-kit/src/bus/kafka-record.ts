import type { KafkaMessage } from 'kafkajs';
import type { DeliveredRecord, Lane } from './event-bus.js';
import { keyOf } from './record-key.js';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of some bytes, or null when they are none. */
function textOf(bytes: Buffer | string | null | undefined): string | null {
  if (bytes == null) return null;
  if (typeof bytes === 'string') return bytes;
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** A message of whatever bytes, with its place in the log. */
export function recordOf(
  message: KafkaMessage,
  { topic, part, from, logId }: Lane & { readonly from: bigint; readonly logId: string },
): DeliveredRecord {
  const header = (name: string): string | null => {
    const value = message.headers?.[name];
    return Array.isArray(value) ? null : textOf(value);
  };
  return {
    topic,
    part,
    offset: BigInt(message.offset),
    from,
    logId,
    eventId: header('ce_id'),
    type: header('ce_type'),
    key: keyOf(textOf(message.key)),
    payload: textOf(message.value),
    raw: () => ({ key: message.key, value: message.value, headers: headersOf(message) }),
  };
}

function headersOf({ headers }: KafkaMessage): Buffer | null {
  if (headers === undefined) return null;
  const base64 = Object.entries(headers).map(([name, value]) => [
    name,
    // A header may have no value, whatever the types say.
    [value ?? []].flat().map((one: Buffer | string | null) => Buffer.from(one ?? '').toString('base64')),
  ]);
  return Buffer.from(JSON.stringify(Object.fromEntries(base64)));
}
