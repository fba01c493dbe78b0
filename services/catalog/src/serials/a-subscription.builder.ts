import type { CatalogForTests } from '../a-catalog.builder.js';
import type { SerialView } from './serials.http.js';
import type { RoundView } from './subscriptions/subscriptions.http.js';

type Asked = Readonly<Record<string, unknown>>;

/** What a test of subscriptions does again and again, through the doors of a catalogue. */
export type Subscribing = {
  serial(asked: Asked): Promise<string>;
  round(year: number, more?: Asked, as?: string): Promise<string>;
  addLines(round: string, items: readonly Asked[], as?: string): Promise<RoundView>;
  review(round: string, items: readonly Asked[], as?: string): Promise<RoundView>;
  /** With these lines, all accepted, submitted, and approved by the county office. */
  approved(year: number, items: readonly Asked[], as?: string): Promise<string>;
  ok<Body>(method: string, path: string, body?: unknown, as?: string): Promise<Body>;
};

export const aSubscribing = (catalog: CatalogForTests): Subscribing => {
  const ok = async <Body>(
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
  const round = async (year: number, more: Asked = {}, as?: string): Promise<string> =>
    (await ok<RoundView>('POST', '/subscription-rounds', { year, ...more }, as)).id;
  const addLines = (id: string, items: readonly Asked[], as?: string): Promise<RoundView> =>
    ok('POST', `/subscription-rounds/${id}/lines`, { items }, as);
  const review = (id: string, items: readonly Asked[], as?: string): Promise<RoundView> =>
    ok(
      'POST',
      `/subscription-rounds/${id}/reviews`,
      { reviewer: '征订小组', items: items.map((each) => ({ useful: true, readable: true, ...each })) },
      as,
    );
  return {
    ok,
    round,
    addLines,
    review,
    serial: async (asked) =>
      (
        await ok<SerialView>('POST', '/serials', {
          kind: 'periodical',
          languages: ['chi'],
          pattern: { every: 'month', days: [1] },
          ...asked,
        })
      ).id,
    approved: async (year, items, as) => {
      const id = await round(year, {}, as);
      await addLines(id, items, as);
      await review(
        id,
        items.map((_, at) => ({ number: at + 1, verdict: 'accept' })),
        as,
      );
      await ok('POST', `/subscription-rounds/${id}/submission`, undefined, as);
      await ok('POST', `/subscription-rounds/${id}/decision`, { decision: 'approve' }, catalog.admin);
      return id;
    },
  };
};
