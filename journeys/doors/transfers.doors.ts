import { randomUUID } from 'node:crypto';
import { signIn, type Caller, type Identified } from '../a-caller.builder.js';
import { School, type Copy } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Way = Identified & { readonly copyId: string; readonly status: string };

/** A school beside that of the place, and somebody who works at the desks of both: a copy given back at the wrong one goes home. */
const partnership = new Added(async ({ school }) => {
  const partner = await School.open(school.admin);
  const input = { username: `both-${randomUUID()}`, password: 'a password that is long enough' };
  const grants = [school, partner].map(({ id }) => ({ role: 'librarian', schoolId: id }));
  await school.admin.post(`${api}/accounts`, { ...input, grants });
  const both = await signIn(school.admin.url, input.username, input.password);
  const made = { partner, both };
  const arriving = await way(made, school, partner);
  await receive(made, school, arriving.barcode);
  const gone = await packedFrom(made, school, partner);
  await both.ask('POST', `${api}/courier-runs/${gone.run}/departure`);
  return {
    ...made,
    /** To be packed here, and the empty run for it. */
    out: await way(made, partner, school),
    run: await runOf(both, school),
    toRemove: await runOf(both, school),
    /** To come from the partner. */
    in: await way(made, school, partner),
    received: arriving.id,
    departed: gone.run,
    packed: await packedFrom(made, school, partner),
  };
});
type Desks = { readonly partner: School; readonly both: Caller };

/** A copy of one school that lies at the desk of another, and is to go home. */
async function way(
  { both }: Desks,
  owner: School,
  at_: School,
): Promise<{ readonly id: string; readonly barcode: string }> {
  const copy = await oneCopy(owner);
  await both.post(`${api}/returns`, { copyBarcode: copy.barcode, schoolId: at_.id });
  const ways = await both.all<Way>(`${api}/transfers?schoolId=${owner.id}&side=owner&copyId=${copy.id}`);
  const id = ways[0]?.id;
  if (id === undefined) throw new Error('the copy has no way home');
  return { id, barcode: copy.barcode };
}

const receive = ({ both }: Desks, { id: schoolId }: School, copyBarcode: string): Promise<unknown> =>
  both.post(`${api}/transfer-receipts`, { copyBarcode, schoolId });

async function oneCopy(school: School): Promise<Copy> {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return copy;
}

async function runOf(both: Caller, { id: schoolId }: School): Promise<string> {
  const input = { schoolId, runOn: '2026-10-12', courier: '王师傅' };
  return (await both.post<Identified>(`${api}/courier-runs`, input)).id;
}

/** One way from a school, packed on a run of its own. */
async function packedFrom(desks: Desks, from: School, owner: School): Promise<{ run: string; id: string }> {
  const { id, barcode } = await way(desks, owner, from);
  const run = await runOf(desks.both, from);
  await desks.both.post(`${api}/courier-runs/${run}/packings`, { copyBarcode: barcode });
  return { run, id };
}

const outOf = async (place: Place): Promise<string> => (await partnership.at(place)).out.id;
const runIn = async (place: Place): Promise<string> => (await partnership.at(place)).run;

/** Something is to be packed, lost, or to come: made again before each that does it. */
const renewOut = async (place: Place): Promise<void> => {
  const there = await partnership.at(place);
  there.out = await way(there, there.partner, place.school);
};
const renewIn = async (place: Place): Promise<void> => {
  const there = await partnership.at(place);
  there.in = await way(there, place.school, there.partner);
};
const renewPacked = async (place: Place): Promise<void> => {
  const there = await partnership.at(place);
  there.packed = await packedFrom(there, place.school, there.partner);
};
/** Something of the place's school that is on its way from the partner. */
const onTheWay = async (place: Place): Promise<void> => {
  const there = await partnership.at(place);
  there.received = (await packedFrom(there, there.partner, place.school)).id;
};
const arrived = async (place: Place): Promise<void> => {
  const there = await partnership.at(place);
  const { id, barcode } = await way(there, place.school, there.partner);
  await receive(there, place.school, barcode);
  there.received = id;
};
const left = async (place: Place): Promise<void> => {
  const there = await partnership.at(place);
  there.departed = (await packedFrom(there, place.school, there.partner)).run;
  await there.both.ask('POST', `${api}/courier-runs/${there.departed}/departure`);
};
const receivedAt = async (place: Place): Promise<string> => (await partnership.at(place)).received;
const empty = async (place: Place): Promise<void> => {
  const there = await partnership.at(place);
  there.run = await runOf(there.both, place.school);
};

const withBody = (door: Door, body: unknown): Door => ({
  ...door,
  ask: async (place) => ({ ...(await door.ask(place)), body }),
});

export const feature: FeatureDoors = {
  adds: [partnership],
  secrets: async (place) => [await outOf(place), await runIn(place)],
  lists: ['/transfers', '/courier-runs'],
  doors: [
    list('transfers.list', '/transfers', 'school', ofSchool),
    byPath('transfers.read', 'GET', '/transfers/{id}', 200, outOf),
    write(
      'transfers.receive',
      '/transfer-receipts',
      'school',
      200,
      async (place) => ({
        schoolId: place.school.id,
        copyBarcode: (await partnership.at(place)).in.barcode,
      }),
      { before: renewIn },
    ),
    {
      ...byPath('transfers.undo-receipt', 'POST', '/transfers/{id}/receipt-undoing', 200, receivedAt),
      before: arrived,
    },
    {
      ...withBody(byPath('transfers.lose', 'POST', '/transfers/{id}/loss', 200, receivedAt), {
        note: '途中遗失',
      }),
      before: onTheWay,
    },
    // What goes home is not refused.
    withBody(
      byPath(
        'transfers.refuse',
        'POST',
        '/transfers/{id}/refusal',
        409,
        async (place) => (await partnership.at(place)).in.id,
      ),
      { note: '不在架' },
    ),
    list('courier-runs.list', '/courier-runs', 'school', ofSchool),
    byPath('courier-runs.read', 'GET', '/courier-runs/{id}', 200, runIn),
    byPath('courier-runs.lines', 'GET', '/courier-runs/{id}/lines', 200, runIn),
    write('courier-runs.create', '/courier-runs', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      runOn: '2026-10-12',
      courier: '王师傅',
    })),
    {
      ...byPath('courier-runs.pack', 'POST', '/courier-runs/{id}/packings', 200, runIn),
      ask: async (place) => ({
        path: at('/courier-runs/{id}/packings', await runIn(place)),
        body: { copyBarcode: (await partnership.at(place)).out.barcode },
      }),
      before: async (place) => {
        await empty(place);
        await renewOut(place);
      },
    },
    {
      ...byPath(
        'courier-runs.unpack',
        'POST',
        '/courier-runs/{id}/packings/{transferId}/undoing',
        200,
        runIn,
      ),
      ask: async (place) => {
        const { run, id } = (await partnership.at(place)).packed;
        return {
          path: at('/courier-runs/{id}/packings/{transferId}/undoing', run).replace('{transferId}', id),
        };
      },
      before: renewPacked,
    },
    {
      ...byPath(
        'courier-runs.leave',
        'POST',
        '/courier-runs/{id}/departure',
        200,
        async (place) => (await partnership.at(place)).packed.run,
      ),
      before: renewPacked,
    },
    {
      ...byPath(
        'courier-runs.undo-leaving',
        'POST',
        '/courier-runs/{id}/departure-undoing',
        200,
        async (place) => (await partnership.at(place)).departed,
      ),
      before: left,
    },
    {
      ...byPath(
        'courier-runs.remove',
        'DELETE',
        '/courier-runs/{id}',
        204,
        async (place) => (await partnership.at(place)).toRemove,
      ),
      before: async (place) => {
        const there = await partnership.at(place);
        there.toRemove = await runOf(there.both, place.school);
      },
    },
  ],
};
