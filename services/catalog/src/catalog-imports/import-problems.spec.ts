import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogProblems } from '@shulian/contracts/catalog';

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

describe('what an import says of a file', () => {
  it('has a title in both languages, whatever it is', () => {
    const here = import.meta.dirname;
    const text = join(here, '../../../../libs/service-kit/src/text');
    const sources = [...filesIn(here), ...filesIn(text)].filter(
      (path) => !/\.(?:spec|builder)\.ts$/.test(path),
    );
    const codes = sources.flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /'((?:record|text|copy|isbn|price|list|cell|row|year|xml|sheet|import)\.[a-z-]+)'/g,
        ),
      ].map(([, code = '']) => code),
    );
    expect(codes.length).toBeGreaterThan(40);
    expect([...new Set(codes)].filter((code) => !(code in catalogProblems))).toEqual([]);
    for (const why of ['foreign-currency', 'not-a-number', 'out-of-range'])
      expect(catalogProblems).toHaveProperty([`price.${why}`]);
  });
});
