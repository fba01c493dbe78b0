import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import { aRecord, iso2709Of } from '../catalog-imports/a-marc-file.builder.js';
import { importsInto } from '../catalog-imports/an-import.builder.js';
import type { LocationView } from '../locations/locations.http.js';
import type { KindLine } from '../registers/kinds.http.js';
import type { TitlesPage, TitleView } from './titles.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_kinds'));
}, 60_000);
afterAll(() => catalog.end());

const described = async (input: Record<string, unknown>): Promise<TitleView> => {
  const { status, body } = await catalog.call('POST', '/titles', input);
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const found = async (query: string): Promise<string[]> => {
  const { status, body } = await catalog.call('GET', `/titles?${query}`);
  expect([status, body]).toMatchObject([200, {}]);
  return (body as TitlesPage).items.map(({ title }) => title);
};
const printed = async (path: string): Promise<string> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  expect(reply.status).toBe(200);
  return await reply.text();
};

describe('the kind of material at the door', () => {
  it('[CAT-082] is said, or follows from level and carrier, and the carrier follows from it; nothing is guessed', async () => {
    expect(await described({ title: '口语磁带', kind: 'audio-tape' })).toMatchObject({ carrier: 'audio' });
    expect(await described({ title: '挂图', kind: 'wall-chart' })).toMatchObject({ carrier: 'print' });
    expect(await described({ title: '春' })).toMatchObject({ kind: 'book', carrier: 'print' });
    expect(await described({ title: '影片', carrier: 'video' })).toMatchObject({ kind: null });
    expect(await described({ title: '光盘', carrier: 'electronic' })).toMatchObject({ kind: 'electronic' });
    const refused = await catalog.call('POST', '/titles', { title: '错', kind: 'dvd', carrier: 'audio' });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { errors: [{ pointer: '/kind', code: 'not-of-carrier' }] },
    ]);
    expect((await catalog.call('POST', '/titles', { title: '错', kind: 'floppy' })).status).toBe(400);
    expect((await catalog.call('GET', '/titles?kind=floppy')).status).toBe(400);
  });

  it('is changed on a version, and announced', async () => {
    const title = await described({ title: '地球', carrier: 'video' });
    const changed = await catalog.call('PATCH', `/titles/${title.id}`, { kind: 'vcd', notes: ['双碟装'] }, {
      headers: { 'if-match': '"v1"' },
    }); // prettier-ignore
    expect(changed.body).toMatchObject({ kind: 'vcd', carrier: 'video', notes: ['双碟装'], version: 2 });
    const printed = await catalog.call('PATCH', `/titles/${title.id}`, { carrier: 'print' }, {
      headers: { 'if-match': '"v2"' },
    }); // prettier-ignore
    expect(printed.body).toMatchObject({ kind: 'book', carrier: 'print', version: 3 });
    const events = await catalog.sql<{ kind: string | null }>(
      `select payload->'data'->>'kind' as kind from outbox where key = $1 order by id`,
      [title.id],
    );
    expect(events.map(({ kind }) => kind)).toEqual([null, 'vcd', 'book']);
  });

  it('[CAT-027] takes subjects, series and notes of a record, and a search finds it by its subject', async () => {
    const title = await described({
      title: '昆虫记', contributors: ['法布尔'], subjects: ['昆虫学-普及读物'], series: ['语文新课标必读丛书'], notes: ['据法文版译出'], clc: 'Q96',
    }); // prettier-ignore
    expect(title).toMatchObject({
      subjects: ['昆虫学-普及读物'],
      series: ['语文新课标必读丛书'],
      notes: ['据法文版译出'],
    });
    expect(await found(`q=${encodeURIComponent('昆虫学')}`)).toEqual(['昆虫记']);
    const emptied = await catalog.call('PATCH', `/titles/${title.id}`, { notes: [] }, {
      headers: { 'if-match': '"v1"' },
    }); // prettier-ignore
    expect(emptied.body).toMatchObject({ notes: [], subjects: ['昆虫学-普及读物'] });
    const long = await catalog.call('POST', '/titles', { title: '长', notes: ['字'.repeat(2_001)] });
    expect(long.status).toBe(400);
  });
});

describe('the kind of material in files', () => {
  const record = (number: string, title: string, leader: string, more: [string, string][]) =>
    iso2709Of(
      aRecord(
        [['001', number], ['200', `1 $a${title}`], ...more, ['801', ' 0$aCN$bSXL']],
        `     n${leader}0 22     3  450 `,
      ),
    );

  it('[CAT-082] is read of CNMARC words and codes; what is not sure is left empty and reported', async () => {
    const imports = importsInto(catalog);
    const job = await imports.imported(
      Buffer.concat([
        record('AV1', '听力训练', 'im', [['126', '  $acuuxxxxx']]),
        record('AV2', '民乐精选', 'jm', [['126', '  $aagbxx']]),
        record('AV3', '动物世界', 'gm', [['215', '  $a2张VCD']]),
        record('AV4', '故宫', 'gm', [['215', '  $a1张(DVD)']]),
        record('AV5', '安全教育', 'gm', [['115', '  $ac060buhz']]),
        record('AV6', '不知何物', 'gm', [['215', '  $a1张光盘']]),
        record('AV7', '百科全书', 'lm', [['135', '  $avrou']]),
        record('AV8', '中国少年报', 'as', [['110', '  $acca']]),
        record('AV9', '儿童文学', 'as', [['110', '  $aafa']]),
        record('AV10', '混装', 'gm', [['215', '  $a1张VCD + 1张DVD']]),
      ]),
    );
    expect(job.result).toMatchObject({ created: 10 });
    const kinds = await catalog.sql<{ title: string; kind: string | null }>(
      `select t.title, t.kind from title t join title_source s on s.title_id = t.id where s.number like 'AV%' order by length(s.number), s.number`,
    );
    expect(kinds.map(({ title, kind }) => `${title} ${String(kind)}`)).toEqual([
      '听力训练 audio-tape', '民乐精选 cd', '动物世界 vcd', '故宫 dvd', '安全教育 video-tape', '不知何物 null', '百科全书 electronic',
      '中国少年报 newspaper', '儿童文学 periodical', '混装 null',
    ]); // prettier-ignore
    const unclear = (await imports.problemsOf(job)).filter(({ code }) => code === 'record.kind-unclear');
    expect(unclear.map(({ facts }) => facts?.['detail'])).toEqual(['video', 'video']);
  });

  it('is read of a column of a list, and a word that nobody is sure of is reported', async () => {
    const imports = importsInto(catalog);
    const job = await imports.imported(
      Buffer.from(
        '题名,资料类型,册数\n人体结构图,教学挂图,2\n音乐欣赏,录音带,1\n数学七上,循环教材,3\n怪东西,盲盒,1\n',
      ),
      { format: 'csv' },
    );
    expect(
      (await imports.problemsOf(job)).map(({ code, facts }) => [code, facts?.['detail']]),
    ).toContainEqual(['record.kind-unclear', '盲盒']);
    expect(await found('kind=recyclable-textbook')).toEqual(['数学七上']);
    expect(await catalog.sql(`select c.kind from copy c join title t on t.id = c.title_id
      where t.title in ('音乐欣赏', '数学七上', '人体结构图') group by t.title, c.kind order by t.title`)).toEqual(
      [{ kind: 'other' }, { kind: 'textbook' }, { kind: 'audiovisual' }],
    ); // prettier-ignore
  });
});

describe('what a school holds by kind', () => {
  it('[CAT-082] accessions and shelves tapes, discs and electronic publications, finds and counts each kind, and prints it', async () => {
    const { body: shelf } = await catalog.call('POST', '/locations', { kind: 'shelf', name: '音像架' });
    const copies: CopyView[] = [];
    for (const [kind, count] of [['video-tape', 1], ['vcd', 2], ['dvd', 1], ['electronic', 3]] as const) {
      const { id: titleId } = await described({ title: `馆藏${kind}`, kind, clc: 'G4' });
      for (let at = 0; at < count; at += 1) {
        const { body } = await catalog.call('POST', '/copies', { titleId, priceFen: 1_000 });
        copies.push(body);
      }
    } // prettier-ignore
    expect(copies.map(({ kind }) => kind)).toEqual([
      ...Array<string>(4).fill('audiovisual'),
      ...Array<string>(3).fill('other'),
    ]);
    const moved = await catalog.call('POST', '/copy-moves', {
      toId: (shelf as LocationView).id,
      barcodes: copies.map(({ barcode }) => barcode),
    });
    expect(moved.status).toBe(201);
    expect(await found(`kind=vcd&schoolId=${catalog.schools[0]}`)).toEqual(['馆藏vcd']);
    expect(await found('kind=electronic&q=%E9%A6%86%E8%97%8F')).toEqual(['馆藏electronic']);

    const { body } = await catalog.call('GET', '/registers/kinds');
    const lines = (body as { items: KindLine[] }).items;
    expect(lines.find(({ kind }) => kind === 'vcd')).toEqual({
      kind: 'vcd', titles: 1, volumes: 2, lendable: 2, fen: 2_000, unpriced: 0,
    }); // prettier-ignore
    expect(lines.find(({ kind }) => kind === 'electronic')).toMatchObject({ titles: 1, volumes: 3 });
    const { body: other } = await catalog.call('GET', '/registers/kinds', undefined, {
      as: catalog.otherLibrarian,
    });
    expect(other).toEqual({ items: [], nextCursor: null });
    const csv = await printed('/registers/kinds?format=csv');
    expect(csv).toContain('资料类型');
    expect(csv).toMatch(/电子出版物,1,3,3/);
  });
});
