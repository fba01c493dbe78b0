import type { CatalogForTests, Reply } from '../a-catalog.builder.js';

type Named = { readonly id: string; readonly version: number; readonly status: string };

/** What a test of buying does again and again, through the doors of a catalogue. */
export type Buying = {
  /** A review of a work; fit for grades 3 to 6 unless said otherwise. */
  review(work: Readonly<Record<string, unknown>>, as?: string): Promise<string>;
  vendor(name: string): Promise<string>;
  draft(vendorId: string, name?: string): Promise<string>;
  addLines(orderId: string, items: readonly Readonly<Record<string, unknown>>[]): Promise<Reply>;
  /** Drafted, submitted, and approved by the head. */
  approved(vendorId: string, items: readonly Readonly<Record<string, unknown>>[]): Promise<string>;
  ok<Body = Named>(method: string, path: string, body?: unknown, as?: string): Promise<Body>;
};

export const aBuying = (catalog: CatalogForTests, head: string): Buying => {
  const ok = async <Body = Named>(
    method: string,
    path: string,
    body?: unknown,
    as = catalog.librarian,
  ): Promise<Body> => {
    const answer = await catalog.call(method, path, body, { as });
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const idOf = async (method: string, path: string, body?: unknown): Promise<string> =>
    (await ok(method, path, body)).id;
  const review = async (work: Readonly<Record<string, unknown>>, as?: string): Promise<string> => {
    const item = { verdict: 'suitable', firstGrade: 3, lastGrade: 6, ...work };
    const made = await ok<{ items: { id: string }[] }>(
      'POST',
      '/suitability-reviews',
      { reviewer: '图书审读小组', items: [item] },
      as,
    );
    return made.items[0]?.id ?? '';
  };
  const draft = (vendorId: string, name = '秋季图书采购'): Promise<string> =>
    idOf('POST', '/orders', { name, vendorId, survey: '三年级缺注音读物' });
  const addLines = (orderId: string, items: readonly Readonly<Record<string, unknown>>[]): Promise<Reply> =>
    catalog.call('POST', `/orders/${orderId}/lines`, { items });
  return {
    ok,
    review,
    vendor: (name) => idOf('POST', '/vendors', { name }),
    draft,
    addLines,
    approved: async (vendorId, items) => {
      const id = await draft(vendorId);
      await ok('POST', `/orders/${id}/lines`, { items });
      await ok('POST', `/orders/${id}/submission`);
      await ok('POST', `/orders/${id}/decision`, { decision: 'approve' }, head);
      return id;
    },
  };
};
