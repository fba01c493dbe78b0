import { at, byPath, change, type FeatureDoors, type Place } from './door.builder.js';

const idOf = ({ school }: Place): string => school.id;
const termOf = ({ school }: Place): string => school.termId;
let year = 2_100;

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/schools/${school.id}/terms`],
  doors: [
    {
      ...byPath('terms.create', 'POST', '/schools/{id}/terms', 201, idOf),
      ask: ({ school }) => {
        year += 1;
        return {
          path: at('/schools/{id}/terms', school.id),
          body: { name: `${year}学期`, startsOn: `${year}-02-01`, endsOn: `${year}-06-30` },
        };
      },
    },
    byPath('terms.list', 'GET', '/schools/{id}/terms', 200, idOf),
    byPath('terms.read', 'GET', '/terms/{id}', 200, termOf),
    change('terms.change', '/terms/{id}', termOf, () => ({ name: '秋季学期' })),
    {
      ...byPath('calendar.read', 'GET', '/schools/{id}/calendar', 200, idOf),
      ask: ({ school }) => ({ path: `${at('/schools/{id}/calendar', school.id)}?year=2026` }),
    },
    {
      ...byPath('calendar.change', 'PUT', '/schools/{id}/calendar-days', 200, idOf),
      ask: ({ school }) => ({
        path: at('/schools/{id}/calendar-days', school.id),
        body: { year: 2026, days: [{ on: '2026-12-24', state: 'closed' }] },
      }),
    },
  ],
};
