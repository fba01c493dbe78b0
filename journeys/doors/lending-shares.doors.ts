import { until } from '../a-caller.builder.js';
import { Added, api, at, byPath, everything, list, type FeatureDoors, type Place } from './door.builder.js';

type Share = { readonly schoolId: string; readonly version: number };

/** The school keeps what it has for itself, so that no other door meets copies of other schools. */
const closed = { open: false, mostOut: 5, newStayDays: 30, takesBack: false, daysOnWay: 7, place: 1 };

const versionOf = async ({ school }: Place): Promise<Record<string, string>> => {
  const shares = await school.librarian.all<Share>(`${api}/lending-shares`);
  const version = shares.find(({ schoolId }) => schoolId === school.id)?.version;
  return version === undefined ? {} : { 'if-match': `"v${version}"` };
};
/** Circulation hears of a school a moment after it was opened. */
const known = new Added(({ school }) =>
  until(
    () => school.librarian.ask('GET', at('/lending-orders/{id}', school.id)),
    ({ status }) => status === 200,
  ),
);
const idOf = async (place: Place): Promise<string> => {
  await known.at(place);
  return place.school.id;
};

export const feature: FeatureDoors = {
  adds: [known],
  watched: ({ school }) => [`/lending-orders/${school.id}`],
  doors: [
    list('lending-shares.list', '/lending-shares', 'county', everything),
    {
      ...byPath('lending-shares.put', 'PUT', '/lending-shares/{id}', 200, idOf),
      ask: async (place) => ({
        path: at('/lending-shares/{id}', await idOf(place)),
        body: closed,
        headers: await versionOf(place),
      }),
    },
    { ...byPath('lending-shares.order', 'GET', '/lending-orders/{id}', 200, idOf), touches: 'county' },
    {
      ...byPath('lending-shares.put-order', 'PUT', '/lending-orders/{id}', 200, idOf),
      ask: async (place) => {
        const path = at('/lending-orders/{id}', await idOf(place));
        const now = await place.school.librarian.ask('GET', path);
        return { path, body: { schoolIds: [] }, headers: { 'if-match': now.headers.get('etag') ?? '"v1"' } };
      },
    },
  ],
};
