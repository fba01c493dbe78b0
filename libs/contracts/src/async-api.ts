import { readFileSync } from 'node:fs';
import { allEvents, allTopics, allWatermarks } from './index.js';

const announced = [...allEvents, ...allWatermarks];

/** The golden example of an event: what its producer makes and its consumers digest. */
const exampleOf = (type: string): unknown =>
  JSON.parse(readFileSync(new URL(`../examples/${type}.json`, import.meta.url), 'utf8'));

const ownerOf = (type: string): string => type.split('.')[1] ?? '';
const channelOf = (topic: string): string => topic.replaceAll('.', '-');

const envelope = {
  type: 'object',
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'dataschema',
    'partitionkey',
    'aggregateversion',
    'data',
  ],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid' },
    source: { type: 'string' },
    subject: { type: 'string', description: 'key of the aggregate' },
    partitionkey: { type: 'string' },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    dataschema: { type: 'string', format: 'uri' },
    aggregateversion: { type: 'integer', minimum: 1, description: 'gapless within a key' },
    schoolid: { type: 'string', format: 'uuid' },
    correlationid: { type: 'string' },
    causationid: { type: 'string', format: 'uuid' },
    traceparent: { type: 'string' },
  },
};

/** The AsyncAPI 3 document: who announces what, on which topic, with which key. */
export function asyncApi(): Record<string, unknown> {
  const services = [...new Set(announced.map((event) => ownerOf(event.type)))].sort();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Shulian events',
      version: '1.0.0',
      description:
        'Facts of the school libraries of a county: CloudEvents 1.0 in structured mode, at least once, in order within a key. No names, card numbers or birth dates.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      allTopics.map((topic) => [
        channelOf(topic.name),
        {
          address: topic.name,
          description: `${topic.partitions} partition(s), keyed by ${topic.keyedBy}`,
          messages: Object.fromEntries(
            announced
              .filter((event) => event.topic.name === topic.name)
              .map((event) => [event.type, { $ref: `#/components/messages/${event.type}` }]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      services.flatMap((service) =>
        allTopics
          .filter((topic) => ownerOf(topic.name) === service)
          .map((topic) => [
            `announce-${channelOf(topic.name)}`,
            {
              action: 'send',
              channel: { $ref: `#/channels/${channelOf(topic.name)}` },
              tags: [{ name: service }],
            },
          ]),
      ),
    ),
    components: {
      schemas: { envelope },
      messages: Object.fromEntries(
        announced.map((event) => [
          event.type,
          {
            name: event.type,
            summary: event.says,
            contentType: 'application/cloudevents+json',
            examples: [{ name: 'golden', payload: exampleOf(event.type) }],
            payload: {
              allOf: [
                { $ref: '#/components/schemas/envelope' },
                { type: 'object', properties: { type: { const: event.type }, data: event.data } },
              ],
            },
          },
        ]),
      ),
    },
  };
}
