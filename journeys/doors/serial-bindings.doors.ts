import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

let year = 1904;
/** A periodical of which one issue came; each place has a year of its own. */
const received = async ({ school }: Place): Promise<Readonly<Record<string, unknown>>> => {
  year += 1;
  const { librarian, admin, id: schoolId } = school;
  const serial = await librarian.post<Identified>(`${api}/serials`, {
    title: `年刊${another()}`,
    kind: 'periodical',
    pattern: { every: 'month', days: [1], months: [1] },
  });
  const round = await librarian.post<Identified>(`${api}/subscription-rounds`, { schoolId, year });
  const at = `${api}/subscription-rounds/${round.id}`;
  await librarian.post(`${at}/lines`, { items: [{ serialId: serial.id, room: 'pupils', copies: 1 }] });
  const review = { reviewer: '组', items: [{ number: 1, verdict: 'accept', useful: true, readable: true }] };
  await librarian.ask('POST', `${at}/reviews`, { body: review });
  await librarian.ask('POST', `${at}/submission`);
  await admin.ask('POST', `${at}/decision`, { body: { decision: 'approve' } });
  const days = `from=${String(year)}-01-01&to=${String(year)}-12-31`;
  const { items } = await librarian.get<{ items: Identified[] }>(
    `${api}/serial-issues?schoolId=${schoolId}&serialId=${serial.id}&${days}`,
  );
  const body = { schoolId, items: items.map(({ id }) => ({ issueId: id })) };
  await librarian.ask('POST', `${api}/serial-check-ins`, { body });
  return { schoolId, serialId: serial.id, year };
};
const run = new Added(async (place: Place) => ({ body: await received(place) }));

export const feature: FeatureDoors = {
  adds: [run],
  watched: ({ school }) => [`/back-issues?schoolId=${school.id}`],
  doors: [
    list('serial-bindings.runs', '/serial-binding-runs', 'school', ofSchool),
    list('back-issues.list', '/back-issues', 'school', ofSchool),
    write('serial-bindings.bind', '/serial-bindings', 'school', 201, async (place) => (await run.at(place)).body, {
      before: async (place) => {
        (await run.at(place)).body = await received(place);
      },
    }),
  ],
}; // prettier-ignore
