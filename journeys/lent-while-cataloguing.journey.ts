import { beforeAll, expect, it } from '@jest/globals';

import { done, reasonsOf, until, type Identified, type Page } from './a-caller.builder.js';
import type { County } from './a-county.builder.js';
import { School, type Copy, type Reader } from './a-school.builder.js';

const minutes = 60_000;
type Held = { readonly holdings: readonly { readonly available: number }[] };
type Title = Identified & { readonly title: string; readonly carrier: string };

/** What a school lends while it still works on the rest, and what it lends that is no book; to be called within a `describe`. */
export function lentWhileCataloguing(given: () => County): void {
  let school: School;
  let pupils: readonly Reader[];

  beforeAll(async () => {
    school = await School.open(given().admin);
    pupils = await school.readers(3);
  }, minutes);

  const lend = (copy: Copy | undefined, pupil: number) =>
    school.lend(copy?.barcode ?? '', pupils[pupil]?.cardNumber ?? '');

  it('[CAT-033] lends the copies of a batch that are ready, while the others are still worked on', async () => {
    const batch = await school.copies(3, { status: 'processing' });
    const makeReady = async (copy: Copy | undefined): Promise<void> => {
      const path = `/api/v1/copies/${copy?.id}`;
      const { version } = await school.librarian.get<{ version: number }>(path);
      const change = { body: { status: 'lendable' }, headers: { 'if-match': `"v${version}"` } };
      done(await school.librarian.ask('PATCH', path, change), 200);
    };
    const [first, second, third] = batch;
    await makeReady(first);
    await until(
      () => lend(first, 0),
      ({ status }) => status === 201,
    );
    for (const copy of [second, third]) {
      const refused = await lend(copy, 1);
      expect([refused.status, reasonsOf(refused)]).toEqual([409, ['copy.not-lendable']]);
    }
    await makeReady(second);
    await until(
      () => lend(second, 1),
      ({ status }) => status === 201,
    );
    expect(reasonsOf(await lend(third, 2))).toEqual(['copy.not-lendable']);
  });

  it('[CIR-053] a pupil reserves a book straight from the list of new books, before it is shelved, and has it first', async () => {
    const [fresh] = await school.copies(1, { status: 'processing' });
    const pupil = await school.account('reader', { readerId: pupils[0]?.id ?? '' });
    const news = await until(
      () =>
        pupil.get<Page<{ readonly titleId: string }>>(`/api/v1/new-titles?schoolId=${school.id}&limit=500`),
      ({ items }) => items.some(({ titleId }) => titleId === fresh?.titleId),
    );
    const listed = news.items.find(({ titleId }) => titleId === fresh?.titleId);
    const wish = { titleId: listed?.titleId, readerId: pupils[0]?.id };
    const hold = await pupil.post<Identified & { readonly status: string }>('/api/v1/holds', wish);
    expect(hold.status).toBe('waiting');
    const path = `/api/v1/copies/${fresh?.id}`;
    const { version } = await school.librarian.get<{ version: number }>(path);
    const shelved = { body: { status: 'lendable' }, headers: { 'if-match': `"v${version}"` } };
    done(await school.librarian.ask('PATCH', path, shelved), 200);
    await until(
      () => pupil.get<{ readonly status: string }>(`/api/v1/holds/${hold.id}`),
      ({ status }) => status === 'ready',
    );
    expect(reasonsOf(await lend(fresh, 1))).toEqual(['copy.held-for-another-reader']);
    done(await lend(fresh, 0), 201);
    await school.takeBack(fresh?.barcode ?? '');
  });

  it('[CIR-014] finds a recording by its title, says what it is, lends it and takes it back', async () => {
    const name = '小学英语听力磁带';
    const described = await school.librarian.post<Title>('/api/v1/titles', {
      title: name,
      kind: 'audio-tape',
      carrier: 'audio',
      clc: 'H319.9',
    });
    const copy = await school.librarian.post<Copy>('/api/v1/copies', {
      titleId: described.id,
      priceFen: 2_500,
    });
    const { items } = await school.librarian.get<Page<Title>>(`/api/v1/titles?q=${encodeURIComponent(name)}`);
    expect(items.find(({ id }) => id === described.id)).toMatchObject({ title: name, carrier: 'audio' });
    const book = await school.librarian.post<Title>('/api/v1/titles', { title: `${name}文本`, kind: 'book' });
    const recordings = `/api/v1/titles?kind=audio-tape&q=${encodeURIComponent(name)}`;
    const found = (await school.librarian.get<Page<Title>>(recordings)).items.map(({ id }) => id);
    expect([found.includes(described.id), found.includes(book.id)]).toEqual([true, false]);
    const { loan } = done(await lend(copy, 2), 201);
    expect(loan).toMatchObject({ titleId: described.id, readerId: pupils[2]?.id, status: 'open' });
    expect(await school.takeBack(copy.barcode)).toMatchObject({ loan: { id: loan.id, status: 'closed' } });
  });

  it('[CAT-083] finds a DVD among all kinds of material, lends it at the desk, and sees it as lent', async () => {
    const described = await school.librarian.post<Title>('/api/v1/titles', {
      title: '航拍中国',
      kind: 'dvd',
    });
    const copy = await school.librarian.post<Copy>('/api/v1/copies', {
      titleId: described.id,
      priceFen: 3_000,
    });
    const path = `/api/v1/titles?kind=dvd&schoolId=${school.id}`;
    const pupil = await school.account('reader', { readerId: pupils[0]?.id ?? '' });
    const found = async () => (await pupil.get<Page<Title & Held>>(path)).items;
    expect(await found()).toMatchObject([
      { id: described.id, kind: 'dvd', carrier: 'video', holdings: [{ copies: 1, available: 1 }] },
    ]);
    const { loan } = done(await lend(copy, 0), 201);
    expect(loan).toMatchObject({ titleId: described.id, status: 'open' });
    await until(found, ([title]) => title?.holdings[0]?.available === 0);
    expect(await school.takeBack(copy.barcode)).toMatchObject({ loan: { id: loan.id, status: 'closed' } });
  });
}
