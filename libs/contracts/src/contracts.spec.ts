import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import asyncapiParser from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Type } from '@sinclair/typebox';
import { asyncApi } from './async-api.js';
import { brokerBatchBytes, eventBytes, publicationBytes } from './envelope/sizes.js';
import { allEvents as facts, allTopics, allWatermarks } from './index.js';
import { largestEvent } from './largest-event.builder.js';

const allEvents = [...facts, ...allWatermarks];
const examples = join(import.meta.dirname, '..', 'examples');
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

/** What must never travel: names, card and student numbers, birth dates, contact data (children's data, ADR 0007). */
const forbidden =
  /^(name|fullName|readerName|cardNumber|studentNumber|birthDate|bornOn|phone|email|address|idNumber|text)$/i;
const isAboutPersons = (type: string): boolean => /\.(reader|card|loan|hold|reading-note)\./.test(type);

function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(propertiesOf)];
}

describe('the contracts', () => {
  it('name every event by service, thing, past tense and version, on a topic of the same service', () => {
    for (const { type, topic } of allEvents) {
      expect(type).toMatch(/^shulian\.(catalog|readers|circulation|activities)\.[a-z-]+\.[a-z-]+\.v[1-9]$/);
      expect(topic.name.split('.').slice(0, 2)).toEqual(type.split('.').slice(0, 2));
    }
    expect(new Set(allEvents.map((event) => event.type)).size).toBe(allEvents.length);
  });

  it('use every topic, and every topic they use', () => {
    expect(new Set(allEvents.map((event) => event.topic.name))).toEqual(
      new Set(allTopics.map((topic) => topic.name)),
    );
  });

  it('keep every fact for ever, and watermarks for a while', () => {
    for (const { topic } of facts) expect(topic.keptForMs).toBeUndefined();
    for (const { topic } of allWatermarks) expect(topic.keptForMs).toBe(3_600_000);
    expect(facts.length + allWatermarks.length).toBe(allEvents.length);
    expect(allWatermarks.map(({ of }) => of).sort()).toEqual([
      'activities',
      'catalog',
      'circulation',
      'readers',
    ]);
  });

  it('carry no word that says who a child is', () => {
    for (const { type, data } of allEvents)
      if (isAboutPersons(type)) expect(propertiesOf(data).filter((name) => forbidden.test(name))).toEqual([]);
  });

  it('stay open: an added field never breaks a reader', () => {
    for (const { data } of allEvents)
      expect(JSON.stringify(data)).not.toContain('"additionalProperties":false');
  });

  it.each(allEvents.map(({ type, data }) => [type, data] as const))(
    'have an end: no %s is too large',
    (_type, data) => {
      expect(largestEvent(data)).toBeLessThanOrEqual(eventBytes);
    },
  );

  it('leave room from an event to what is sent at once, and from that to what a broker takes', () => {
    expect(2 * eventBytes).toBeLessThanOrEqual(publicationBytes);
    // 200 rows with the longest keys and their headers.
    expect(publicationBytes + 200 * 1_000).toBeLessThan(brokerBatchBytes);
  });

  it.each([
    ['/name has no maxLength', Type.Object({ name: Type.String() })],
    ['/names has no maxItems', Type.Object({ names: Type.Array(Type.Null()) })],
    ['/names/[] has no maxLength', Type.Object({ names: Type.Array(Type.String(), { maxItems: 1 }) })],
    [
      '/deep/name has no maxLength',
      Type.Object({ deep: Type.Object({ name: Type.Union([Type.Null(), Type.String()]) }) }),
    ],
    ['/anything has no type', Type.Object({ anything: Type.Any() })],
  ])('would be refused where %s', (why, data) => {
    expect(() => largestEvent(data)).toThrow(why);
  });

  it('count what JSON makes of the longest texts', () => {
    const data = Type.Object({ names: Type.Array(Type.String({ maxLength: 3 }), { maxItems: 2 }) });
    const longest = { names: ['\u0001'.repeat(3), '\ud800'.repeat(3)] };
    expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThanOrEqual(largestEvent(data) - 2_048);
  });

  it.each(allEvents.map((event) => [event.type, event] as const))(
    'have a golden example of %s that fits',
    (type, event) => {
      const file = join(examples, `${type}.json`);
      expect(existsSync(file)).toBe(true);
      const example = JSON.parse(readFileSync(file, 'utf8')) as {
        type: string;
        data: unknown;
        subject: string;
      };
      const validate = ajv.compile(event.data);
      validate(example.data);
      expect(validate.errors ?? []).toEqual([]);
      expect(example.type).toBe(type);
      expect(example).toMatchObject({ specversion: '1.0', partitionkey: example.subject });
    },
  );

  it('have no example of an event that does not exist', () => {
    const known = new Set(allEvents.map((event) => `${event.type}.json`));
    expect(readdirSync(examples).filter((file) => !known.has(file))).toEqual([]);
  });

  it('make a valid AsyncAPI 3 document', async () => {
    const { diagnostics } = await new asyncapiParser.Parser().parse(JSON.stringify(asyncApi()));
    expect(
      diagnostics
        .filter((diagnostic) => diagnostic.severity === 0)
        .map((d) => `${d.path.join('/')} ${d.message}`),
    ).toEqual([]);
  });
});
