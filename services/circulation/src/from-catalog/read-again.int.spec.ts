import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TitleDescribedV1 } from '@shulian/contracts/catalog';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import type { QueryRunner } from 'typeorm';
import { ReadTheCatalogueAgain1790004400000 } from '#migrations/1790004400000-read-the-catalogue-again';
import { CountyForTests, type Copy } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('read_again');
  county = await CountyForTests.open(database.ownerUrl);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const shown = async ({ copyId }: Copy): Promise<unknown> => {
  const [row] = await county.service.sql(
    `select k.barcode, k.call_number, k.stock_state, t.title
     from known_copy k left join known_title t on t.title_id = k.title_id where k.copy_id = $1`,
    [copyId],
  );
  return row;
};

describe('a county from before titles and call numbers were kept', () => {
  it('reads the catalogue again after the upgrade and has them, of the newest description', async () => {
    const copy = await county.accession({ barcode: 'OLD-1', callNumber: 'I287.45/1' });
    await county.changeCopy(copy, { barcode: 'NEW-1', callNumber: 'I287.45/2' });
    const withdrawn = await county.accession({ callNumber: 'K1/1' });
    await county.withdraw(withdrawn);
    const { titleId } = copy;
    const described = { titleId, title: '呐喊', contributors: ['鲁迅'], isbns: [], publisher: null, publishedYear: 1981, clc: 'I210.6' }; // prettier-ignore
    await county.tell(TitleDescribedV1.announce(described, 1));
    const before = [await shown(copy), await shown(withdrawn)];
    expect(before).toMatchObject([
      { barcode: 'NEW-1', call_number: 'I287.45/2', title: '呐喊' },
      { call_number: 'K1/1', stock_state: 'withdrawn' },
    ]);

    // As an upgrade finds it.
    await county.service.sql('update known_copy set call_number = null');
    await county.service.sql('update known_title set title = null, described_version = 0');
    const query = (text: string): Promise<unknown[]> => county.service.sql(text);
    await new ReadTheCatalogueAgain1790004400000().up({ query } as unknown as QueryRunner);
    await county.stop();
    county = await CountyForTests.open(database.ownerUrl);

    await eventually(async () => expect([await shown(copy), await shown(withdrawn)]).toEqual(before));
  });
});
