import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { newClient } from './a-caller.builder.js';
import { County } from './a-county.builder.js';
import { School } from './a-school.builder.js';

type ByClient = (url: string, desk: Readonly<Record<string, string>>) => Promise<unknown>;

const minutes = 60_000;
let county: County;

beforeAll(async () => {
  const started = await County.start('postgres');
  if (started === null) throw new Error('PostgreSQL is always there');
  county = started;
}, 4 * minutes);

afterAll(() => county.stop(), minutes);

it(
  'an integrator’s generated client signs in, lends, reads every reason of a refusal, and returns',
  async () => {
    // Not an import in words: its types are generated, and this file is compiled without them.
    const file = new URL('./generated-client/check-out-by-client.ts', import.meta.url).pathname;
    const { checkOutByClient } = (await import(file)) as { checkOutByClient: ByClient };
    const school = await School.open(county.admin);
    const reader = await school.reader();
    const [copy] = await school.titles(1);
    if (copy === undefined) throw new Error('no copy');
    const client = await newClient(county.admin, ['circulation.desk', 'circulation.read'], [school.id]);
    const seen = await checkOutByClient(county.url, {
      ...client,
      schoolId: school.id,
      copyBarcode: copy.barcode,
      cardNumber: reader.cardNumber,
    });
    expect(seen).toEqual({
      dueOn: expect.stringMatching(/^2026-/),
      refusal: 'checkout.refused',
      reasons: expect.arrayContaining(['copy.already-on-loan']),
      status: 'open',
      next: 'shelf',
    });
  },
  minutes,
);
