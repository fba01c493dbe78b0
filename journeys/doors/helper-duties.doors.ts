import type { Identified } from '../a-caller.builder.js';
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
import { helper } from './helper-office.doors.js';

const MONDAY = '2026-09-07';
let days = 0;
/** On a day and in a period of its own, so that none stands in the way of another. */
const bodyOf = async (place: Place) => {
  const day = new Date(Date.UTC(2026, 8, 8 + (days % 140)));
  const period = ['morning-reading', 'long-break', 'noon', 'after-school'][Math.floor(days / 140) % 4];
  days += 1;
  const on = day.toISOString().slice(0, 10);
  return {
    helperId: await helper.at(place),
    weekday: day.getUTCDay() || 7,
    period,
    startsOn: on,
    endsOn: on,
  };
};
const planned = async (place: Place, body?: object): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/duty-slots`, body ?? (await bodyOf(place)))).id;
const onMondays = async (place: Place, startsOn: string): Promise<string> =>
  planned(place, {
    helperId: await helper.at(place),
    weekday: 1,
    period: 'evening',
    startsOn,
    endsOn: startsOn,
  });
const entered = async (place: Place, slotId: string, onDay: string): Promise<string> =>
  (
    await place.school.librarian.post<Identified>(`${api}/duty-entries`, {
      slotId,
      onDay,
      attendance: 'kept',
    })
  ).id;

/** Duties that are entered, that are not, and that may go. */
const duties = new Added(async (place) => {
  const slot = await onMondays(place, MONDAY);
  const removable = await onMondays(place, '2026-09-21');
  return {
    slot,
    entry: await entered(place, slot, MONDAY),
    open: await onMondays(place, '2026-09-14'),
    removable,
    removableEntry: await entered(place, removable, '2026-09-21'),
    next: await bodyOf(place),
    removableSlot: await planned(place),
  };
});
const slotOf = async (place: Place): Promise<string> => (await duties.at(place)).slot;
const entryOf = async (place: Place): Promise<string> => (await duties.at(place)).entry;
/** Nothing is entered of the duty any more. */
const emptied = async (place: Place, slotId: string): Promise<void> => {
  const { librarian } = place.school;
  const { items } = await librarian.get<{ items: readonly (Identified & { slotId: string })[] }>(
    `${api}/duty-entries?helperId=${await helper.at(place)}&limit=500`,
  );
  for (const { id } of items.filter((entry) => entry.slotId === slotId))
    await librarian.ask('DELETE', `${api}/duty-entries/${id}`);
};

export const feature: FeatureDoors = {
  adds: [duties],
  watched: ({ school }) => [`/duty-slots?schoolId=${school.id}`, `/duty-entries?schoolId=${school.id}`],
  doors: [
    list('duty-slots.list', '/duty-slots', 'school', ofSchool),
    list('duty-entries.list', '/duty-entries', 'school', ofSchool),
    ...ofOnePerson(
      write('duty-slots.create', '/duty-slots', 'id', 201, async (place) => (await duties.at(place)).next, {
        before: async (place) => {
          (await duties.at(place)).next = await bodyOf(place);
        },
      }),
      byPath('duty-slots.read', 'GET', '/duty-slots/{id}', 200, slotOf),
      change('duty-slots.change', '/duty-slots/{id}', slotOf, () => ({ place: '书库' })),
      {
        ...byPath('duty-slots.remove', 'DELETE', '/duty-slots/{id}', 204, slotOf),
        ask: async (place) => ({ path: at('/duty-slots/{id}', (await duties.at(place)).removableSlot) }),
        before: async (place) => {
          (await duties.at(place)).removableSlot = await planned(place);
        },
      },
      write(
        'duty-entries.create',
        '/duty-entries',
        'id',
        201,
        async (place) => ({ slotId: (await duties.at(place)).open, onDay: '2026-09-14', attendance: 'kept' }),
        { before: async (place) => emptied(place, (await duties.at(place)).open) },
      ),
      byPath('duty-entries.read', 'GET', '/duty-entries/{id}', 200, entryOf),
      change('duty-entries.change', '/duty-entries/{id}', entryOf, () => ({ note: '秩序良好' })),
      {
        ...byPath('duty-entries.remove', 'DELETE', '/duty-entries/{id}', 204, entryOf),
        ask: async (place) => ({ path: at('/duty-entries/{id}', (await duties.at(place)).removableEntry) }),
        before: async (place) => {
          const own = await duties.at(place);
          await emptied(place, own.removable);
          own.removableEntry = await entered(place, own.removable, '2026-09-21');
        },
      },
    ),
  ],
};
