import { text } from 'node:stream/consumers';
import { StreamableFile } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { StandingClock } from '../clock/clock.js';
import type { Page } from '../http/page.js';
import { Problem } from '../problem/refused.js';
import { Documents } from './documents.js';
import { ListAsked, pageOrDocument, type ListFormat, type PrintedList } from './printed-list.js';

type Item = { readonly id: number; readonly state: string };

const printed: PrintedList<Item> = {
  name: 'things',
  title: { zh: '清单', en: 'Things' },
  columns: [
    { key: 'id', title: { zh: '编号', en: 'No' }, type: 'integer' },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: { in: { zh: '在馆', en: 'in' } },
    },
    { key: 'double', title: { zh: '两倍', en: 'Double' }, type: 'integer', of: ({ id }) => id * 2 },
  ],
};
const wanting = (format: ListFormat): ListAsked => Object.assign(new ListAsked(), { format, limit: 2 });

/** A list of so many, in pages as they are asked for. */
const listOf =
  (count: number, asking: (input: ListAsked) => void = () => undefined) =>
  (page: ListAsked): Promise<Page<Item>> => {
    asking(page);
    const from = Number(page.cursor ?? 0);
    const until = Math.min(from + page.limit, count);
    return Promise.resolve({
      items: Array.from({ length: until - from }, (_, at) => ({ id: from + at + 1, state: 'in' })),
      nextCursor: until < count ? String(until) : null,
    });
  };
const documents = (): Documents => new Documents(new StandingClock());
const textOf = async (answer: Page<Item> | StreamableFile): Promise<string> => {
  if (!(answer instanceof StreamableFile)) throw new Error('not a document');
  return text(answer.getStream());
};

describe('a list that can be printed', () => {
  it('is a page as JSON', async () => {
    const answer = await pageOrDocument(documents(), printed, wanting('json'), 'zh', listOf(5));
    expect(answer).toMatchObject({ items: [{ id: 1 }, { id: 2 }], nextCursor: '2' });
  });

  it('is whole as a document, in the words of the reader', async () => {
    const limits: number[] = [];
    const answer = await pageOrDocument(
      documents(),
      printed,
      wanting('csv'),
      'zh',
      listOf(1_001, ({ limit }) => limits.push(limit)),
    );
    const lines = (await textOf(answer)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1_002);
    expect([lines[1], lines[1_001]]).toEqual(['1,在馆,2', '1001,在馆,2002']);
    expect(limits).toEqual([500, 500, 500]);
  });

  it('refuses before anything is sent', async () => {
    await expect(
      pageOrDocument(documents(), printed, wanting('pdf'), 'en', () =>
        Promise.reject(new Problem(403, 'permission.denied')),
      ),
    ).rejects.toThrow('permission.denied');
  });

  it('waits for its turn where it has begun', async () => {
    let refused = 0;
    const list = listOf(501);
    const answer = await pageOrDocument(documents(), printed, wanting('csv'), 'en', (page) => {
      if (page.cursor === undefined || refused > 0) return list(page);
      refused += 1;
      return Promise.reject(new Problem(503, 'service.busy', { retryAfterSeconds: 0.01 }));
    });
    expect((await textOf(answer)).trimEnd().split('\r\n')).toHaveLength(502);
    expect(refused).toBe(1);
  });

  it.each([
    [49_999, 50_000],
    [50_000, 50_001],
    [50_001, 50_002],
    [50_500, 50_002],
  ])('of %i lines has %i with its heads, and says so where it is cut', async (count, lines) => {
    const answer = await pageOrDocument(documents(), printed, wanting('csv'), 'en', listOf(count));
    const written = (await textOf(answer)).trimEnd().split('\r\n');
    expect(written).toHaveLength(lines);
    if (count > 50_000) expect(written.at(-1)).toMatch(/Too long/);
    else expect(written.at(-1)).toBe(`${String(count)},in,${String(count * 2)}`);
  });
});

describe('documents', () => {
  const table = { title: 't', notes: [], columns: [], rows: [], language: 'zh' } as const;

  it('are made three at a time, and the place of one that is read or given up is free', async () => {
    const made = documents();
    const three = [1, 2, 3].map(() => made.table({ name: 'x' }, 'csv', table));
    expect(() => made.table({ name: 'x' }, 'csv', table)).toThrow('service.busy');
    const [read, givenUp] = three.map((one) => one.getStream());
    await text(read as never);
    givenUp?.destroy();
    await new Promise((resolve) => setImmediate(resolve));
    made.table({ name: 'x' }, 'csv', table);
    made.table({ name: 'x' }, 'csv', table);
    expect(() => made.table({ name: 'x' }, 'csv', table)).toThrow('service.busy');
  });

  it('are files with a name', () => {
    const file = documents().table({ name: 'things' }, 'pdf', table);
    expect(file.getHeaders()).toMatchObject({
      type: 'application/pdf',
      disposition: 'attachment; filename="things.pdf"',
    });
  });
});
