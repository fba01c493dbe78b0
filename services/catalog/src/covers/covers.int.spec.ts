import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileStore } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import sharp from 'sharp';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { TitleView } from '../titles/titles.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_covers'));
});
afterAll(() => catalog.end());

const described = async (): Promise<string> =>
  ((await catalog.call('POST', '/titles', { title: '城南旧事' })).body as TitleView).id;
const picture = (colour: string, width = 300): Promise<Buffer> =>
  sharp({ create: { width, height: 400, channels: 3, background: colour } })
    .png()
    .toBuffer();
const put = (id: string, file: Buffer, as = catalog.admin): Promise<Reply> => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file)], { type: 'image/gif' }), '封面.gif');
  return catalog.call('PUT', `/titles/${id}/cover`, form, { as });
};
const get = (id: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${catalog.url}/api/v1/titles/${id}/cover`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, ...headers },
  });
const hasCover = async (id: string): Promise<boolean> =>
  ((await catalog.call('GET', `/titles/${id}`)).body as TitleView).hasCover;
const filesInUse = async (): Promise<number> =>
  (await catalog.sql('select from stored_file where unused_since is null')).length;

describe('the cover of a title', () => {
  it('is a JPEG whatever was sent, says which one it is, and is told of with the title', async () => {
    const id = await described();
    expect([(await get(id)).status, await hasCover(id)]).toEqual([404, false]);
    const answer = await put(id, await picture('#c02020', 1_500));
    expect(answer).toMatchObject({ status: 200, body: { titleId: id, width: 1_200, height: 320 } });
    const read = await get(id);
    const bytes = Buffer.from(await read.arrayBuffer());
    expect([read.status, read.headers.get('content-type'), await hasCover(id)]).toEqual([
      200,
      'image/jpeg',
      true,
    ]);
    expect([Number(read.headers.get('content-length')), (answer.body as { size: number }).size]).toEqual([
      bytes.length,
      bytes.length,
    ]);
    const { format, width } = await sharp(bytes).metadata();
    expect([format, width]).toEqual(['jpeg', 1_200]);
    const tag = read.headers.get('etag') ?? '';
    expect([(await get(id, { 'if-none-match': tag })).status, (await get(id, { 'if-none-match': '"x"' })).status]).toEqual([304, 200]); // prettier-ignore
    const listed = await catalog.call('GET', `/titles?q=${encodeURIComponent('城南旧事')}`);
    expect((listed.body as { items: TitleView[] }).items.map((title) => title.hasCover)).toContain(true);
  });

  it('takes the place of the one before, whose file is swept a day later', async () => {
    const id = await described();
    const before = await filesInUse();
    await put(id, await picture('#c02020'));
    const first = (await get(id)).headers.get('etag');
    await put(id, await picture('#2020c0'));
    const second = await get(id);
    expect(second.headers.get('etag')).not.toBe(first);
    const { r, b } = (await sharp(Buffer.from(await second.arrayBuffer())).stats()).dominant;
    expect(b).toBeGreaterThan(r);
    expect((await filesInUse()) - before).toBe(1);
    await catalog.sql(
      `update stored_file set unused_since = unused_since - interval '25 hours' where unused_since is not null`,
    );
    expect(await catalog.app.get(FileStore).sweep()).toBeGreaterThan(0);
    expect((await get(id)).status).toBe(200);
  });

  it('of eight that are put at once is one, and no other file stays in use', async () => {
    const id = await described();
    const before = await filesInUse();
    const file = await picture('#20c020');
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(id, file)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await filesInUse()) - before).toBe(1);
    expect((await get(id)).status).toBe(200);
  });

  it('can be removed once', async () => {
    const id = await described();
    await put(id, await picture('#c02020'));
    const before = await filesInUse();
    const remove = () => catalog.call('DELETE', `/titles/${id}/cover`, undefined, { as: catalog.admin });
    expect([(await remove()).status, (await remove()).status, (await get(id)).status]).toEqual([
      204, 404, 404,
    ]);
    expect([(await filesInUse()) - before, await hasCover(id)]).toEqual([-1, false]);
  });

  it('may be put and removed by who may correct the title, and read by everyone', async () => {
    const id = await described();
    const teacher = await catalog.signer.account({ role: 'teacher', schoolId: catalog.schools[0] });
    const cover = await picture('#c02020');
    const remove = (as: string) => catalog.call('DELETE', `/titles/${id}/cover`, undefined, { as });
    expect([(await put(id, cover, teacher)).status, (await put(id, cover, catalog.librarian)).status]).toEqual([403, 200]); // prettier-ignore
    expect((await get(id, { authorization: `Bearer ${teacher}` })).status).toBe(200);
    expect([(await remove(teacher)).status, (await remove(catalog.librarian)).status]).toEqual([403, 204]);
  });
});

describe('what is no cover', () => {
  it.each([
    [
      'of a title that is not there',
      async () => put(randomUUID(), await picture('#c02020')),
      404,
      'resource.unknown',
    ],
    ['that is no picture', async () => put(await described(), randomBytes(9_000)), 415, 'picture.unreadable'],
    ['without a byte', async () => put(await described(), Buffer.alloc(0)), 400, 'request.invalid'],
    [
      'that is no form',
      async () =>
        catalog.call('PUT', `/titles/${await described()}/cover`, { file: 'x' }, { as: catalog.admin }),
      415,
      'request.media-type',
    ],
  ] as const)('is refused: one %s', async (_what, ask, status, code) => {
    expect(await ask()).toMatchObject({ status, body: { code } });
  });

  it.each([
    [10 * 1024 * 1024, 415],
    [10 * 1024 * 1024 + 1, 413],
  ])('is looked at with %d bytes as far as answer %d', async (bytes, status) => {
    expect((await put(await described(), Buffer.alloc(bytes, 1))).status).toBe(status);
  });
});
