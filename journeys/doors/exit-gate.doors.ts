import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Checked = { readonly items: readonly { readonly alarmId: string | null }[] };

const alarm = new Added(async ({ school }: Place) => {
  const body = { schoolId: school.id, barcodes: ['NOBODYS'] };
  const { items } = await school.librarian.post<Checked>(`${api}/gate-checks`, body);
  return items[0]?.alarmId ?? '';
});
const alarmOf = (place: Place): Promise<string> => alarm.at(place);

export const feature: FeatureDoors = {
  adds: [alarm],
  watched: ({ school }) => [`/gate-alarms?schoolId=${school.id}`],
  doors: [
    write('gate-checks.create', '/gate-checks', 'school', 200, ({ school, copy }) => ({
      schoolId: school.id,
      barcodes: [copy.barcode],
    })),
    list('gate-alarms.list', '/gate-alarms', 'school', ofSchool),
    {
      ...byPath('gate-alarms.settle', 'PUT', '/gate-alarms/{id}/outcome', 200, alarmOf),
      ask: async (place) => ({
        path: at('/gate-alarms/{id}/outcome', await alarmOf(place)),
        body: { outcome: 'put-back' },
      }),
    },
  ],
};
