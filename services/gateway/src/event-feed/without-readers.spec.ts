import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { allEvents } from '@shulian/contracts';
import { schemaWithoutReaders, withoutReaders } from './without-readers.js';

const folder = new URL('../../../../libs/contracts/examples/', import.meta.url);
type Fact = { readonly type: string; readonly dataschema: string; readonly data: Record<string, unknown> };
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .map((text) => [(JSON.parse(text) as Fact).type, text] as const);
const strip = (type: string, event: string): string =>
  withoutReaders({ position: 1, type, schoolId: null, event });

/** Ids of people, cards and notes, as the golden examples name them. */
const idsIn = ({ data }: Fact): unknown[] => [
  ...['readerId', 'cardId', 'cardKey', 'replacedCardId', 'replacedCardKey', 'noteId'].map(
    (name) => data[name],
  ),
  (data['borrower'] as { id?: string } | undefined)?.id,
];

describe('an event without readers', () => {
  it.each(examples)(
    '%s holds no id of a reader, card or note anywhere, and says so by its schema',
    (type, text) => {
      const fact = JSON.parse(text) as Fact;
      const ids = idsIn(fact).filter((id) => typeof id === 'string');
      const seen = strip(type, text);
      for (const id of ids) expect(seen).not.toContain(id);
      // A type that can name somebody has that schema also where an example names nobody.
      const schema = allEvents.find((event) => event.type === type)?.data ?? {};
      const tells = 'properties' in schema && schemaWithoutReaders(schema) !== null;
      if (!tells) expect(seen).toBe(text);
      else expect((JSON.parse(seen) as Fact).dataschema).toMatch(/\.without-readers\.schema\.json$/);
    },
  );

  it('keeps all else: kind, class, grade, copy and days, and the key where that is no reader', () => {
    const [type, text] = examples.find(([name]) => name === 'shulian.circulation.loan.checked-out.v1') ?? [
      '',
      '',
    ];
    const { borrower: _borrower, readerId: _reader, ...data } = (JSON.parse(text) as Fact).data;
    expect(JSON.parse(strip(type, text))).toMatchObject({
      subject: data['copyId'],
      partitionkey: data['copyId'],
    });
    expect((JSON.parse(strip(type, text)) as Fact).data).toEqual(data);
  });

  it('has a schema of its own for every type that names somebody, and only for those', () => {
    const named = allEvents.filter(({ data }) => schemaWithoutReaders(data) !== null).map(({ type }) => type);
    expect(named).toEqual(expect.arrayContaining(['shulian.readers.card.issued.v1']));
    expect(named).not.toContain('shulian.catalog.title.described.v1');
    for (const { data } of allEvents) {
      const schema = schemaWithoutReaders(data);
      if (schema !== null)
        expect(JSON.stringify(schema)).not.toMatch(/"(readerId|borrower|cardId|cardKey|noteId)"/);
    }
  });
});
