import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  change,
  list,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Named = { readonly id: string; readonly version: number };

const name = (): object => ({ kind: 'person', preferred: `周树人${another()}`, variants: ['鲁迅'] });
const entered = async ({ school }: Place): Promise<Named> =>
  (await school.admin.ask('POST', `${api}/authorities`, { body: name() })).body as Named;
const two = async (place: Place): Promise<object> => {
  const [from, into] = [await entered(place), await entered(place)];
  return { authorityId: from.id, version: from.version, intoAuthorityId: into.id, intoVersion: into.version };
};
const merged = async (place: Place): Promise<string> => {
  const { body } = await place.school.admin.ask('POST', `${api}/authority-merges`, {
    body: await two(place),
  });
  return (body as Named).id;
};
const one = new Added(async (place) => (await entered(place)).id);
const oneAt = (place: Place): Promise<string> => one.at(place);
/** Names are of the county, whoever entered them. */
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });

export const feature: FeatureDoors = {
  adds: [one],
  doors: [
    write('authorities.create', '/authorities', 'county', 201, name),
    list('authorities.list', '/authorities', 'county', () => 'kind=person'),
    ofCounty(byPath('authorities.read', 'GET', '/authorities/{id}', 200, oneAt)),
    ofCounty(change('authorities.change', '/authorities/{id}', oneAt, () => ({ note: '作家' }))),
    ofCounty(byPath('authorities.titles', 'GET', '/authorities/{id}/titles', 200, oneAt)),
    {
      operation: 'authorities.point',
      method: 'PUT',
      path: `${api}/authorities/{id}/titles`,
      touches: 'county',
      ok: 200,
      ask: async (place) => ({
        path: `${api}/authorities/${await oneAt(place)}/titles`,
        body: { add: [place.copy.titleId] },
      }),
    },
    list('authorities.titles-by-name', '/titles-by-name', 'county', () => 'kind=person&name=x'),
    list('authorities.proposals', '/authority-proposals', 'county', () => 'kind=person'),
    list('authority-merges.preview', '/authority-merge-previews', 'county', async (place) => {
      const [from, into] = [await entered(place), await entered(place)];
      return `authorityId=${from.id}&intoAuthorityId=${into.id}`;
    }),
    write('authority-merges.create', '/authority-merges', 'county', 201, two),
    list('authority-merges.list', '/authority-merges', 'county', () => 'limit=500'),
    ofCounty(byPath('authority-merges.undo', 'POST', '/authority-merges/{id}/undo', 200, merged)),
  ],
};
