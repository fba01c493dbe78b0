import { api, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const version = async ({ school }: Place): Promise<Readonly<Record<string, string>>> => {
  const now = await school.librarian.ask('GET', `${api}/loan-targets?schoolId=${school.id}`);
  return { 'if-match': now.headers.get('etag') ?? '"v1"' };
};

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/loan-targets?schoolId=${school.id}`],
  doors: [
    list('loan-targets.read', '/loan-targets', 'school', ofSchool),
    {
      ...write('loan-targets.put', '/loan-targets', 'school', 200, () => ({}), { method: 'PUT' }),
      ask: async (place) => ({
        path: `${api}/loan-targets`,
        body: { schoolId: place.school.id, targets: [{ of: 'pupil', loans: 2 }] },
        headers: await version(place),
      }),
    },
    list('loan-target-progress.readers', '/loan-target-progress/readers', 'school', ofSchool),
    list('loan-target-progress.classes', '/loan-target-progress/classes', 'school', ofSchool),
    list('loan-target-progress.grades', '/loan-target-progress/grades', 'school', ofSchool),
    list('loan-target-progress.teachers', '/loan-target-progress/teachers', 'school', ofSchool),
  ],
};
