import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const theme = new Added(async ({ school }) => {
  const body = { schoolId: school.id, name: `主题${another()}` };
  return (await school.librarian.post<Identified>(`${api}/reading-themes`, body)).id;
});
const themeOf = (place: Place): Promise<string> => theme.at(place);
const marks = async (place: Place) => ({
  schoolId: place.school.id,
  titleIds: [place.copy.titleId],
  addThemes: [await themeOf(place)],
});
const unmark = async (place: Place): Promise<void> => {
  const { addThemes, ...which } = await marks(place);
  await place.school.librarian.ask('POST', `${api}/audience-changes`, {
    body: { ...which, removeThemes: addThemes },
  });
};
/** A change that nobody has taken back, and none after it. */
const markAgain = async (place: Place): Promise<string> => {
  await unmark(place);
  return (await place.school.librarian.post<Identified>(`${api}/audience-changes`, await marks(place))).id;
};
const marked = new Added(async (place) => ({ id: await markAgain(place) }));
const markedOf = async (place: Place): Promise<string> => (await marked.at(place)).id;

const wish = new Added(async ({ school }) => {
  const body = { schoolId: school.id, name: `想看${another()}` };
  return (await school.librarian.post<Identified>(`${api}/suggestions`, body)).id;
});
const wishOf = (place: Place): Promise<string> => wish.at(place);
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });

export const feature: FeatureDoors = {
  adds: [theme, marked, wish],
  watched: ({ school }) => [`/audience-changes?schoolId=${school.id}`],
  doors: [
    list('reading-themes.list', '/reading-themes', 'county', ofSchool),
    ofCounty(byPath('reading-themes.read', 'GET', '/reading-themes/{id}', 200, themeOf)),
    write('reading-themes.create', '/reading-themes', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      name: `新主题${another()}`,
    })),
    change('reading-themes.change', '/reading-themes/{id}', themeOf, () => ({ closed: false })),
    ofCounty(byPath('titles.audience', 'GET', '/titles/{id}/audience', 200, ({ copy }) => copy.titleId)),
    write('audience-changes.preview', '/audience-changes/preview', 'school', 200, marks),
    write('audience-changes.create', '/audience-changes', 'school', 201, marks, { before: unmark }),
    list('audience-changes.list', '/audience-changes', 'school', ofSchool),
    {
      ...byPath('audience-changes.undo', 'POST', '/audience-changes/{id}/undo', 200, markedOf),
      before: async (place) => {
        (await marked.at(place)).id = await markAgain(place);
      },
    },
    {
      ...byPath('wishes.mark', 'PUT', '/suggestions/{id}/audience', 200, wishOf),
      ask: async (place) => ({
        path: at('/suggestions/{id}/audience', await wishOf(place)),
        body: { bands: ['junior'], level: 3 },
      }),
    },
    list('reading-interests.list', '/reading-interests', 'school', ofSchool),
  ],
};
