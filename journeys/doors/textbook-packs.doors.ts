import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { textbook } from './textbooks.doors.js';

const ofTerm = ({ school }: Place): string => `schoolId=${school.id}&termId=${school.termId}`;
const packed = async (place: Place) => ({
  schoolId: place.school.id,
  termId: place.school.termId,
  occasion: 'top-up',
  holder: { kind: 'class', ref: place.schoolClass.id },
  lines: [{ textbookId: await textbook.at(place), quantity: 1 }],
});
type Pack = { id: string };
const make = async (place: Place): Promise<Pack> => {
  const { librarian } = place.school;
  const lines = [{ textbookId: await textbook.at(place), what: 'received', quantity: 1 }];
  const { id: schoolId, termId } = place.school;
  await librarian.post(`${api}/textbook-lines`, { schoolId, termId, lines });
  const { id } = await librarian.post<Identified>(`${api}/textbook-packs`, await packed(place));
  return { id };
};
/** One that stays as it is, and one for each step, made anew before it. */
const still = new Added(make);
const inHand = new Added(make);
const handedOut = new Added(async (place) => {
  const pack = await make(place);
  await place.school.librarian.post(at('/textbook-packs/{id}/issue', pack.id), {});
  return pack;
});
const idOf = async (which: Added<Pack>, place: Place): Promise<string> => (await which.at(place)).id;

const step = (which: 'count' | 'issue' | 'check' | 'undo', of: Added<Pack>): Door => {
  const path = `/textbook-packs/{id}/${which}`;
  return {
    ...byPath(`textbook-packs.${which}`, 'POST', path, 200, (place) => idOf(of, place)),
    ask: async (place) => ({ path: at(path, await idOf(of, place)), body: {} }),
  };
};
const anew = async (place: Place): Promise<void> => {
  (await inHand.at(place)).id = (await make(place)).id;
};

export const feature: FeatureDoors = {
  adds: [still, inHand, handedOut],
  watched: (place) => [`/textbook-packs?${ofTerm(place)}`],
  doors: [
    write('textbook-packs.plan', '/textbook-plans', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      termId: school.termId,
      occasion: 'registration',
      handOutOn: '2026-09-01',
    })),
    write('textbook-packs.create', '/textbook-packs', 'school', 201, packed),
    list('textbook-packs.progress', '/textbook-progress', 'school', ofTerm),
    list('textbook-packs.list', '/textbook-packs', 'school', ofTerm),
    list('textbook-packs.lines', '/textbook-pack-lines', 'school', ofTerm),
    ...ofOnePerson(
      byPath('textbook-packs.read', 'GET', '/textbook-packs/{id}', 200, (place) => idOf(still, place)),
      step('check', handedOut),
    ),
    step('count', still),
    { ...step('issue', inHand), before: anew },
    {
      ...step('undo', inHand),
      before: async (place) => {
        await anew(place);
        await place.school.librarian.post(at('/textbook-packs/{id}/issue', await idOf(inHand, place)), {});
      },
    },
    {
      ...byPath('textbook-packs.cancel', 'DELETE', '/textbook-packs/{id}', 204, (place) =>
        idOf(inHand, place),
      ),
      before: anew,
    },
  ],
};
