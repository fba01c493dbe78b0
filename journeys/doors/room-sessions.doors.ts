import type { Identified } from '../a-caller.builder.js';
import { libraryRoom, madeOnceHeard } from './library-rooms.doors.js';
import { Added, api, at, byPath, list, ofOnePerson, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

/** A day to come that no other door takes. */
let days = 0;
const aDay = (): string => {
  days += 1;
  return new Date(Date.UTC(2400, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
};
type Made = { readonly items: readonly Identified[] };
const firstOf = ({ items }: Made): string => items[0]?.id ?? '';

const sessionBody = async (place: Place, more: object = {}) => ({
  roomId: await libraryRoom.at(place),
  classId: place.schoolClass.id,
  kind: 'reading-lesson',
  on: aDay(),
  from: '14:00',
  to: '14:40',
  ...more,
});
const booked = async (place: Place): Promise<string> =>
  firstOf(await madeOnceHeard<Made>(place.school.librarian, '/room-sessions', await sessionBody(place)));
const teacher = new Added(({ school, schoolClass }) =>
  school.account('teacher', { classId: schoolClass.id }),
);
const asked = async (place: Place): Promise<string> =>
  firstOf(await madeOnceHeard<Made>(await teacher.at(place), '/room-sessions', await sessionBody(place)));
const visitBody = async (place: Place) => ({
  roomId: await libraryRoom.at(place),
  classId: place.schoolClass.id,
  persons: 1,
});
const visited = async (place: Place): Promise<string> =>
  firstOf(await place.school.librarian.post<Made>(`${api}/room-visits`, await visitBody(place)));
const seatBody = async (place: Place) => ({
  roomId: await libraryRoom.at(place),
  readerId: place.reader.id,
  on: aDay(),
  from: '12:00',
  to: '13:00',
});
const seated = async (place: Place): Promise<string> =>
  (await madeOnceHeard<Identified>(place.school.librarian, '/seat-bookings', await seatBody(place))).id;

const kept = new Added(async (place) => ({ session: await booked(place), seat: await seated(place) }));
const going = new Added(async (place) => ({
  asked: await asked(place),
  booked: await booked(place),
  visit: await visited(place),
}));
const sessionOf = async (place: Place): Promise<string> => (await kept.at(place)).session;
const term = (place: Place): string => `${ofSchool(place)}&from=2026-09-01&to=2027-01-31`;

export const feature: FeatureDoors = {
  adds: [teacher, kept, going],
  watched: ({ school }) => [
    `/room-sessions?schoolId=${school.id}&limit=500`,
    `/room-visits?schoolId=${school.id}&limit=500`,
    `/seat-bookings?schoolId=${school.id}&limit=500`,
    `/visit-targets?schoolId=${school.id}`,
  ],
  doors: [
    ...ofOnePerson(write('room-sessions.create', '/room-sessions', 'id', 201, (place) => sessionBody(place))),
    list('room-sessions.list', '/room-sessions', 'school', ofSchool),
    byPath('room-sessions.read', 'GET', '/room-sessions/{id}', 200, sessionOf),
    {
      ...byPath('room-sessions.decide', 'POST', '/room-sessions/{id}/decision', 200, async (place) => (await going.at(place)).asked), // prettier-ignore
      ask: async (place) => ({
        path: at('/room-sessions/{id}/decision', (await going.at(place)).asked),
        body: { decision: 'decline' },
      }),
      before: async (place) => {
        (await going.at(place)).asked = await asked(place);
      },
    },
    ...ofOnePerson({
      ...byPath('room-sessions.cancel', 'POST', '/room-sessions/{id}/cancellation', 200, async (place) => (await going.at(place)).booked), // prettier-ignore
      ask: async (place) => ({
        path: at('/room-sessions/{id}/cancellation', (await going.at(place)).booked),
        body: { note: '期中考试' },
      }),
      before: async (place) => {
        (await going.at(place)).booked = await booked(place);
      },
    }),
    byPath('room-sessions.copies', 'GET', '/room-sessions/{id}/copies', 200, sessionOf),
    list('room-session-totals.list', '/room-session-totals', 'school', term),
    ...ofOnePerson(write('room-visits.create', '/room-visits', 'id', 201, visitBody)),
    list('room-visits.list', '/room-visits', 'school', ofSchool),
    {
      ...byPath('room-visits.remove', 'DELETE', '/room-visits/{id}', 204, async (place) => (await going.at(place)).visit), // prettier-ignore
      before: async (place) => {
        (await going.at(place)).visit = await visited(place);
      },
    },
    list('visit-totals.list', '/visit-totals', 'school', term),
    list('teacher-readings.list', '/teacher-readings', 'school', term),
    list('visit-targets.read', '/visit-targets', 'school', ofSchool),
    write('visit-targets.change', '/visit-targets', 'school', 200, ({ school }) => ({ schoolId: school.id, targets: [{ grade: null, perWeek: 1 }] }), { method: 'PUT' }), // prettier-ignore
    list('visit-progress.list', '/visit-progress', 'school', ofSchool),
    ...ofOnePerson(
      list('visit-progress.pupils', '/visit-progress/pupils', 'id', ({ schoolClass }) => `classId=${schoolClass.id}`),
      write('seat-bookings.create', '/seat-bookings', 'id', 201, seatBody),
      byPath('seat-bookings.cancel', 'POST', '/seat-bookings/{id}/cancellation', 200, async (place) => (await kept.at(place)).seat),
    ), // prettier-ignore
    list('seat-bookings.list', '/seat-bookings', 'school', ofSchool),
    list('seat-availability.read', '/seat-availability', 'id', async (place) => `roomId=${await libraryRoom.at(place)}&on=2400-01-01&from=12:00&to=13:00`), // prettier-ignore
  ],
};
