import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leastOf } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopiesPage } from '../accession/copies.http.js';
import type { TitlesPage } from '../titles/titles.http.js';
import { aBook, aRecord, iso2709Of, marcXmlOf } from './a-marc-file.builder.js';
import { importsInto, type ImportsForTests } from './an-import.builder.js';
import type { MarcRecord } from './rules/marc-record.js';

let catalog: CatalogForTests;
let imports: ImportsForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_field'));
  imports = importsInto(catalog);
});
afterAll(() => catalog.end());

const imported: ImportsForTests['imported'] = (...input) => imports.imported(...input);
const codesOf = async (job: Awaited<ReturnType<typeof imported>>): Promise<string[]> =>
  (await imports.problemsOf(job)).map(({ code }) => code);
const titlesBy = async (question: string): Promise<TitlesPage['items']> =>
  ((await catalog.call('GET', `/titles?q=${encodeURIComponent(question)}`)).body as TitlesPage).items;
const copyBy = async (barcode: string): Promise<CopiesPage['items'][number] | undefined> =>
  (
    (await catalog.call('GET', `/copies?barcode=${barcode}&schoolId=${catalog.schools[0]}`))
      .body as CopiesPage
  ).items[0];
const csv = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);
const marc21 = (...fields: readonly (readonly [string, string])[]): MarcRecord =>
  aRecord(fields, '00000cam a2200000 a 4500');

describe('a list of 书名, 作者 and 条码', () => {
  const list = csv('书名,作者,条码', '山里的灯,甲,L0001', '山里的灯,甲,L0002', '河边的灯,乙,L0003');

  it('makes one title of the lines of one book, and nothing at all the second time', async () => {
    const first = await imported(list);
    expect(first.result).toMatchObject({ total: 3, created: 2, copies: { created: 3 } });
    const again = await imported(list);
    expect(again.result).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
      copies: { created: 0, unchanged: 3 },
    });
  });
  it('is known again by its copies when other cells were corrected meanwhile', async () => {
    const corrected = csv('书名,作者,出版社,定价,条码', '河边的灯,乙丙,某出版社,12.00,L0003');
    expect((await imported(corrected)).result).toMatchObject({
      created: 0,
      updated: 1,
      copies: { unchanged: 1 },
    });
    // Another book under a barcode that is taken is another book.
    const other = await imported(csv('书名,作者,条码', '海边的灯,乙,L0003'));
    expect(other.result).toMatchObject({ created: 1, copies: { rejected: 1 } });
  });
  it('is known again without barcodes and even without copies', async () => {
    const bare = csv('书名,作者,册数', '没有条码的书,丙,2', '没有馆藏的书,丁,');
    expect((await imported(bare)).result).toMatchObject({ created: 2, copies: { created: 2 } });
    expect((await imported(bare)).result).toMatchObject({
      created: 0,
      unchanged: 2,
      copies: { created: 0, unchanged: 2 },
    });
  });
  it('of another school makes titles of its own: nothing tells that they are the same', async () => {
    const job = await imported(list, {}, { as: catalog.otherLibrarian });
    expect(job.result).toMatchObject({ created: 2, copies: { created: 3 } });
  });
  it('tells which columns nobody reads, in both languages', async () => {
    const job = await imported(csv('序号,书名,作者,经手人,条码', '1,有序号的书,甲,乙,L0100'));
    expect(job.result).toMatchObject({ total: 1, created: 1 });
    expect(await imports.problemsOf(job)).toEqual(
      ['序号', '经手人'].map((detail) => ({
        place: { record: 0, offset: 1 },
        code: 'list.column-unread',
        facts: { severity: 'warning', detail },
      })),
    );
    for (const [language, title] of [
      ['zh-CN', '该列未被读取'],
      ['en', 'Nobody reads this column'],
    ] as const) {
      const { body } = await catalog.call('GET', `/jobs/${job.id}/problems`, undefined, {
        as: catalog.admin,
        headers: { 'accept-language': language },
      });
      expect((body as { items: { title: string }[] }).items[0]?.title).toBe(title);
    }
  });
  it('with error cells and mangled numbers loses only those, and says so', async () => {
    const job = await imported(
      csv(
        '书名,作者,条码,定价',
        '#N/A,甲,L0200,1',
        '保护过的书,乙,"=""00201""",#REF!',
        '坏条码的书,丙,2.02609E+11,8',
      ),
    );
    expect(job.result).toMatchObject({ total: 3, created: 2, rejected: 1, copies: { created: 1 } });
    expect(
      (await imports.problemsOf(job)).map(({ place, code }) => [place['record'], place['field'], code]),
    ).toEqual([
      [1, undefined, 'record.title-missing'],
      [2, 'price', 'cell.error'],
      [3, 'barcode', 'cell.digits-lost'],
    ]);
    expect(await copyBy('00201')).toMatchObject({ priceFen: null });
  });
  it('with a broken byte loses only what stood there', async () => {
    const text = csv('书名,作者,条码', '完好的书,甲,L0301', '破损的书,乙,L0302', '又一本书,丙,L0303');
    const at = text.indexOf('损') + 1;
    const job = await imported(
      Buffer.concat([Buffer.from('\ufeff'), text.subarray(0, at), text.subarray(at + 1)]),
    );
    expect(job.result).toMatchObject({ total: 3, created: 3, rejected: 0 });
    expect(await imports.problemsOf(job)).toEqual([
      { place: { record: 2, offset: 3 }, code: 'text.unreadable-characters', facts: { severity: 'warning' } },
    ]);
  });
});

describe('titles whose letters were lost', () => {
  const lossy = (number: string, title: string, barcode: string): Buffer =>
    iso2709Of(
      marc21(
        ['001', number],
        ['003', 'ABC'],
        ['245', `10$a${title}`],
        ['260', '  $c1999'],
        ['952', `  $p${barcode}`],
      ),
    );
  // Two words in the Cyrillic set of MARC-8, which nobody here can read, and as many letters in both.
  const [one, other] = [lossy('e1', '\u001b(NABCD\u001b(B', 'E1'), lossy('e1', '\u001b(NEFGH\u001b(B', 'E2')];

  it('are not taken for each other, but for themselves', async () => {
    const fields = { profile: 'marc21-952' };
    const job = await imported(Buffer.concat([one, other]), fields);
    expect(job.result).toMatchObject({ total: 2, created: 2, copies: { created: 2 } });
    expect(await codesOf(job)).toEqual([
      'text.character-set-unsupported',
      'text.unreadable-characters',
      'text.character-set-unsupported',
      'text.unreadable-characters',
    ]);
    expect((await imported(Buffer.concat([other, one]), fields)).result).toMatchObject({
      created: 0,
      unchanged: 2,
      copies: { created: 0, unchanged: 2 },
    });
  });
  it('are question marks, too', async () => {
    const job = await imported(csv('书名,作者,条码', '?????,???,Q1', '?????,???,Q2'));
    expect(job.result).toMatchObject({ created: 2 });
    expect(await codesOf(job)).toEqual(['text.unreadable-characters', 'text.unreadable-characters']);
    expect((await imported(csv('书名,作者,条码', '?????,???,Q1'))).result).toMatchObject({
      created: 0,
      unchanged: 1,
    });
  });
});

describe('letters of other languages', () => {
  it('in UTF-8 are those letters in every kind of file', async () => {
    const record = marc21(
      ['001', 'f1'],
      ['020', '  $a0960764216 :$c£6.95'],
      ['245', '10$aDas Töpferbuch für Mémé /$cAnaïs.'],
      ['100', '1 $aAnaïs, Zoé'],
    );
    const job = await imported(iso2709Of(record));
    expect(job.result).toMatchObject({ created: 1 });
    expect(await imports.problemsOf(job)).toContainEqual({
      place: { record: 1, offset: 0, field: '020' },
      code: 'price.foreign-currency',
      facts: { severity: 'warning', detail: '£6.95' },
    });
    const [title] = await titlesBy('Töpferbuch');
    expect(title).toMatchObject({
      title: 'Das Töpferbuch für Mémé',
      contributors: ['Anaïs, Zoé'],
      priceFen: null,
    });
    await imported(csv('title,author,barcode', 'El pingüino y el niño,Muñoz,F100'));
    expect((await titlesBy('pingüino'))[0]?.title).toBe('El pingüino y el niño');
  });
  it('are found by the original script', async () => {
    const record = marc21(
      ['001', 'f2'],
      ['100', '1 $6880-01$aQin, Wenjun'],
      ['245', '10$6880-02$aMi mi shan gu /$cQin Wenjun.'],
      ['880', '1 $6100-01/$1$a秦文君'],
      ['880', '10$6245-02/$1$a秘密山谷'],
    );
    await imported(iso2709Of(record));
    for (const question of ['秘密山谷', '秦文君', 'mi mi shan gu'])
      expect((await titlesBy(question)).map(({ title }) => title)).toEqual(['秘密山谷']);
  });
});

describe('volumes', () => {
  it('of one set are different books, wherever their number stands', async () => {
    const volume = (number: string, ...fields: readonly (readonly [string, string])[]): Buffer =>
      iso2709Of(aBook(number, '十万个为什么', fields), 'gb18030');
    const job = await imported(
      Buffer.concat([
        volume('v1', ['225', '2 $a少年文库$v1']),
        volume('v2', ['225', '2 $a少年文库$v2']),
        volume('v3', ['461', ' 0$12001 $a全集$v上']),
        volume('v4', ['462', ' 0$a全集$v下']),
      ]),
    );
    expect(job.result).toMatchObject({ total: 4, created: 4 });
  });
  it('of a list are told by the words beside their ISBN', async () => {
    const list = csv(
      '书名,ISBN,条码',
      '成套的书,978-7-02-000220-7（上册）,V1',
      '成套的书,978-7-02-000220-7（下册）,V2',
    );
    expect((await imported(list)).result).toMatchObject({ created: 2, copies: { created: 2 } });
    expect((await imported(list)).result).toMatchObject({ created: 0, unchanged: 2 });
  });
});

describe('copies', () => {
  it('have the call number that stands in another field', async () => {
    const record = aBook('c1', '别处的索书号', [
      ['905', '  $dD2-6$e8'],
      ['985', '  $aC0001$bSY$aC0002$bSY'],
    ]);
    const job = await imported(iso2709Of(record, 'gb18030'), { profile: 'cnmarc-985' });
    expect(await codesOf(job)).toEqual([]);
    for (const barcode of ['C0001', 'C0002'])
      expect(await copyBy(barcode)).toMatchObject({ callNumber: 'D2-6/8' });
  });
  it('keep a call number of another scheme as written, and take no number of ours', async () => {
    const job = await imported(
      iso2709Of(
        aBook('c2', '科图法的书', [
          ['690', '  $aI247.5'],
          ['905', '  $bC0011$d21.1$e56'],
        ]),
        'gb18030',
      ),
    );
    expect(await imports.problemsOf(job)).toEqual([
      {
        place: { record: 1, offset: 0 },
        code: 'copy.call-number-not-clc',
        facts: { severity: 'warning', detail: '21.1/56' },
      },
    ]);
    expect(await copyBy('C0011')).toMatchObject({ callNumber: '21.1/56', clc: 'I247.5' });
    const dewey = marc21(['001', 'c3'], ['245', '10$aWorld history'], ['952', '  $pC0012$o909 WOR']);
    await imported(iso2709Of(dewey), { profile: 'marc21-952' });
    expect(await copyBy('C0012')).toMatchObject({ callNumber: '909 WOR', clc: null });
    // The counters of our own numbers did not move.
    const title = (await catalog.call('POST', '/titles', { title: '下一本', clc: 'I247.5' })).body as {
      id: string;
    };
    expect((await catalog.call('POST', '/copies', { titleId: title.id })).body).toMatchObject({
      callNumber: 'I247.5/1',
    });
  });
  it('that are lost, not for loan or withdrawn come in as that, or not at all', async () => {
    const koha = marc21(
      ['001', 'c4'],
      ['245', '10$aStates of copies'],
      ['952', '  $pC0021$11'],
      ['952', '  $pC0022$71'],
      ['952', '  $pC0023$01'],
      ['952', '  $pC0024$00$10$70'],
    );
    const job = await imported(iso2709Of(koha), { profile: 'marc21-952' });
    expect(job.result).toMatchObject({ copies: { created: 3, rejected: 1 } });
    expect(await codesOf(job)).toContain('copy.withdrawn-in-file');
    expect(await copyBy('C0021')).toMatchObject({ status: 'missing' });
    expect(await copyBy('C0022')).toMatchObject({ status: 'reading-room' });
    expect(await copyBy('C0023')).toBeUndefined();
    expect(await copyBy('C0024')).toMatchObject({ status: 'lendable' });
    const struck = await imported(
      csv('书名,条码,状态,注销日期', '注销的书,C0031,注销,2020-05-01', '可借的书,C0032,在馆,'),
    );
    expect(struck.result).toMatchObject({ total: 2, created: 1, rejected: 1, copies: { created: 1 } });
    expect(await imports.problemsOf(struck)).toEqual([
      {
        place: { record: 1, offset: 2 },
        code: 'copy.withdrawn-in-file',
        facts: { severity: 'rejected', detail: 'C0031' },
      },
    ]);
  });
});

describe('a file that is hard to compute', () => {
  /** Such a file; another one has other records, so that an import of it has as much to write. */
  const hard = (which: number): Buffer => {
    const name = (at: number): string => `${'作者文学历史地理'.repeat(30)}${String(at)}`;
    const records = Array.from({ length: 60 }, (_, at) =>
      aBook(`h${String(which)}-${String(at)}`, `${'漫长的书名'.repeat(150)}${String(which)}.${String(at)}`, [
        ...Array.from({ length: 90 }, (_, n) => ['701', ` 0$a${name(at * 100 + n)}`] as const),
        ['330', `  $a${'提要'.repeat(1_500)}`],
      ]),
    );
    const contributors = Array.from({ length: 10_000 }, (_, at) => ['701', ` 0$a作者${String(at)}`] as const);
    const many = aBook(`h${String(which)}-many`, `万人合著${String(which)}`, contributors);
    const long = aBook(`h${String(which)}-long`, `甲${','.repeat(100_000)}乙`);
    return Buffer.from(marcXmlOf([...records, many, long]));
  };

  /** Imports a file, and says how long this process computed without a turn for others, and others waited for an answer. */
  const importedMeanwhile = async (file: Buffer): Promise<{ longest: number; answered: number[] }> => {
    const { id } = (await imports.upload(file)).body as { id: string };
    let isRunning = true;
    const finished = imports.finished(id).finally(() => (isRunning = false));
    const answered: number[] = [];
    // On a busy machine the clock alone would tell its neighbours' work.
    const turns: { readonly from: number; readonly to: number; readonly cpu: number }[] = [];
    let [from, before] = [performance.now(), process.threadCpuUsage()];
    const turning = setInterval(() => {
      const [to, { user, system }] = [performance.now(), process.threadCpuUsage(before)];
      turns.push({ from, to, cpu: (user + system) / 1_000 });
      [from, before] = [to, process.threadCpuUsage()];
    }, 1);
    // What the suites before have left in the heap of this process is not computing either.
    const swept: PerformanceEntry[] = [];
    const sweeps = new PerformanceObserver((list) => void swept.push(...list.getEntries()));
    sweeps.observe({ entryTypes: ['gc'] });
    while (isRunning) {
      const at = performance.now();
      expect((await fetch(`${catalog.url}/healthz`)).status).toBe(200);
      answered.push(performance.now() - at);
    }
    clearInterval(turning);
    await pause(50); // the last sweeps are told a little later
    sweeps.disconnect();
    const longest = Math.max(
      ...turns.map(({ from, to, cpu }) =>
        swept
          .filter(({ startTime }) => startTime >= from && startTime <= to)
          .reduce((left, { duration }) => left - duration, cpu),
      ),
    );
    const job = await finished;
    expect(job.result).toMatchObject({ total: 62, created: 61, rejected: 1 });
    expect(
      (await imports.problemsOf(job)).map(({ place, code }) => [place['record'], place['field'], code]),
    ).toEqual([
      [61, 'contributors', 'text.too-long'],
      [62, undefined, 'record.title-too-long'],
    ]);
    expect(answered.length).toBeGreaterThan(20);
    return { longest, answered };
  };

  it('lets everybody else be answered meanwhile', async () => {
    // Once without writing: what V8 has not compiled yet takes its time in any order of work.
    const tried = (await imports.upload(hard(0), { dryRun: 'true' })).body as { id: string };
    await imports.finished(tried.id);
    // In one go it is 410 ms; in slices 50.
    const waited = await leastOf(200, async (which) => {
      const { longest, answered } = await importedMeanwhile(hard(which));
      const median = answered.sort((a, b) => a - b)[Math.floor(answered.length / 2)] ?? Infinity;
      return Math.max(longest, median);
    });
    expect(waited).toBeLessThan(200);
  }, 240_000);
});
