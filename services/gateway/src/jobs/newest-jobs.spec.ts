import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newestOf, type PageOfService } from './newest-jobs.js';

const uuidOf = (n: number): string => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const job = (service: string, n: number) =>
  ({ id: `${service}-${uuidOf(n)}` }) as PageOfService['items'][number];

/** A service that lists the jobs it has, newest first, after one of whichever service. */
const pageOf = (
  service: string,
  numbers: readonly number[],
  limit: number,
  after: string | null,
): PageOfService => {
  const left = [...numbers]
    .sort((one, other) => other - one)
    .filter((n) => after === null || uuidOf(n) < after);
  const items = left.slice(0, limit).map((n) => job(service, n));
  return { items, nextCursor: left.length > limit ? (items.at(-1)?.id ?? null) : null };
};

describe('the jobs of several services in one list', () => {
  it('come page by page, each once and newest first, however they are spread', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        (numbers, limit) => {
          const services = { catalog: [], readers: [], reporting: [] } as Record<string, number[]>;
          for (const n of numbers) services[['catalog', 'readers', 'reporting'][n % 3] ?? '']?.push(n);
          const seen: string[] = [];
          for (let after: string | null = null; ;) {
            const page: PageOfService = newestOf(
              Object.entries(services).map(([name, own]) => pageOf(name, own, limit, after)),
              limit,
            );
            expect(page.items.length).toBeLessThanOrEqual(limit);
            seen.push(...page.items.map(({ id }) => id.slice(id.indexOf('-') + 1)));
            after = page.nextCursor;
            if (after === null) break;
          }
          expect(seen).toEqual([...numbers].sort((one, other) => other - one).map(uuidOf));
        },
      ),
    );
  });
});
