// What an integrator writes: only the types that openapi-typescript makes of our document, and openapi-fetch.
// `npm run check` makes the types and compiles this file with `tsc --strict`; a journey runs it against a county.
import createClient from 'openapi-fetch';

import type { components, paths } from '../../.cache/api/county.js';

export type Desk = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly schoolId: string;
  readonly copyBarcode: string;
  readonly cardNumber: string;
};

type Problem = components['schemas']['Problem'];

/** Signs in with client credentials, lends a copy, is refused a second one with every reason, and takes it back. */
export async function checkOutByClient(url: string, desk: Desk) {
  const { schoolId, copyBarcode, cardNumber } = desk;
  const client = createClient<paths>({ baseUrl: url });
  const signedIn = await client.POST('/oauth/token', {
    body: {
      grant_type: 'client_credentials',
      client_id: desk.clientId,
      client_secret: desk.clientSecret,
    },
    bodySerializer: (body) => new URLSearchParams(body as Record<string, string>),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const token = signedIn.data?.access_token;
  if (token === undefined) throw new Error('no token');
  const headers = { authorization: `Bearer ${token}` };
  const input = { schoolId, copyBarcode, cardNumber };

  const lent = await client.POST('/api/v1/checkouts', {
    headers,
    params: { header: { 'Idempotency-Key': `generated-${copyBarcode}` } },
    body: input,
  });
  if (lent.data === undefined) throw new Error(`not lent: ${lent.error.code}`);
  const loanId: string = lent.data.loan.id;
  const dueOn: string = lent.data.loan.dueOn;

  const refused = await client.POST('/api/v1/checkouts', { headers, body: input });
  const problem: Problem | undefined = refused.error;
  const reasons = (problem?.reasons ?? []).map(({ code }) => code);

  const read = await client.GET('/api/v1/loans/{id}', { headers, params: { path: { id: loanId } } });
  const returned = await client.POST('/api/v1/returns', { headers, body: { schoolId, copyBarcode } });
  return {
    dueOn,
    refusal: problem?.code,
    reasons,
    status: read.data?.status,
    next: returned.data?.next,
  };
}
