import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordOf } from '../bus/kafka-record.js';
import { opened } from './envelope.js';

const ID = '01940000-0000-7000-8000-00000000000a';
const TYPE = 'shulian.counting.counter.raised.v1';
const sound = {
  specversion: '1.0',
  id: ID,
  source: '/shulian/counting',
  type: TYPE,
  subject: 'a',
  partitionkey: 'a',
  time: '2026-10-12T04:00:00.000Z',
  aggregateversion: 1,
  data: { counter: 'a', by: 1, value: 1 },
};
type Message = Parameters<typeof recordOf>[0];
type Over = { key?: Buffer | null; value?: Buffer | null; headers?: Message['headers'] };
const message = (over: Over = {}): Message =>
  ({
    key: Buffer.from('a'),
    value: Buffer.from(JSON.stringify(sound)),
    headers: { ce_id: Buffer.from(ID), ce_type: Buffer.from(TYPE) },
    offset: '7',
    timestamp: '0',
    attributes: 0,
    ...over,
  }) as Message;
const look = (over: Over = {}): ReturnType<typeof opened> =>
  opened(recordOf(message(over), { topic: 'shulian.counting.counter', part: 0, from: 7n, logId: 'the log' }));
const value = (over: object): Over => ({
  value: Buffer.from(JSON.stringify({ ...sound, ...over })),
});
const bytes = (...of: number[]): Buffer => Buffer.from(of);

describe('a record', () => {
  it('is an event when its envelope is sound, in whatever case its id is written', () => {
    expect(look().event).toEqual(sound);
    expect(look(value({ id: ID.toUpperCase() })).odd).toBeNull();
    expect(look(value({ aggregateversion: 2 ** 31 - 1 })).odd).toBeNull();
  });

  it.each<[string, Over]>([
    ['no key', { key: null }],
    ['a key that is not UTF-8', { key: bytes(0xff, 0xfe) }],
    ['a key with NUL', { key: Buffer.from('a\0b') }],
    ['a key of a megabyte', { key: Buffer.alloc(1_048_576, 'a') }],
    ['no value (a tombstone)', { value: null }],
    ['an empty value', { value: Buffer.alloc(0) }],
    ['a value that is not UTF-8', { value: bytes(0xc3, 0x28) }],
    ['a value in UTF-16', { value: Buffer.from(JSON.stringify(sound), 'utf16le') }],
    ['a value with a byte order mark', { value: Buffer.from(`\ufeff${JSON.stringify(sound)}`) }],
    ['a value that is no JSON', { value: Buffer.from('{"id":') }],
    ['a value with NUL', { value: Buffer.from('\0\0\0') }],
    ['a megabyte of nothing', { value: Buffer.alloc(1_048_576, ' ') }],
    ['a list', { value: Buffer.from('[]') }],
    ['a number', { value: Buffer.from('42') }],
    ['null', { value: Buffer.from('null') }],
    ['other JSON', { value: Buffer.from('{"hello":"world"}') }],
    ['another version of CloudEvents', value({ specversion: '0.3' })],
    ['no headers', { headers: {} }],
    ['no ce_id', { headers: { ce_type: Buffer.from(TYPE) } }],
    ['no ce_type', { headers: { ce_id: Buffer.from(ID) } }],
    ['two ids', { headers: { ce_id: [Buffer.from(ID), Buffer.from(ID)], ce_type: Buffer.from(TYPE) } }],
    ['another id than its header', value({ id: ID.replace('a', 'b') })],
    ['an id that is no uuid', { ...value({ id: 'x' }), headers: { ce_id: Buffer.from('x'), ce_type: TYPE } }],
    ['an id that is a number', value({ id: 7 })],
    ['another type than its header', value({ type: 'shulian.counting.counter.lowered.v1' })],
    ['a key that is not that of the event', { key: Buffer.from('b') }],
    ['no version of its aggregate', value({ aggregateversion: undefined })],
    ['a version that is a text', value({ aggregateversion: '1' })],
    ['version 0', value({ aggregateversion: 0 })],
    ['version 1.5', value({ aggregateversion: 1.5 })],
    ['a version too large', value({ aggregateversion: 2 ** 31 })],
    ['no time', value({ time: 'yesterday' })],
    ['no data', value({ data: null })],
  ])('is none with %s', (_what, over) => {
    const { event, odd } = look(over);
    expect([event, typeof odd]).toEqual([null, 'string']);
  });

  it('keeps its bytes and is never trouble, whatever they are', () => {
    const some = fc.option(fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one)));
    const header = fc.oneof(
      some.map((one) => one ?? undefined),
      fc.array(some, { maxLength: 2 }),
    );
    fc.assert(
      fc.property(some, some, fc.dictionary(fc.string(), header), (key, text, headers) => {
        const odd = { key, value: text, headers: headers as Message['headers'] } as Over;
        const { record, event } = look(odd);
        expect(event).toBeNull();
        const raw = record.raw();
        expect([raw.key, raw.value]).toEqual([key, text]);
        const kept = JSON.parse(raw.headers?.toString() ?? '{}') as Record<string, string[]>;
        for (const [name, of] of Object.entries(headers))
          if (name !== '__proto__')
            expect(kept[name]).toEqual(
              [of ?? []].flat().map((one) => (one ?? Buffer.alloc(0)).toString('base64')),
            );
      }),
    );
  });
});
