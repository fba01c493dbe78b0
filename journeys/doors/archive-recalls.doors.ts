import { archiveFileAt } from './archive-files.doors.js';
import { archiveUnitAt } from './archive-units.doors.js';
import { Added, api, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

/** A unit that has a file of 2025. */
const owingUnit = async (place: Place): Promise<{ unitId: string }> => {
  const unitId = await archiveUnitAt(place);
  await archiveFileAt(place, { unitId, state: 'with-unit' });
  return { unitId };
};
const owing = new Added(owingUnit);

export const feature: FeatureDoors = {
  adds: [owing],
  watched: ({ school }) => [`/archive-recalls?schoolId=${school.id}`],
  doors: [
    list('archive-recalls.list', '/archive-recalls', 'school', ofSchool),
    {
      ...write('archive-recalls.remind', '/archive-reminders', 'id', 201, () => ({})),
      ask: async (place) => ({
        path: `${api}/archive-reminders`,
        body: { unitId: (await owing.at(place)).unitId, year: 2025 },
      }),
      before: async (place) => {
        (await owing.at(place)).unitId = (await owingUnit(place)).unitId;
      },
    },
    list('archive-recalls.reminders', '/archive-reminders', 'school', ofSchool),
    write(
      'archive-completion.expect',
      '/archive-expectations',
      'school',
      200,
      ({ school }) => ({ schoolId: school.id, class: 'ordinary', year: 1998, expected: 10 }),
      { method: 'PUT' },
    ),
    list('archive-completion.list', '/archive-completion', 'school', ofSchool),
  ],
};
