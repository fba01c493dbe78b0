import {
  Added,
  api,
  at,
  byPath,
  change,
  everything,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const begun = async ({ school }: Place): Promise<string> => {
  const body = { schoolId: school.id, kind: 'course', name: '课程参考' };
  return ((await school.librarian.ask('POST', `${api}/bibliographies`, { body })).body as { id: string }).id;
};
const etag = async ({ school }: Place, id: string): Promise<string> =>
  (await school.librarian.ask('GET', at('/bibliographies/{id}', id))).headers.get('etag') ?? '"v1"';
const filled = async (place: Place): Promise<string> => {
  const id = await begun(place);
  await place.school.librarian.ask('PUT', at('/bibliographies/{id}/entries', id), {
    body: { entries: [{ titleId: place.copy.titleId }] },
    headers: { 'if-match': await etag(place, id) },
  });
  return id;
};
const draft = new Added(begun);
const ready = new Added(filled);
const published = new Added(async (place) => {
  const id = await filled(place);
  await place.school.librarian.ask('PUT', at('/bibliographies/{id}/publication', id));
  return id;
});
const idOf = (place: Place): Promise<string> => draft.at(place);
const readyOf = (place: Place): Promise<string> => ready.at(place);
const publishedOf = (place: Place): Promise<string> => published.at(place);
/** What is published is for everybody. */
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });
const one = '/published-bibliographies/{id}';

export const feature: FeatureDoors = {
  adds: [draft, ready, published],
  watched: async (place) => {
    const id = await readyOf(place);
    return [`/bibliographies/${id}`, `/bibliographies/${id}/entries`];
  },
  doors: [
    list('published-bibliographies.list', '/published-bibliographies', 'county', everything),
    ofCounty(byPath('published-bibliographies.read', 'GET', one, 200, publishedOf)),
    ofCounty(byPath('published-bibliographies.entries', 'GET', `${one}/entries`, 200, publishedOf)),
    list('bibliographies.list', '/bibliographies', 'list', ofSchool),
    byPath('bibliographies.read', 'GET', '/bibliographies/{id}', 200, idOf),
    byPath('bibliographies.entries', 'GET', '/bibliographies/{id}/entries', 200, idOf),
    write('bibliographies.create', '/bibliographies', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      kind: 'subject',
      name: '专题',
    })),
    change('bibliographies.change', '/bibliographies/{id}', idOf, () => ({ about: '上学期' })),
    {
      ...byPath('bibliographies.put-entries', 'PUT', '/bibliographies/{id}/entries', 200, idOf),
      ask: async (place) => {
        const id = await idOf(place);
        return {
          path: at('/bibliographies/{id}/entries', id),
          body: { entries: [{ titleId: place.copy.titleId }] },
          headers: { 'if-match': await etag(place, id) },
        };
      },
    },
    byPath('bibliographies.publish', 'PUT', '/bibliographies/{id}/publication', 200, readyOf),
    byPath('bibliographies.unpublish', 'DELETE', '/bibliographies/{id}/publication', 200, readyOf),
    byPath('bibliographies.remove', 'DELETE', '/bibliographies/{id}', 204, begun),
  ],
};
