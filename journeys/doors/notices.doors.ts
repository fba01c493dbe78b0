import { until, type Identified, type Page } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  ofSchool,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { madeOnceHeard } from './library-rooms.doors.js';

type Notice = Identified & { readonly causeId: string };

/** The library answers a question; that it did becomes a notice, which has nothing to be sent with here. */
const told = async ({ school, reader }: Place): Promise<{ id: string }> => {
  const { librarian } = school;
  const question = { schoolId: school.id, kind: 'reference', subject: '怎么续借？', readerId: reader.id };
  const asked = await madeOnceHeard<Identified>(librarian, '/service-requests', question);
  await librarian.post(at('/service-requests/{id}/answers', asked.id), {});
  const path = `${api}/notices?schoolId=${school.id}&readerId=${reader.id}&kind=answer&limit=500`;
  const ofCause = (page: Page<Notice>): Notice | undefined =>
    page.items.find(({ causeId }) => causeId === asked.id);
  const { body } = await until(
    () => librarian.ask<Page<Notice>>('GET', path),
    ({ status, body: page }) => status === 200 && ofCause(page) !== undefined,
  );
  return { id: ofCause(body)?.id ?? '' };
};
const still = new Added(told);
const inHand = new Added(told);

export const feature: FeatureDoors = {
  adds: [still, inHand],
  secrets: async (place) => [(await still.at(place)).id],
  doors: [
    list('notices.list', '/notices', 'school', ofSchool),
    byPath('notices.read', 'GET', '/notices/{id}', 200, async (place) => (await still.at(place)).id),
    // There is no mail server: it stays on the sheet of the class.
    byPath('notices.retry', 'POST', '/notices/{id}/retry', 409, async (place) => (await still.at(place)).id),
    {
      ...byPath(
        'notices.cancel',
        'POST',
        '/notices/{id}/cancel',
        200,
        async (place) => (await inHand.at(place)).id,
      ),
      before: async (place) => {
        (await inHand.at(place)).id = (await told(place)).id;
      },
    },
    ...ofOnePerson(
      list(
        'notice-sheets.list',
        '/notice-sheets',
        'list',
        (place) => `${ofSchool(place)}&classId=${place.schoolClass.id}`,
      ),
    ),
  ],
};
