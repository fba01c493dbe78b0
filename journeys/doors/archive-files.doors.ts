import {
  Added,
  api,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Entered = { readonly items: readonly { readonly id: string }[] };

const bodyOf = ({ school }: Place, more: object = {}) => ({
  schoolId: school.id,
  items: [{ class: 'pupil-files', year: 2025, title: '学籍档案', retention: '30-years', ...more }],
});
export const archiveFileAt = async (place: Place, more: object = {}): Promise<string> => {
  const { items } = await place.school.librarian.post<Entered>(`${api}/archive-files`, bodyOf(place, more));
  return items[0]?.id ?? '';
};
const file = new Added(archiveFileAt);
const idOf = (place: Place): Promise<string> => file.at(place);
const meant = async (place: Place, more: object = {}) => ({
  schoolId: place.school.id,
  fileIds: [await idOf(place)],
  ...more,
});

export const feature: FeatureDoors = {
  adds: [file],
  secrets: async (place) => [await idOf(place)],
  watched: async (place) => [
    `/archive-files/${await idOf(place)}`,
    `/archive-handovers?schoolId=${place.school.id}`,
  ],
  doors: [
    write('archive-files.enter', '/archive-files', 'school', 201, (place) => bodyOf(place)),
    list('archive-files.list', '/archive-files', 'school', ofSchool),
    write('archive-files.search', '/archive-files/search', 'school', 200, ({ school }) => ({
      schoolId: school.id,
      q: '学籍',
    })),
    byPath('archive-files.read', 'GET', '/archive-files/{id}', 200, idOf),
    change('archive-files.change', '/archive-files/{id}', idOf, () => ({ note: '补页' })),
    // A file that cannot take the step is named in the answer, which is 200 all the same.
    write('archive-files.step', '/archive-steps', 'school', 200, (place) => meant(place, { step: 'file' })),
    write('archive-files.undo-step', '/archive-steps/undo', 'school', 200, (place) => meant(place)),
    list('archive-files.handovers', '/archive-handovers', 'school', ofSchool),
  ],
};
