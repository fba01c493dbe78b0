import type { Identified } from '../a-caller.builder.js';
import { libraryRoom } from './library-rooms.doors.js';
import { Added, api, at, byPath, change, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

/** Days that nobody else excepts, far in the past. */
let year = 1_500;
const aDay = (): string => {
  year += 1;
  return `${String(year)}-03-03`;
};
const exceptionBody = ({ school }: Place) => ({ schoolId: school.id, from: aDay(), spans: [] });
const openingBody = async (place: Place) => ({
  roomId: await libraryRoom.at(place),
  on: aDay(),
  at: '12:00',
});

type Exceptions = { readonly items: readonly Identified[] };
const excepted = async (place: Place): Promise<string> => {
  const made = await place.school.librarian.post<Exceptions>(
    `${api}/opening-exceptions`,
    exceptionBody(place),
  );
  return made.items[0]?.id ?? '';
};
const opened = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/room-openings`, await openingBody(place))).id;
const teacher = new Added(
  async ({ school }) => (await school.reader({ kind: 'teacher', name: '张老师' })).id,
);
const rosterBody = async (place: Place, on: string) => ({
  roomId: await libraryRoom.at(place),
  from: on,
  to: on,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  starts: '12:00',
  ends: '13:00',
  readerIds: [await teacher.at(place)],
});
/** A working day of a week that no other door takes; circulation hears of the teacher by and by. */
let weeks = 0;
const aMonday = (): string => {
  weeks += 1;
  return new Date(Date.UTC(1600, 0, 3) + weeks * 604_800_000).toISOString().slice(0, 10);
};
const onDuty = async (place: Place): Promise<string> => {
  const body = await rosterBody(place, aMonday());
  for (let tries = 0; ; tries += 1) {
    const answer = await place.school.librarian.ask<Exceptions>('POST', `${api}/duty-shifts`, { body });
    if (answer.status === 201) return answer.body.items[0]?.id ?? '';
    if (tries > 100) throw new Error(`no shift: ${String(answer.status)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** What others ask for stays; what goes is made anew. */
const kept = new Added(async (place) => ({ opening: await opened(place), shift: await onDuty(place) }));
const going = new Added(async (place) => ({
  exception: await excepted(place),
  opening: await opened(place),
  closing: await opened(place),
  shift: await onDuty(place),
}));
const hoursOf = async (place: Place): Promise<string> => at('/library-rooms/{id}/opening-hours', await libraryRoom.at(place)); // prettier-ignore

export const feature: FeatureDoors = {
  adds: [kept, going],
  watched: ({ school }) => [
    `/opening-exceptions?schoolId=${school.id}`,
    `/room-openings?schoolId=${school.id}`,
    `/duty-shifts?schoolId=${school.id}`,
  ],
  doors: [
    byPath('opening-hours.read', 'GET', '/library-rooms/{id}/opening-hours', 200, (place) =>
      libraryRoom.at(place),
    ),
    {
      ...byPath('opening-hours.change', 'PUT', '/library-rooms/{id}/opening-hours', 200, (place) =>
        libraryRoom.at(place),
      ),
      ask: async (place) => {
        const path = await hoursOf(place);
        const { version } = await place.school.librarian.get<{ version: number }>(path);
        return {
          path,
          body: { hours: [{ weekday: 1, from: '08:00', to: '17:00' }] },
          headers: version === 0 ? {} : { 'if-match': `"v${String(version)}"` },
        };
      },
    },
    write('opening-hours.open-together', '/opening-hours/extracurricular', 'school', 200, ({ school }) => ({ schoolId: school.id, times: [] }), { method: 'PUT' }), // prettier-ignore
    write('opening-exceptions.create', '/opening-exceptions', 'school', 201, exceptionBody),
    list('opening-exceptions.list', '/opening-exceptions', 'school', ofSchool),
    {
      ...byPath('opening-exceptions.remove', 'DELETE', '/opening-exceptions/{id}', 204, async (place) => (await going.at(place)).exception), // prettier-ignore
      before: async (place) => {
        (await going.at(place)).exception = await excepted(place);
      },
    },
    list('opening-days.list', '/opening-days', 'school', ofSchool),
    list('opening-totals.list', '/opening-totals', 'school', ofSchool),
    list('open-rooms.list', '/open-rooms', 'school', ofSchool),
    write('room-openings.create', '/room-openings', 'id', 201, openingBody),
    list('room-openings.list', '/room-openings', 'school', ofSchool),
    {
      ...byPath('room-openings.close', 'POST', '/room-openings/{id}/closing', 200, async (place) => (await going.at(place)).closing), // prettier-ignore
      ask: async (place) => ({
        path: at('/room-openings/{id}/closing', (await going.at(place)).closing),
        body: { at: '13:00' },
      }),
      before: async (place) => {
        (await going.at(place)).closing = await opened(place);
      },
    },
    {
      ...byPath('room-openings.remove', 'DELETE', '/room-openings/{id}', 204, async (place) => (await going.at(place)).opening), // prettier-ignore
      before: async (place) => {
        (await going.at(place)).opening = await opened(place);
      },
    },
    list('opening-punctuality.list', '/opening-punctuality', 'school', ofSchool),
    write('duty-shifts.create', '/duty-shifts', 'id', 201, (place) => rosterBody(place, aMonday())),
    list('duty-shifts.list', '/duty-shifts', 'school', ofSchool),
    {
      ...change('duty-shifts.change', '/duty-shifts/{id}', async (place) => (await kept.at(place)).shift, () => ({ kept: true })),
      ask: async (place) => {
        const { shift } = await kept.at(place);
        const { items } = await place.school.librarian.get<{ items: (Identified & { version: number })[] }>(
          `${api}/duty-shifts?limit=500&readerId=${await teacher.at(place)}`,
        );
        const version = items.find(({ id }) => id === shift)?.version ?? 1;
        return { path: at('/duty-shifts/{id}', shift), body: { kept: true }, headers: { 'if-match': `"v${String(version)}"` } };
      },
    }, // prettier-ignore
    {
      ...byPath('duty-shifts.remove', 'DELETE', '/duty-shifts/{id}', 204, async (place) => (await going.at(place)).shift), // prettier-ignore
      before: async (place) => {
        (await going.at(place)).shift = await onDuty(place);
      },
    },
  ],
};
