import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBook, marcXmlOf } from '../catalog-imports/a-marc-file.builder.js';
import { exportFrom } from '../catalog-exports/an-export.builder.js';
import type { TitleView } from '../titles/titles.http.js';
import type { IsbnLookupView } from './copy-cataloguing.http.js';

/**
 * A small server that speaks SRU 1.1: `searchRetrieve` with a CQL query of one index, `recordPacking=xml`, records as MARCXML
 * inside `recordData`, and a diagnostic for what it does not understand. Its answers are fixed.
 */
const sruServer = (asked: URL[]): Server =>
  createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    asked.push(url);
    const isbn = /^bath\.isbn="(\d{13})"$/.exec(url.searchParams.get('query') ?? '')?.[1];
    const answer = (body: string): void => {
      response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' });
      response.end(
        `<?xml version="1.0"?><zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:version>1.1</zs:version>${body}</zs:searchRetrieveResponse>`,
      );
    };
    if (url.searchParams.get('operation') !== 'searchRetrieve' || isbn === undefined)
      return answer('<zs:diagnostics><diagnostic xmlns="http://www.loc.gov/zing/srw/diagnostic/"><uri>info:srw/diagnostic/1/10</uri></diagnostic></zs:diagnostics>'); // prettier-ignore
    if (isbn === '9787101003048') return answer('<zs:numberOfRecords>0</zs:numberOfRecords>');
    if (isbn === '9787506365437') return void response.writeHead(500).end();
    if (isbn === '9787302330646') return answer('x'.repeat(3_000_000));
    if (isbn === '9787040396638') return void response.end('<html>not here</html>');
    const records = [
      aBook('NLC1', '呐喊', [['010', '  $a978-7-02-000220-7$dCNY12.00'], ['690', '  $aI210.6'], ['998', '  $z他馆字段']]),
      aBook('NLC2', '呐喊（注释本）', [['010', '  $a978-7-02-000220-7'], ['690', '  $aTX99']]),
    ].map((record) => /<record>.*<\/record>/s.exec(marcXmlOf([record]))?.[0] ?? ''); // prettier-ignore
    return answer(
      `<zs:numberOfRecords>2</zs:numberOfRecords><zs:records>${records
        .map(
          (record, at) =>
            `<zs:record><zs:recordSchema>marcxml</zs:recordSchema><zs:recordPacking>xml</zs:recordPacking><zs:recordData>${record.replace('<record>', '<record xmlns="http://www.loc.gov/MARC21/slim">')}</zs:recordData><zs:recordPosition>${String(at + 1)}</zs:recordPosition></zs:record>`,
        )
        .join('')}</zs:records>`,
    );
  });

let server: Server;
let catalog: CatalogForTests;
const asked: URL[] = [];
beforeAll(async () => {
  server = sruServer(asked);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['SHULIAN_SRU_URL'] =
    `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/biblios`;
  catalog = await aCatalog(await freshDatabase('catalog_copy_cataloguing'));
}, 120_000);
afterAll(async () => {
  delete process.env['SHULIAN_SRU_URL'];
  server.closeAllConnections();
  server.close();
  await catalog.end();
});

const lookedUp = async (isbn: string): Promise<IsbnLookupView> =>
  (await catalog.call('GET', `/isbn-lookups?isbn=${isbn}`)).body;

describe('an ISBN', () => {
  it('is looked up at another library where the county has none, taken with the record as it came, and found here from then on', async () => {
    const found = await lookedUp('978-7-02-000220-7');
    expect(found).toMatchObject({ isbn: '9787020002207', titles: [], source: 'answered' });
    expect(found.records).toMatchObject([
      { position: 1, title: '呐喊', publisher: '人民文学出版社', clc: 'I210.6', problems: [] },
      { position: 2, problems: ['clc.no-such-class'] },
    ]);
    expect(asked.at(-1)?.searchParams.get('maximumRecords')).toBe('10');

    const taken = await catalog.call('POST', '/copied-titles', { isbn: '702000220X', position: 1 });
    expect([taken.status, taken.body]).toMatchObject([201, { title: '呐喊', clc: 'I210.6', priceFen: 1200 }]);
    const again = await catalog.call('POST', '/copied-titles', { isbn: '702000220X', position: 1 });
    expect((again.body as TitleView).id).toBe((taken.body as TitleView).id);
    expect((again.body as TitleView).version).toBe(1);

    const requests = asked.length;
    const here = await lookedUp('7-02-000220-X');
    expect(here).toMatchObject({ source: 'not-asked', records: [], titles: [{ title: '呐喊' }] });
    expect(asked).toHaveLength(requests);
    const { file } = await exportFrom(catalog, {}, { as: catalog.admin });
    expect(file.toString('utf8')).toContain('他馆字段');
  });

  it('that nobody has, or whose library is away, slow of sense or too long, is answered all the same', async () => {
    expect(await lookedUp('9787101003048')).toMatchObject({ source: 'answered', records: [], titles: [] });
    for (const isbn of ['9787506365437', '9787302330646', '9787040396638'])
      expect(await lookedUp(isbn)).toMatchObject({ source: 'away', records: [] });
    const refused = async (isbn: string, position = 1): Promise<unknown> => {
      const { status, body } = await catalog.call('POST', '/copied-titles', { isbn, position });
      return [status, (body as { code: string }).code];
    };
    expect(await refused('9787506365437')).toEqual([503, 'copied-title.source-away']);
    expect(await refused('9787020002207', 3)).toEqual([404, 'copied-title.no-record']);
    expect(await refused('123')).toEqual([400, 'request.invalid']);
    expect((await catalog.call('GET', '/isbn-lookups?isbn=123')).status).toBe(400);
  });
});
