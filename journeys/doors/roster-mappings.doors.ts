import { tourFiles } from '../../deploy/src/tour/tour-files.js';
import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  list,
  ofSchool,
  upload,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const body = ({ school }: Place) => ({
  schoolId: school.id,
  name: `对照${another()}`,
  columns: { name: '姓名' },
});
const made = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/roster-mappings`, body(place))).id;
const mapping = new Added(async (place) => ({ id: await made(place), version: 1 }));
/** One that may go: what the others ask for stays. */
const removable = new Added(async (place) => ({ id: await made(place) }));
const idOf = async (place: Place): Promise<string> => (await mapping.at(place)).id;

export const feature: FeatureDoors = {
  adds: [mapping, removable],
  doors: [
    { ...upload('roster-imports.preview', '/roster-previews', tourFiles.roster), ok: 200 },
    write('roster-mappings.create', '/roster-mappings', 'school', 201, body),
    list('roster-mappings.list', '/roster-mappings', 'school', ofSchool),
    {
      ...byPath('roster-mappings.change', 'PATCH', '/roster-mappings/{id}', 200, idOf),
      ask: async (place) => {
        const { items } = await place.school.librarian.get<{ items: { id: string; version: number }[] }>(
          `${api}/roster-mappings?${ofSchool(place)}&limit=500`,
        );
        const id = await idOf(place);
        const version = items.find((each) => each.id === id)?.version ?? 1;
        return {
          path: `${api}/roster-mappings/${id}`,
          body: { told: { kind: '学生' } },
          headers: { 'if-match': `"v${version}"` },
        };
      },
    },
    {
      ...byPath(
        'roster-mappings.remove',
        'DELETE',
        '/roster-mappings/{id}',
        204,
        async (place) => (await removable.at(place)).id,
      ),
      before: async (place) => {
        (await removable.at(place)).id = await made(place);
      },
    },
  ],
};
