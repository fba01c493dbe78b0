import type { Identified } from '../a-caller.builder.js';
import { libraryRoom, madeOnceHeard } from './library-rooms.doors.js';
import { Added, api, at, byPath, change, list, ofOnePerson, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

/** Monday of the first week of a term that no other door uses; each timetable has a term of its own. */
let year = 2_300;
type Term = { readonly id: string; readonly monday: string };
const aTerm = async ({ school }: Place): Promise<Term> => {
  year += 1;
  const first = new Date(Date.UTC(year, 8, 1));
  const monday = new Date(first.getTime() + ((8 - (first.getUTCDay() || 7)) % 7) * 86_400_000);
  const term = {
    name: `${String(year)}学期`,
    startsOn: `${String(year)}-09-01`,
    endsOn: `${String(year + 1)}-01-20`,
  };
  const { id } = await school.admin.post<Identified>(`${api}/schools/${school.id}/terms`, term);
  return { id, monday: monday.toISOString().slice(0, 10) };
};
const timetableBody = ({ school }: Place, { id }: Term) => ({
  schoolId: school.id,
  termId: id,
  name: '轮借表',
});
/** Circulation hears of a term by and by. */
const begun = async (place: Place, term: Term): Promise<string> => {
  const body = timetableBody(place, term);
  return (await madeOnceHeard<Identified>(place.school.librarian, '/rotation-timetables', body)).id;
};
const removed = async (place: Place, id: string): Promise<void> => {
  await place.school.librarian.ask('DELETE', `${api}/rotation-timetables/${id}`);
};
const slotBody = async (place: Place, more: object = {}) => ({
  classId: place.schoolClass.id,
  roomId: await libraryRoom.at(place),
  purpose: 'lending',
  weekday: 1,
  from: '12:00',
  to: '12:50',
  ...more,
});

const published = new Added(async (place) => {
  const term = await aTerm(place);
  const id = await begun(place, term);
  const { librarian } = place.school;
  const slots = `/rotation-timetables/${id}/slots`;
  const slot = await madeOnceHeard<Identified>(librarian, slots, await slotBody(place));
  await librarian.post(`${api}/rotation-timetables/${id}/publication`, {});
  return { id, slotId: slot.id, monday: term.monday, changeId: '', spareSlotId: '' };
});
/** A term whose timetable the doors begin and give up. */
const free = new Added(async (place) => {
  const term = await aTerm(place);
  return { ...term, timetableId: await begun(place, term) };
});
const idOf = async (place: Place): Promise<string> => (await published.at(place)).id;
const slotOf = async (place: Place): Promise<string> => (await published.at(place)).slotId;
const classOf = ({ schoolClass }: Place): string => schoolClass.id;
const changesOf = async (place: Place): Promise<string> =>
  `${api}/rotation-slots/${await slotOf(place)}/changes`;
const unchanged = async (place: Place): Promise<void> => {
  const there = await published.at(place);
  const path = `${api}/rotation-days?schoolId=${place.school.id}&classId=${place.schoolClass.id}&from=${there.monday}&to=${there.monday}`;
  const { items } = await place.school.librarian.get<{ items: { changeId: string | null }[] }>(path);
  for (const { changeId } of items)
    if (changeId !== null) await place.school.librarian.ask('DELETE', `${api}/rotation-changes/${changeId}`);
};
let minutes = 0;
/** A slot of its own each time, somewhere in the small hours. */
const spare = async (place: Place): Promise<object> => {
  minutes = (minutes + 1) % 300;
  const at = (minute: number) =>
    `0${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
  return slotBody(place, { weekday: 2, from: at(minutes), to: at(minutes + 1) });
};
const cleared = async (place: Place): Promise<void> => {
  const id = await idOf(place);
  const { items } = await place.school.librarian.get<{ items: (Identified & { weekday: number })[] }>(
    `${api}/rotation-timetables/${id}/slots?weekday=2&limit=500`,
  );
  for (const slot of items) await place.school.librarian.ask('DELETE', `${api}/rotation-slots/${slot.id}`);
};

export const feature: FeatureDoors = {
  adds: [published, free],
  watched: async (place) => [
    `/rotation-timetables?schoolId=${place.school.id}`,
    `/rotation-timetables/${await idOf(place)}/slots`,
    `/bell-schedules?schoolId=${place.school.id}`,
  ],
  doors: [
    list('bell-schedules.read', '/bell-schedules', 'school', ofSchool),
    {
      ...write('bell-schedules.change', '/bell-schedules', 'school', 200, () => ({}), { method: 'PUT' }),
      ask: async ({ school }) => {
        const path = `${api}/bell-schedules`;
        const { version } = await school.librarian.get<{ version: number }>(`${path}?schoolId=${school.id}`);
        return {
          path,
          body: { schoolId: school.id, lessons: [], windows: [] },
          headers: version === 0 ? {} : { 'if-match': `"v${String(version)}"` },
        };
      },
    },
    {
      ...write('rotation-timetables.create', '/rotation-timetables', 'school', 201, async (place) =>
        timetableBody(place, await free.at(place)),
      ),
      before: async (place) => {
        const term = await free.at(place);
        const path = `${api}/rotation-timetables?schoolId=${place.school.id}&limit=500`;
        const { items } = await place.school.librarian.get<{ items: (Identified & { termId: string })[] }>(
          path,
        );
        for (const { id, termId } of items) if (termId === term.id) await removed(place, id);
      },
    },
    list('rotation-timetables.list', '/rotation-timetables', 'school', ofSchool),
    byPath('rotation-timetables.read', 'GET', '/rotation-timetables/{id}', 200, idOf),
    change('rotation-timetables.change', '/rotation-timetables/{id}', idOf, () => ({ outside: 'free' })),
    {
      ...byPath('rotation-timetables.remove', 'DELETE', '/rotation-timetables/{id}', 204, async (place) => (await free.at(place)).timetableId), // prettier-ignore
      before: async (place) => {
        const term = await free.at(place);
        const path = `${api}/rotation-timetables?schoolId=${place.school.id}&limit=500`;
        const { items } = await place.school.librarian.get<{ items: (Identified & { termId: string })[] }>(
          path,
        );
        for (const { id, termId } of items) if (termId === term.id) await removed(place, id);
        term.timetableId = await begun(place, term);
      },
    },
    {
      ...byPath('rotation-timetables.generate', 'POST', '/rotation-timetables/{id}/generation', 200, idOf),
      ask: async (place) => ({
        path: at('/rotation-timetables/{id}/generation', await idOf(place)),
        body: {
          purpose: 'reading',
          roomIds: [await libraryRoom.at(place)],
          times: [{ weekdays: [5], from: '16:00', to: '17:00' }],
          classIds: [place.schoolClass.id],
          replace: true,
        },
      }),
    },
    byPath('rotation-timetables.publish', 'POST', '/rotation-timetables/{id}/publication', 200, idOf),
    byPath('rotation-timetables.classes', 'GET', '/rotation-timetables/{id}/classes', 200, idOf),
    byPath('rotation-slots.list', 'GET', '/rotation-timetables/{id}/slots', 200, idOf),
    {
      ...byPath('rotation-slots.create', 'POST', '/rotation-timetables/{id}/slots', 201, idOf),
      ask: async (place) => ({
        path: at('/rotation-timetables/{id}/slots', await idOf(place)),
        body: await spare(place),
      }),
      before: cleared,
    },
    {
      ...byPath('rotation-slots.remove', 'DELETE', '/rotation-slots/{id}', 204, async (place) => {
        const { spareSlotId, slotId } = await published.at(place);
        return spareSlotId === '' ? slotId : spareSlotId;
      }),
      before: async (place) => {
        const there = await published.at(place);
        const slots = `${api}/rotation-timetables/${there.id}/slots`;
        there.spareSlotId = (await place.school.librarian.post<Identified>(slots, await spare(place))).id;
      },
    },
    {
      ...byPath('rotation-changes.create', 'POST', '/rotation-slots/{id}/changes', 201, slotOf),
      ask: async (place) => ({
        path: await changesOf(place),
        body: { on: (await published.at(place)).monday, reason: '期中考试' },
      }),
      before: unchanged,
    },
    {
      ...byPath('rotation-changes.remove', 'DELETE', '/rotation-changes/{id}', 204, async (place) => {
        const { changeId, slotId } = await published.at(place);
        return changeId === '' ? slotId : changeId;
      }),
      before: async (place) => {
        await unchanged(place);
        const there = await published.at(place);
        const { librarian } = place.school;
        there.changeId = (await librarian.post<Identified>(await changesOf(place), { on: there.monday })).id;
      },
    },
    list('rotation-days.list', '/rotation-days', 'school', ofSchool),
    ...ofOnePerson(
      byPath('class-rotations.read', 'GET', '/class-rotations/{id}', 200, classOf),
      byPath('class-rotations.acknowledge', 'POST', '/class-rotations/{id}/receipt', 200, classOf),
    ),
  ],
};
