import type { CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { LocationView } from './locations.http.js';

/** What a librarian does to set up shelves; each call is one request. */
export const aLibrary = (catalog: CatalogForTests) => {
  const made = async <View>(path: string, body: object): Promise<View> => {
    const { status, body: view } = await catalog.call('POST', path, body);
    if (status !== 201) throw new Error(`${path}: ${String(status)} ${JSON.stringify(view)}`);
    return view;
  };
  return {
    place: (kind: string, name: string, more: object = {}): Promise<LocationView> =>
      made('/locations', { kind, name, ...more }),
    /** Copies of a new title of a class. */
    copies: async (clc: string, count: number, more: object = {}): Promise<CopyView[]> => {
      const { id: titleId } = await made<{ id: string }>('/titles', { title: `书${clc}`, clc });
      const copies: CopyView[] = [];
      for (let at = 0; at < count; at += 1) copies.push(await made('/copies', { titleId, ...more }));
      return copies;
    },
    copy: async (id: string): Promise<CopyView> => (await catalog.call('GET', `/copies/${id}`)).body,
    patched: async (path: string, input: object) => {
      const { headers } = await catalog.call('GET', path);
      return catalog.call('PATCH', path, input, { headers: { 'if-match': headers.get('etag') ?? '' } });
    },
  };
};
