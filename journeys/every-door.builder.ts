import type { Operation } from '@shulian/contracts/access';

import { tourFiles } from '../deploy/src/tour/tour-files.js';
import type { Asked, Identified } from './a-caller.builder.js';
import {
  another,
  type Copy,
  type Loan,
  type Reader,
  type School,
  type SchoolClass,
} from './a-school.builder.js';

/** One thing of every kind at one place: a class of a school, with a reader who borrows. */
export type Place = {
  readonly school: School;
  readonly schoolClass: SchoolClass;
  readonly accountId: string;
  readonly clientId: string;
  /** Has `lent` on loan, waits with `holdId`, has handed in `noteId`. */
  readonly reader: Reader;
  /** Whose card is lost and who is suspended while doors are tried. */
  readonly careless: Reader;
  readonly lent: Copy;
  readonly loan: Loan;
  /** Who loses copies, and so may not borrow at times. */
  readonly forgetful: Reader;
  /** What `forgetful` has on loan, or has lost. */
  readonly mislaid: Copy;
  /** The loan of `mislaid` that was made last. */
  mislaidLoanId: string;
  /** Owed by `forgetful`. */
  compensationId: string;
  /** Owed by `reader` once; settled. */
  readonly settledId: string;
  /** On the shelf. */
  readonly copy: Copy;
  /** Of a title that `careless` has on loan. */
  holdId: string;
  readonly wanted: Copy;
  /** Not accepted yet. */
  noteId: string;
  readonly policyId: string;
  readonly catalogJobId: string;
  readonly rosterJobId: string;
};

export type Request = Asked & { readonly path: string };

/**
 * Where a request names what it touches, which decides how a caller out of reach is refused: by an id in the path (404),
 * by a school in body or query (403), by an id in the body (403, 404, 409 or 422), as the filter of a list (403 or an
 * empty list), or not at all (a thing of the whole county).
 */
export type Touches = 'path' | 'school' | 'id' | 'list' | 'county';

export type Door = {
  readonly operation: Operation;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the OpenAPI document writes it. */
  readonly path: string;
  readonly touches: Touches;
  /** A valid request at a place. */
  readonly ask: (place: Place) => Request | Promise<Request>;
  /** What who may is answered. */
  readonly ok: number;
  /** Makes the valid request possible again after somebody did it. */
  readonly before?: (place: Place) => Promise<unknown>;
};

const api = '/api/v1';
const at = (template: string, id: string): string => `${api}${template}`.replace('{id}', id);

/** A door that names what it touches in its path, and sends nothing. */
const byPath = (
  operation: Operation,
  method: Door['method'],
  template: string,
  ok: number,
  idOf: (place: Place) => string,
): Door => ({
  operation,
  method,
  path: `${api}${template}`,
  touches: 'path',
  ok,
  ask: (place) => ({ path: at(template, idOf(place)) }),
});

/** A change of what can be read at the same path, on the version that is there now. */
const change = (
  operation: Operation,
  template: string,
  idOf: (place: Place) => string,
  body: (place: Place) => unknown,
): Door => ({
  operation,
  method: 'PATCH',
  path: `${api}${template}`,
  touches: 'path',
  ok: 200,
  ask: async (place) => {
    const path = at(template, idOf(place));
    const now = await place.school.librarian.ask('GET', path);
    return { path, body: body(place), headers: { 'if-match': now.headers.get('etag') ?? '"v1"' } };
  },
});

/** A write without an id in its path. */
const write = (
  operation: Operation,
  path: string,
  touches: Touches,
  ok: number,
  body: (place: Place) => unknown,
  more: Partial<Door> = {},
): Door => ({
  operation,
  method: 'POST',
  path: `${api}${path}`,
  touches,
  ok,
  ask: (place) => ({ path: `${api}${path}`, body: body(place) }),
  ...more,
});

const list = (
  operation: Operation,
  path: string,
  touches: Touches,
  query: (place: Place) => string,
): Door => ({
  operation,
  method: 'GET',
  path: `${api}${path}`,
  touches,
  ok: 200,
  ask: (place) => ({ path: `${api}${path}?${query(place)}` }),
});

const upload = (operation: Operation, path: string, file: { name: string; read: () => Buffer }): Door => ({
  operation,
  method: 'POST',
  path: `${api}${path}`,
  touches: 'school',
  ok: 202,
  ask: ({ school }) => {
    const form = new FormData();
    form.set('schoolId', school.id);
    form.set('format', 'auto');
    form.set('dryRun', 'true');
    form.set('file', new Blob([new Uint8Array(file.read())]), file.name);
    return { path: `${api}${path}`, form };
  },
});

const ofSchool = ({ school }: Place): string => `schoolId=${school.id}`;
const everything = (): string => 'limit=500';
let years = 2_100;

/** A request for every operation of the public API that asks who is there. */
export const doors: readonly Door[] = [
  write('accounts.create', '/accounts', 'county', 201, ({ school }) => ({
    username: `door-${another()}`,
    password: 'a password that is long enough',
    grants: [{ role: 'librarian', schoolId: school.id }],
  })),
  byPath('accounts.read', 'GET', '/accounts/{id}', 200, ({ accountId }) => accountId),
  {
    ...byPath('accounts.change', 'PATCH', '/accounts/{id}', 200, ({ accountId }) => accountId),
    // It may sign in already: nothing changes, so its version stays the first.
    ask: ({ accountId }) => ({
      path: at('/accounts/{id}', accountId),
      body: { disabled: false },
      headers: { 'if-match': '"v1"' },
    }),
  },
  write('api-clients.create', '/api-clients', 'county', 201, ({ school }) => ({
    name: 'a programme',
    scopes: ['catalog.read'],
    schoolIds: [school.id],
  })),
  byPath('api-clients.read', 'GET', '/api-clients/{id}', 200, ({ clientId }) => clientId),
  byPath('api-clients.revoke', 'DELETE', '/api-clients/{id}', 200, ({ clientId }) => clientId),

  write('schools.create', '/schools', 'county', 201, () => ({
    code: `D-${another()}`,
    name: '新学校',
    kind: 'junior',
  })),
  list('schools.list', '/schools', 'county', everything),
  byPath('schools.read', 'GET', '/schools/{id}', 200, ({ school }) => school.id),
  change(
    'schools.change',
    '/schools/{id}',
    ({ school }) => school.id,
    () => ({ name: '改名小学' }),
  ),
  {
    ...byPath('terms.create', 'POST', '/schools/{id}/terms', 201, ({ school }) => school.id),
    ask: ({ school }) => {
      years += 1;
      return {
        path: at('/schools/{id}/terms', school.id),
        body: { name: `${years}学期`, startsOn: `${years}-02-01`, endsOn: `${years}-06-30` },
      };
    },
  },
  byPath('terms.list', 'GET', '/schools/{id}/terms', 200, ({ school }) => school.id),
  byPath('terms.read', 'GET', '/terms/{id}', 200, ({ school }) => school.termId),
  change(
    'terms.change',
    '/terms/{id}',
    ({ school }) => school.termId,
    () => ({ name: '秋季学期' }),
  ),
  {
    ...byPath('calendar.read', 'GET', '/schools/{id}/calendar', 200, ({ school }) => school.id),
    ask: ({ school }) => ({ path: `${at('/schools/{id}/calendar', school.id)}?year=2026` }),
  },
  {
    ...byPath('calendar.change', 'PUT', '/schools/{id}/calendar-days', 200, ({ school }) => school.id),
    ask: ({ school }) => ({
      path: at('/schools/{id}/calendar-days', school.id),
      body: { year: 2026, days: [{ on: '2026-12-24', state: 'closed' }] },
    }),
  },
  write('classes.create', '/classes', 'school', 201, ({ school }) => {
    years += 1;
    return {
      schoolId: school.id,
      section: 'primary',
      entryYear: school.year - (years % 6),
      classNo: 10 + (years % 90),
    };
  }),
  list('classes.list', '/classes', 'list', ofSchool),
  byPath('classes.read', 'GET', '/classes/{id}', 200, ({ schoolClass }) => schoolClass.id),
  change(
    'classes.change',
    '/classes/{id}',
    ({ schoolClass }) => schoolClass.id,
    () => ({}),
  ),

  write('readers.create', '/readers', 'school', 201, ({ school }) => ({
    schoolId: school.id,
    kind: 'student',
    name: `新生${another()}`,
  })),
  list(
    'readers.list',
    '/readers',
    'list',
    ({ school, schoolClass }) => `schoolId=${school.id}&classId=${schoolClass.id}`,
  ),
  write('readers.search', '/readers/search', 'list', 200, ({ school, schoolClass, reader }) => ({
    schoolId: school.id,
    classId: schoolClass.id,
    cardNumber: reader.cardNumber,
  })),
  byPath('readers.read', 'GET', '/readers/{id}', 200, ({ reader }) => reader.id),
  change(
    'readers.change',
    '/readers/{id}',
    ({ careless }) => careless.id,
    ({ careless }) => ({ name: careless.name }),
  ),
  {
    ...byPath('readers.suspend', 'POST', '/readers/{id}/suspensions', 201, ({ careless }) => careless.id),
    ask: ({ careless }) => ({ path: at('/readers/{id}/suspensions', careless.id), body: { why: 'overdue' } }),
  },
  byPath('readers.reinstate', 'DELETE', '/readers/{id}/suspensions', 200, ({ careless }) => careless.id),
  {
    ...byPath('cards.lose', 'POST', '/cards/{id}/losses', 201, ({ careless }) => careless.cardId),
    ask: async ({ school, careless }) => {
      const { cardId } = await school.librarian.get<Reader>(`${api}/readers/${careless.id}`);
      return { path: at('/cards/{id}/losses', cardId), body: { replace: true } };
    },
  },
  upload('roster-imports.create', '/roster-imports', tourFiles.roster),
  byPath('roster-jobs.read', 'GET', '/jobs/{id}', 200, ({ rosterJobId }) => rosterJobId),
  byPath('roster-jobs.read', 'GET', '/jobs/{id}/problems', 200, ({ rosterJobId }) => rosterJobId),
  byPath('roster-jobs.read', 'GET', '/jobs/{id}/events', 200, ({ rosterJobId }) => rosterJobId),

  write('titles.create', '/titles', 'county', 201, () => ({ title: `门前大桥下${another()}` })),
  list('titles.list', '/titles', 'county', ofSchool),
  byPath('titles.read', 'GET', '/titles/{id}', 200, ({ copy }) => copy.titleId),
  {
    // A title is of the county, whoever described it.
    ...change(
      'titles.change',
      '/titles/{id}',
      ({ copy }) => copy.titleId,
      () => ({ subtitle: '童谣' }),
    ),
    touches: 'county',
  },
  write('copies.create', '/copies', 'school', 201, ({ school, copy }) => ({
    titleId: copy.titleId,
    schoolId: school.id,
    priceFen: 1_200,
  })),
  list('copies.list', '/copies', 'county', ofSchool),
  byPath('copies.read', 'GET', '/copies/{id}', 200, ({ copy }) => copy.id),
  change(
    'copies.change',
    '/copies/{id}',
    ({ copy }) => copy.id,
    () => ({ location: '二楼' }),
  ),
  upload('catalog-imports.create', '/catalog-imports', tourFiles.catalogue),
  byPath('catalog-jobs.read', 'GET', '/jobs/{id}', 200, ({ catalogJobId }) => catalogJobId),
  byPath('catalog-jobs.read', 'GET', '/jobs/{id}/problems', 200, ({ catalogJobId }) => catalogJobId),
  byPath('catalog-jobs.read', 'GET', '/jobs/{id}/events', 200, ({ catalogJobId }) => catalogJobId),

  write(
    'checkouts.create',
    '/checkouts',
    'school',
    201,
    ({ school, copy, reader }) => ({ schoolId: school.id, copyBarcode: copy.barcode, readerId: reader.id }),
    { before: ({ school, copy }) => school.takeBack(copy.barcode) },
  ),
  write('checkouts.dry-run', '/checkouts/dry-run', 'school', 200, ({ school, copy, reader }) => ({
    schoolId: school.id,
    copyBarcode: copy.barcode,
    cardNumber: reader.cardNumber,
  })),
  write(
    'returns.create',
    '/returns',
    'school',
    200,
    ({ school, lent }) => ({ schoolId: school.id, copyBarcode: lent.barcode }),
    {
      before: async ({ school, lent, reader }) => {
        await school.takeBack(lent.barcode);
        await school.lent(lent.barcode, reader.cardNumber);
      },
    },
  ),
  // On the day of the loan a renewal gives nothing: who is told so has come through the door.
  write('renewals.create', '/renewals', 'id', 409, ({ loan }) => ({ loanId: loan.id })),
  write('losses.create', '/losses', 'id', 201, ({ mislaidLoanId }) => ({ loanId: mislaidLoanId }), {
    before: async (place) => {
      place.mislaidLoanId = await mislay(place);
    },
  }),
  list('compensations.list', '/compensations', 'list', ({ reader }) => `readerId=${reader.id}`),
  byPath('compensations.read', 'GET', '/compensations/{id}', 200, ({ settledId }) => settledId),
  {
    ...byPath(
      'compensations.settle',
      'POST',
      '/compensations/{id}/settlement',
      200,
      ({ compensationId }) => compensationId,
    ),
    ask: ({ compensationId }) => ({
      path: at('/compensations/{id}/settlement', compensationId),
      body: { how: 'paid' },
    }),
    before: async (place) => {
      place.compensationId = (await place.school.loses(await mislay(place))).id;
    },
  },
  list('loans.list', '/loans', 'list', ({ reader }) => `readerId=${reader.id}`),
  byPath('loans.read', 'GET', '/loans/{id}', 200, ({ loan }) => loan.id),
  write(
    'holds.create',
    '/holds',
    'id',
    201,
    ({ school, reader, copy }) => ({ titleId: copy.titleId, readerId: reader.id, pickupSchoolId: school.id }),
    {
      before: async (place) => {
        await giveUpHolds(place, place.copy);
        await place.school.takeBack(place.copy.barcode);
      },
    },
  ),
  list('holds.list', '/holds', 'list', ({ reader }) => `readerId=${reader.id}`),
  byPath('holds.read', 'GET', '/holds/{id}', 200, ({ holdId }) => holdId),
  {
    ...byPath('holds.cancel', 'DELETE', '/holds/{id}', 200, ({ holdId }) => holdId),
    before: async (place) => {
      const { school, reader, wanted } = place;
      await giveUpHolds(place, wanted);
      const asked = { titleId: wanted.titleId, readerId: reader.id, pickupSchoolId: school.id };
      place.holdId = (await school.librarian.post<Identified>(`${api}/holds`, asked)).id;
    },
  },
  list('lending-policies.read', '/lending-policies', 'school', ofSchool),
  list(
    'lending-policies.read',
    '/lending-policies/resolved',
    'school',
    ({ school }) => `schoolId=${school.id}&readerKind=student`,
  ),
  byPath('lending-policies.read', 'GET', '/lending-policies/{id}', 200, ({ policyId }) => policyId),
  {
    ...write('lending-policies.change', '/lending-policies', 'school', 200, () => ({}), { method: 'PUT' }),
    ask: async ({ school }) => ({
      path: `${api}/lending-policies`,
      body: { schoolId: school.id, rows: [] },
      headers: await school.policyVersion(),
    }),
  },

  write('reading-notes.create', '/reading-notes', 'id', 201, ({ reader }) => ({
    readerId: reader.id,
    text: '很好看。',
  })),
  list('reading-notes.list', '/reading-notes', 'list', ({ reader }) => `readerId=${reader.id}`),
  byPath('reading-notes.read', 'GET', '/reading-notes/{id}', 200, ({ noteId }) => noteId),
  {
    ...byPath('reading-notes.accept', 'POST', '/reading-notes/{id}/acceptance', 200, ({ noteId }) => noteId),
    before: async (place) => {
      const asked = { readerId: place.reader.id, text: '又读了一遍。' };
      place.noteId = (await place.school.librarian.post<Identified>(`${api}/reading-notes`, asked)).id;
    },
  },

  list('figures.read', '/figures', 'school', ofSchool),
  list('reports.list', '/reports', 'county', everything),
  {
    operation: 'reports.read',
    method: 'GET',
    path: `${api}/reports/{name}`,
    touches: 'school',
    ok: 200,
    ask: ({ school }) => ({ path: `${api}/reports/loans-per-class?schoolId=${school.id}` }),
  },
  list('events.follow', '/events', 'school', ofSchool),

  ...['gateway', 'catalog', 'readers', 'circulation', 'activities', 'reporting'].flatMap((service) => [
    list('parked-events.list', `/operations/${service}/parked-events`, 'county', everything),
    // Nothing is parked: who may is told so.
    write('parked-events.replay', `/operations/${service}/parked-events/replays`, 'county', 404, () => ({
      handler: `shulian.${service}.nobody`,
      topic: 'shulian.circulation.copy',
      key: 'none',
    })),
    write('events.republish', `/operations/${service}/republications`, 'county', 200, () => ({
      since: '2999-01-01T00:00:00Z',
    })),
  ]),
];

/** A reader waits for a title only once. */
async function giveUpHolds({ school, reader }: Place, { titleId }: Copy): Promise<void> {
  const holds = await school.librarian.all<
    Identified & { readonly titleId: string; readonly status: string }
  >(`${api}/holds?readerId=${reader.id}`);
  for (const hold of holds)
    if (hold.titleId === titleId && ['waiting', 'ready'].includes(hold.status))
      await school.librarian.ask('DELETE', `${api}/holds/${hold.id}`);
}

/** Lends the copy to the forgetful reader, who owes nothing. @returns the id of the loan */
async function mislay({ school, forgetful, mislaid }: Place): Promise<string> {
  const owed = await school.librarian.all<Identified>(
    `${api}/compensations?readerId=${forgetful.id}&status=owed`,
  );
  for (const { id } of owed) await school.forgives(id);
  await school.takeBack(mislaid.barcode);
  return (await school.lent(mislaid.barcode, forgetful.cardNumber)).id;
}
