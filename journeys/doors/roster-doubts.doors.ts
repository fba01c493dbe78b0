import type { Identified, Page } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, at, list, ofSchool, type Door, type FeatureDoors, type Place } from './door.builder.js';

type Doubt = { id: string; readerId: string };
type Listed = Identified & { readonly name: string; readonly version: number };

let classes = 0;
/** A class of its own: a list of a class makes those leave whom it does not name. */
const schoolClass = new Added(({ school }) =>
  school.librarian.post<Identified & { readonly name: string }>(`${api}/classes`, {
    schoolId: school.id,
    section: 'primary',
    entryYear: school.year - 1,
    classNo: 50 + (classes++ % 40),
  }),
);
/** Somebody is in a list with another number than the school knows: who that is nobody guesses. */
const doubted = async (place: Place): Promise<Doubt> => {
  const { school } = place;
  const { id: classId, name: className } = await schoolClass.at(place);
  const name = `疑${another()}`;
  const { id: readerId } = await school.reader({ name, cardNumber: `Q${another()}`, classId });
  const csv = `姓名,读者类型,班级,借书证号\n${name},学生,${className},Q${another()}`;
  const fields = { schoolId: school.id, format: 'auto', maxLeavers: '100' };
  await school.librarian.import(`${api}/roster-imports`, 'a.csv', Buffer.from(csv), fields);
  const waiting = await school.librarian.all<Listed>(`${api}/roster-doubts?${ofSchool(place)}`);
  return { id: waiting.find((each) => each.name === name)?.id ?? '', readerId };
};
const versionOf = async (place: Place, id: string): Promise<{ version: number; isOpen: boolean }> => {
  for (const status of ['open', 'same', 'other', 'dismissed']) {
    const { items } = await place.school.librarian.get<Page<Listed>>(
      `${api}/roster-doubts?${ofSchool(place)}&status=${status}&limit=500`,
    );
    const found = items.find((each) => each.id === id);
    if (found !== undefined) return { version: found.version, isOpen: status === 'open' };
  }
  return { version: 1, isOpen: true };
};
const asked = async (place: Place, id: string, what: string): Promise<void> => {
  const { version } = await versionOf(place, id);
  await place.school.librarian.ask('POST', at(`/roster-doubts/{id}/${what}`, id), {
    headers: { 'if-match': `"v${version}"` },
  });
};

const doubt = new Added(doubted);
/** Of whom somebody new is made: a number is given once, so another one is needed each time. */
const other = new Added(doubted);
const opened = async (place: Place): Promise<void> => {
  const { id } = await doubt.at(place);
  if (!(await versionOf(place, id)).isOpen) await asked(place, id, 'undo');
};
const decided = async (place: Place): Promise<void> => {
  const { id } = await doubt.at(place);
  if ((await versionOf(place, id)).isOpen) await asked(place, id, 'dismissal');
};

const answer = (
  operation: Door['operation'],
  what: string,
  of: Added<Doubt>,
  before: (place: Place) => Promise<void>,
  body?: (doubt: Doubt) => object,
): Door => ({
  operation,
  method: 'POST',
  path: `${api}/roster-doubts/{id}/${what}`,
  touches: 'path',
  ok: 200,
  ask: async (place) => {
    const it = await of.at(place);
    const { version } = await versionOf(place, it.id);
    return {
      path: at(`/roster-doubts/{id}/${what}`, it.id),
      headers: { 'if-match': `"v${version}"` },
      ...(body === undefined ? {} : { body: body(it) }),
    };
  },
  before,
});

export const feature: FeatureDoors = {
  adds: [schoolClass, doubt, other],
  doors: [
    list('roster-doubts.list', '/roster-doubts', 'school', ofSchool),
    answer('roster-doubts.confirm', 'confirmation', doubt, opened, ({ readerId }) => ({ readerId })),
    answer('roster-doubts.dismiss', 'dismissal', doubt, opened),
    answer('roster-doubts.undo', 'undo', doubt, decided),
    answer('roster-doubts.split', 'split', other, async (place) => {
      (await other.at(place)).id = (await doubted(place)).id;
    }),
  ],
};
