import { readFileSync } from 'node:fs';
import type { Announcement, CloudEvent } from '@shulian/contracts/envelope';

/** The golden example of an event of this service, and what an announcement must be to come out as it. */
export function golden<Event extends CloudEvent>(name: string): { event: Event; announcement: Announcement } {
  const file = new URL(`../../../libs/contracts/examples/shulian.readers.${name}.v1.json`, import.meta.url);
  const event = JSON.parse(readFileSync(file, 'utf8')) as Event;
  return {
    event,
    announcement: {
      type: event.type,
      topic: topicOf(event.type),
      key: event.subject,
      schoolId: event.schoolid ?? null,
      aggregateVersion: event.aggregateversion,
      data: event.data,
    },
  };
}

const topics: Readonly<Record<string, string>> = {
  school: 'school',
  class: 'class',
  reader: 'reader',
  card: 'reader',
};
const topicOf = (type: string): string => `shulian.readers.${topics[type.split('.')[2] ?? ''] ?? 'calendar'}`;
