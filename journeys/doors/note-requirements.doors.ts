import { list, ofSchool, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/note-requirements?schoolId=${school.id}`],
  doors: [
    // Of a grade that no place has: other doors hand in notes of all kinds.
    write(
      'note-requirements.put',
      '/note-requirements',
      'school',
      200,
      ({ school }) => ({
        schoolId: school.id,
        items: [{ grade: 12, kinds: ['reflection'], every: 'month', count: 1 }],
      }),
      { method: 'PUT' },
    ),
    list('note-requirements.list', '/note-requirements', 'school', ofSchool),
    list('note-progress.list', '/note-progress', 'school', ofSchool),
  ],
};
