import { describe, expect, it } from '@jest/globals';
import { wiring, type Tree } from './wiring.mjs';

/** A repository of one service with these files. */
const treeOf = (files: Readonly<Record<string, string>>): Tree => {
  const all: Readonly<Record<string, string>> = { 'services/services.json': '["catalog"]', ...files };
  return {
    filesBelow: (folders, wanted) =>
      Object.keys(all)
        .filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)) && wanted(path))
        .sort(),
    read: (path) => all[path] ?? '',
  };
};
const contracts = (files: Readonly<Record<string, string>>): string =>
  wiring(treeOf(files)).get('libs/contracts/src/catalog/features.ts') ?? '';
const service = (files: Readonly<Record<string, string>>): string =>
  wiring(treeOf(files)).get('services/catalog/src/wiring.ts') ?? '';

describe('what is put together of the leaves of features', () => {
  it('are operations, codes, names of groups and events of a service, found by the names of their files', () => {
    const text = contracts({
      'libs/contracts/src/catalog/weeding.access.ts': '',
      'libs/contracts/src/catalog/lost-books.problems.ts': '',
      'libs/contracts/src/catalog/weeding.tags.ts': '',
      'libs/contracts/src/catalog/copy-weeded.v1.ts': '',
      'libs/contracts/src/catalog/words.ts': '',
      'libs/contracts/src/catalog/deeper/other.access.ts': '',
    });
    expect(text).toBe(`// Emitted from the files beside it: \`npm run emit\`.
import { lostBooksProblems } from './lost-books.problems.js';
import { weedingAccess } from './weeding.access.js';
import { weedingTags } from './weeding.tags.js';

export * from './copy-weeded.v1.js';

export const catalogAccess = {
  ...weedingAccess,
};
export const catalogProblems = {
  ...lostBooksProblems,
};
export const catalogTags = {
  ...weedingTags,
};
`);
  });

  it('are rooms with a module of their own name, and no other module', () => {
    const text = service({
      'services/catalog/src/book-repairs/book-repairs.module.ts': '',
      'services/catalog/src/book-repairs/other.module.ts': '',
      'services/catalog/src/catalog.module.ts': '',
    });
    expect(text).toContain(`import { BookRepairsModule } from './book-repairs/book-repairs.module.js';`);
    expect(text).toContain('export const rooms: readonly Type[] = [BookRepairsModule];');
  });

  it('are migrations in the order of their stamps, whatever their sentences', () => {
    const text = service({
      'services/catalog/migrations/1790000200000-add-copy.ts': '',
      'services/catalog/migrations/1790000100000-create-title.ts': '',
    });
    expect(text).toContain('[CreateTitle1790000100000, AddCopy1790000200000]');
    expect(text).toContain(`import { AddCopy1790000200000 } from '#migrations/1790000200000-add-copy';`);
  });

  it('are tables by what a row exports, several of one file too', () => {
    const row =
      'export const VendorTable = new EntitySchema({});\nexport const OfferTable = new EntitySchema({});\n';
    const text = service({ 'services/catalog/src/orders/vendors/vendor.row.ts': row });
    expect(text).toContain('export const tables: readonly EntitySchema[] = [VendorTable, OfferTable];');
  });

  it('refuses a table that nobody would find', () => {
    const row = 'const VendorTable = new EntitySchema({});\n';
    expect(() => service({ 'services/catalog/src/orders/vendor.row.ts': row })).toThrow(
      'services/catalog/src/orders/vendor.row.ts: an EntitySchema is exported as …Table, or nobody finds it',
    );
  });

  it('breaks a list that is longer than a line as prettier does', () => {
    const rooms = Array.from({ length: 6 }, (_, n) => `room-with-a-long-name-${String(n)}`);
    const text = service(
      Object.fromEntries(rooms.map((room) => [`services/catalog/src/${room}/${room}.module.ts`, ''])),
    );
    expect(text).toContain('export const rooms: readonly Type[] = [\n  RoomWithALongName0Module,\n');
  });

  it('are reports, each a folder with a report of its name', () => {
    const text = wiring(
      treeOf({
        'services/reporting/src/reports/loans-per-class/loans-per-class.report.ts': '',
        'services/reporting/src/reports/report-definition.report.ts': '',
      }),
    ).get('services/reporting/src/reports/all.report.ts');
    expect(text).toContain('export const reports: readonly Report[] = [loansPerClass];');
  });

  it('is nothing but its head for a service without features', () => {
    expect(contracts({})).toBe('// Emitted from the files beside it: `npm run emit`.\n\n');
  });
});
