import { setTimeout as pause } from 'node:timers/promises';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  everything,
  list,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Titled = { readonly id: string; readonly version: number };

const described = async ({ school }: Place, title = `祥子${another()}`): Promise<Titled> =>
  (await school.admin.ask('POST', `${api}/titles`, { body: { title } })).body as Titled;
const two = async (place: Place): Promise<object> => {
  const [from, into] = [await described(place), await described(place)];
  return { titleId: from.id, version: from.version, intoTitleId: into.id, intoVersion: into.version };
};
const merged = async (place: Place): Promise<string> => {
  const { body } = await place.school.admin.ask('POST', `${api}/title-merges`, { body: await two(place) });
  return (body as { id: string }).id;
};
/** Two titles of one ISBN, once they were compared. */
const candidate = new Added(async (place) => {
  const body = { title: `祥子${another()}`, isbns: ['9787020002207'] };
  const ids: string[] = [];
  for (let n = 0; n < 2; n += 1)
    ids.push(((await place.school.admin.ask('POST', `${api}/titles`, { body })).body as Titled).id);
  for (let tries = 0; tries < 240; tries += 1) {
    const { items } = await place.school.admin.get<{
      items: { id: string; titles: { id: string }[] }[];
    }>(`${api}/title-merge-candidates?limit=500`);
    const found = items.find(({ titles }) => titles.every(({ id }) => ids.includes(id)));
    if (found !== undefined) return found.id;
    await pause(250);
  }
  throw new Error('the two titles were not compared');
});
/** Titles are of the county, whoever described them. */
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });
const candidateOf = (place: Place): Promise<string> => candidate.at(place);
const dismissal = '/title-merge-candidates/{id}/dismissal';

export const feature: FeatureDoors = {
  adds: [candidate],
  doors: [
    list('title-merge-candidates.list', '/title-merge-candidates', 'county', everything),
    ofCounty(byPath('title-merge-candidates.dismiss', 'PUT', dismissal, 200, candidateOf)),
    ofCounty(byPath('title-merge-candidates.restore', 'DELETE', dismissal, 200, candidateOf)),
    list('title-merges.preview', '/title-merge-previews', 'county', async (place) => {
      const [from, into] = [await described(place), await described(place)];
      return `titleId=${from.id}&intoTitleId=${into.id}`;
    }),
    write('title-merges.create', '/title-merges', 'county', 201, two),
    list('title-merges.list', '/title-merges', 'county', everything),
    ofCounty(byPath('title-merges.read', 'GET', '/title-merges/{id}', 200, merged)),
    ofCounty(byPath('title-merges.undo', 'POST', '/title-merges/{id}/undo', 200, merged)),
  ],
};
