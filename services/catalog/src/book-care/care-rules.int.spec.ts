import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CareRulesView } from './care-rules.http.js';

let catalog: CatalogForTests;
let reader: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_care_rules'));
  reader = await catalog.signer.account({
    role: 'reader',
    schoolId: catalog.schools[0],
    readerId: randomUUID(),
  });
}, 60_000);
afterAll(() => catalog.end());

const rules = ['注意防潮', '不折页', '不涂划', '不污损'];
const put = (more: object = {}, as = catalog.librarian): Promise<Reply> =>
  catalog.call('PUT', '/care-rules', { title: '爱护图书须知', rules, ...more }, { as });
const read = (query = '', school = 0): Promise<Reply> =>
  catalog.call('GET', `/care-rules?schoolId=${catalog.schools[school] ?? ''}${query}`, undefined, {
    as: reader,
  });

describe('the rules of care', () => {
  it('[CAT-057] are written by a school from a day on, read by its readers, and printed as a poster', async () => {
    expect((await read()).status).toBe(404);
    expect((await put({ title: '全县须知' }, catalog.admin)).body).toMatchObject({ schoolId: null });
    expect((await read()).body).toMatchObject({ schoolId: null, title: '全县须知', rules });
    const own = (await put()).body as CareRulesView;
    expect(own).toMatchObject({ schoolId: catalog.schools[0], title: '爱护图书须知', rules });
    expect((await read()).body).toEqual(own);
    expect((await read('', 1)).body).toMatchObject({ title: '全县须知' });

    await put({ validFrom: '2999-09-01', title: '新学年须知', rules: ['轻拿轻放'] });
    expect((await read()).body).toMatchObject({ title: '爱护图书须知' });
    expect((await read('&on=2999-08-31')).body).toMatchObject({ title: '爱护图书须知' });
    expect((await read('&on=2999-09-01')).body).toMatchObject({ title: '新学年须知' });
    expect((await put({ validFrom: '2999-09-01', title: '再改' })).body).toMatchObject({ title: '再改' });

    const poster = await fetch(`${catalog.url}/api/v1/care-rules/poster?schoolId=${catalog.schools[0]}`, {
      headers: { authorization: `Bearer ${reader}` },
    });
    const [page = ''] = await pdfTexts(new Uint8Array(await poster.arrayBuffer()));
    const shown = page.replaceAll(/\s/g, '');
    for (const words of ['爱护图书须知', '1.注意防潮', '4.不污损', '第1小学']) expect(shown).toContain(words);
    const printed = await fetch(`${catalog.url}/api/v1/care-rules-versions?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
    });
    const lines = (await printed.text()).replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('起用日期,标题,内容');
    expect(lines[1]).toMatch(/^2999-09-01,再改,注意防潮; 不折页/);
    expect(lines).toHaveLength(3);
  });

  it('are one to twenty, of no day that is gone, and of no other school', async () => {
    expect((await put({ validFrom: '2000-01-01' })).status).toBe(400);
    expect((await put({ rules: [] })).status).toBe(400);
    expect((await put({ rules: ['好', ' '] })).status).toBe(400);
    const many = (count: number) => ({ rules: Array.from({ length: count }, () => '长'.repeat(200)) });
    expect((await put(many(21))).status).toBe(400);
    expect((await put(many(20))).status).toBe(200);
    expect((await put({ rules: ['长'.repeat(201)] })).status).toBe(400);
    expect((await put({ schoolId: catalog.schools[1] })).status).toBe(403);
    expect((await put({}, reader)).status).toBe(403);
  });
});
