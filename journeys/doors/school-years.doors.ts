import type { Identified, Page } from '../a-caller.builder.js';
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

type Step = Identified & { readonly status: string };
/** One step of a school can be open, so all places at a school have the same. */
const steps = new WeakMap<Place['school'], Promise<{ id: string }>>();
const begun = async ({ school }: Place): Promise<string> =>
  (await school.librarian.post<Step>(`${api}/school-years`, { schoolId: school.id, year: school.year })).id;
const step = new Added((place) => {
  let made = steps.get(place.school);
  if (made === undefined) steps.set(place.school, (made = begun(place).then((id) => ({ id }))));
  return made;
});
const idOf = async (place: Place): Promise<string> => (await step.at(place)).id;

const tagOf = async ({ school }: Place, id: string): Promise<{ 'if-match': string }> => {
  const now = await school.librarian.ask('GET', at('/school-years/{id}', id));
  return { 'if-match': now.headers.get('etag') ?? '"v1"' };
};
/** Whatever somebody did to the step of the school is undone or given up. */
const ended = async (place: Place): Promise<void> => {
  const { librarian } = place.school;
  const { items } = await librarian.get<Page<Step>>(`${api}/school-years?${ofSchool(place)}`);
  for (const { id, status } of items) {
    if (status === 'committed')
      await librarian.ask('POST', at('/school-years/{id}/undo', id), { headers: await tagOf(place, id) });
    if (status === 'draft' || status === 'sent-back')
      await librarian.ask('DELETE', at('/school-years/{id}', id));
  }
};
/** Another draft, in which none of the callers had a hand. */
const drafted = async (place: Place): Promise<void> => {
  await ended(place);
  (await step.at(place)).id = await begun(place);
};
const committed = async (place: Place): Promise<void> => {
  await drafted(place);
  const id = await idOf(place);
  await place.school.admin.ask('POST', at('/school-years/{id}/commit', id), {
    headers: await tagOf(place, id),
  });
};

const versioned = (
  operation: Door['operation'],
  method: Door['method'],
  template: string,
  before: (place: Place) => Promise<void>,
  body?: (place: Place) => unknown,
): Door => ({
  ...byPath(operation, method, template, 200, idOf),
  ask: async (place) => ({
    path: at(template, await idOf(place)).replace('{classId}', place.schoolClass.id),
    headers: await tagOf(place, await idOf(place)),
    ...(body === undefined ? {} : { body: body(place) }),
  }),
  before,
});
const inYear = (place: Place): string => `${ofSchool(place)}&year=${place.school.year}`;

export const feature: FeatureDoors = {
  adds: [step],
  doors: [
    write(
      'school-years.create',
      '/school-years',
      'school',
      201,
      ({ school }) => ({ schoolId: school.id, year: school.year }),
      { before: ended },
    ),
    list('school-years.list', '/school-years', 'school', ofSchool),
    byPath('school-years.read', 'GET', '/school-years/{id}', 200, idOf),
    byPath('school-years.readers', 'GET', '/school-years/{id}/readers', 200, idOf),
    byPath('school-years.classes', 'GET', '/school-years/{id}/classes', 200, idOf),
    versioned(
      'school-years.wish-of-class',
      'PUT',
      '/school-years/{id}/classes/{classId}',
      drafted,
      () => ({}),
    ),
    versioned('school-years.wish-of-readers', 'POST', '/school-years/{id}/wishes', drafted, ({ reader }) => ({
      readers: [{ readerId: reader.id, fate: 'by-rule' }],
    })),
    versioned('school-years.send-back', 'POST', '/school-years/{id}/refusal', drafted, () => ({
      note: '请核对',
    })),
    versioned('school-years.commit', 'POST', '/school-years/{id}/commit', drafted),
    versioned('school-years.undo', 'POST', '/school-years/{id}/undo', committed),
    { ...byPath('school-years.give-up', 'DELETE', '/school-years/{id}', 204, idOf), before: drafted },
    list('school-years.progress', '/school-year-progress', 'county', () => 'limit=500'),
    list('class-lists.list', '/class-lists', 'school', inYear),
    list('class-lists.readers', '/class-list-readers', 'school', inYear),
    list('leavers.list', '/leavers', 'school', ofSchool),
  ],
};
