import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const opened = async ({ school }: Place, kind: string): Promise<{ id: string }> => {
  const body = {
    schoolId: school.id,
    kind,
    opensOn: `${String(school.year)}-09-01`,
    closesOn: `${String(school.year + 1)}-08-31`,
  };
  return { id: (await school.librarian.post<Identified>(`${api}/card-windows`, body)).id };
};
const window = new Added((place) => opened(place, 'application'));
const intake = new Added((place) => opened(place, 'intake'));
const windowOf = async (place: Place): Promise<string> => (await window.at(place)).id;
const intakeOf = async (place: Place): Promise<string> => (await intake.at(place)).id;
const applicant = new Added(({ school, schoolClass }) =>
  school.reader({ classId: schoolClass.id, name: `愿${another()}` }),
);
const wish = async (place: Place) => ({
  windowId: await windowOf(place),
  classId: place.schoolClass.id,
  readerIds: [(await applicant.at(place)).id],
});
const applied = async (place: Place): Promise<string> => {
  const { librarian } = place.school;
  await librarian.post(`${api}/card-applications`, await wish(place));
  const { items } = await librarian.get<{ items: Identified[] }>(
    `${api}/card-applications?windowId=${await windowOf(place)}&classId=${place.schoolClass.id}`,
  );
  return items[0]?.id ?? '';
};
/** Neither declined nor withdrawn: so that it can be again. */
const applies = async (place: Place): Promise<void> => {
  const path = `${api}/card-applications/${await applicationOf(place)}/decision`;
  await place.school.librarian.ask('POST', path, { body: { declined: false, why: '再议' } });
  await applied(place);
};
const application = new Added(async (place) => ({ id: await applied(place) }));
const applicationOf = async (place: Place): Promise<string> => (await application.at(place)).id;
const ofClass = ({ schoolClass }: Place): object => ({ classId: schoolClass.id });

export const feature: FeatureDoors = {
  adds: [window, intake, applicant, application],
  secrets: async (place) => [(await applicant.at(place)).name],
  watched: async (place) => [
    `/card-windows?schoolId=${place.school.id}`,
    `/card-windows/${await windowOf(place)}/classes`,
  ],
  doors: [
    write('card-windows.create', '/card-windows', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      kind: 'application',
    })),
    list('card-windows.list', '/card-windows', 'school', ofSchool),
    byPath('card-windows.read', 'GET', '/card-windows/{id}', 200, windowOf),
    change('card-windows.change', '/card-windows/{id}', windowOf, () => ({ note: `通知${another()}` })),
    byPath('card-windows.classes', 'GET', '/card-windows/{id}/classes', 200, windowOf),
    byPath('card-windows.newcomers', 'GET', '/card-windows/{id}/newcomers', 200, intakeOf),
    {
      ...byPath('card-windows.issue', 'POST', '/card-windows/{id}/issues', 200, intakeOf),
      ask: async (place) => ({
        path: at('/card-windows/{id}/issues', await intakeOf(place)),
        body: ofClass(place),
      }),
    },
    ...ofOnePerson(
      ...(['acknowledge', 'confirm'] as const).map((how) => {
        const template = `/card-windows/{id}/${how === 'confirm' ? 'confirmations' : 'acknowledgements'}`;
        return {
          ...byPath(`card-windows.${how}`, 'POST', template, 200, windowOf),
          // A teacher of another class is told that the class is not there: it is named in the body.
          touches: 'id' as const,
          ask: async (place: Place) => ({
            path: at(template, await windowOf(place)),
            body: { ...ofClass(place), ...(how === 'confirm' ? { confirmed: false } : {}) },
          }),
        };
      }),
      write('card-applications.create', '/card-applications', 'id', 200, wish),
      list(
        'card-applications.list',
        '/card-applications',
        'id',
        async (place) => `windowId=${await windowOf(place)}&classId=${place.schoolClass.id}`,
      ),
      {
        ...byPath(
          'card-applications.withdraw',
          'POST',
          '/card-applications/{id}/withdrawal',
          200,
          applicationOf,
        ),
        before: applies,
      },
      {
        ...byPath('card-applications.decide', 'POST', '/card-applications/{id}/decision', 200, applicationOf),
        before: applies,
        ask: async (place) => ({
          path: at('/card-applications/{id}/decision', await applicationOf(place)),
          body: { declined: true, why: '证件未齐' },
        }),
      },
    ),
  ],
};
