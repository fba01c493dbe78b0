import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Issue = { readonly id: string; readonly dueOn: string; readonly receiptId: string | null };

/** Of the years long gone every issue is missing; each place has a year of its own. */
let year = 1900;
const issuesOf = async (place: Place): Promise<readonly Issue[]> => {
  const { librarian, admin, id: schoolId } = place.school;
  year += 1;
  const serial = await librarian.post<Identified>(`${api}/serials`, {
    title: `日报${another()}`,
    kind: 'newspaper',
    pattern: { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  });
  const round = await librarian.post<Identified>(`${api}/subscription-rounds`, { schoolId, year });
  const at = `${api}/subscription-rounds/${round.id}`;
  await librarian.post(`${at}/lines`, { items: [{ serialId: serial.id, room: 'pupils', copies: 2 }] });
  const review = { reviewer: '组', items: [{ number: 1, verdict: 'accept', useful: true, readable: true }] };
  await librarian.ask('POST', `${at}/reviews`, { body: review });
  await librarian.ask('POST', `${at}/submission`);
  await admin.ask('POST', `${at}/decision`, { body: { decision: 'approve' } });
  const days = `from=${String(year)}-01-01&to=${String(year)}-12-31`;
  const { items } = await librarian.get<{ items: Issue[] }>(
    `${api}/serial-issues?schoolId=${schoolId}&serialId=${serial.id}&${days}&limit=500`,
  );
  return items;
};
const taken = new Added(async (place: Place) => ({ issues: await issuesOf(place), next: 0 }));
/** An issue that nothing was done with. */
const fresh = async (place: Place): Promise<Issue> => {
  const mine = await taken.at(place);
  const issue = mine.issues[mine.next];
  if (issue === undefined) throw new Error('no more issues');
  mine.next += 1;
  return issue;
};
const received = async (place: Place): Promise<string> => {
  const { id } = await fresh(place);
  const body = { schoolId: place.school.id, items: [{ issueId: id }] };
  const answer = await place.school.librarian.ask('POST', `${api}/serial-check-ins`, { body });
  const { items } = answer.body as { items: { issue: Issue }[] };
  return items[0]?.issue.receiptId ?? '';
};
const claimed = async (place: Place): Promise<string> => {
  const issue = await fresh(place);
  const { school } = place;
  await school.librarian.ask('POST', `${api}/missing-issue-claims`, {
    body: { schoolId: school.id, issueIds: [issue.id] },
  });
  const of = `year=${issue.dueOn.slice(0, 4)}&state=claimed&limit=500`;
  const { items } = await school.librarian.get<{ items: { issueId: string; claimId: string }[] }>(
    `${api}/missing-issues?schoolId=${school.id}&${of}`,
  );
  return items.find(({ issueId }) => issueId === issue.id)?.claimId ?? '';
};
const receipt = new Added(async (place: Place) => ({ id: await received(place) }));
const claim = new Added(async (place: Place) => ({ id: await claimed(place) }));
const receiptOf = async (place: Place): Promise<string> => (await receipt.at(place)).id;
const claimOf = async (place: Place): Promise<string> => (await claim.at(place)).id;

const withClaim = (
  operation: Door['operation'],
  what: string,
  body: Readonly<Record<string, unknown>> | null,
  before: (place: Place) => Promise<unknown>,
): Door => ({
  ...byPath(operation, 'POST', `/missing-issue-claims/{id}/${what}`, 200, claimOf),
  ask: async (place) => ({
    path: `${api}/missing-issue-claims/${await claimOf(place)}/${what}`,
    ...(body === null ? {} : { body }),
  }),
  before,
});
const anotherClaim = async (place: Place): Promise<void> => {
  (await claim.at(place)).id = await claimed(place);
};

export const feature: FeatureDoors = {
  adds: [taken, receipt, claim],
  secrets: async (place) => [await receiptOf(place), await claimOf(place)],
  watched: async (place) => {
    const of = `schoolId=${place.school.id}&year=${(await taken.at(place)).issues[0]?.dueOn.slice(0, 4) ?? ''}`;
    return [`/missing-issues?${of}`, `/serial-years?${of}`];
  },
  doors: [
    list('serial-issues.list', '/serial-issues', 'school', ofSchool),
    list('serial-days.list', '/serial-days', 'school', ofSchool),
    list('missing-issues.list', '/missing-issues', 'school', ofSchool),
    list('serial-years.list', '/serial-years', 'school', ofSchool),
    write('serial-issues.check-in', '/serial-check-ins', 'school', 200, async (place) => ({
      schoolId: place.school.id,
      items: [{ issueId: (await fresh(place)).id }],
    })),
    {
      ...byPath('serial-issues.undo-check-in', 'DELETE', '/serial-receipts/{id}', 200, receiptOf),
      before: async (place) => {
        (await receipt.at(place)).id = await received(place);
      },
    },
    write('serial-issues.step', '/serial-receipt-steps', 'school', 200, async (place) => ({
      schoolId: place.school.id,
      step: 'displayed',
      receiptIds: [await receiptOf(place)],
    })),
    write('missing-issues.claim', '/missing-issue-claims', 'school', 200, async (place) => ({
      schoolId: place.school.id,
      issueIds: [(await fresh(place)).id],
    })),
    withClaim('missing-issues.end-claim', 'outcome', { outcome: 'given-up' }, anotherClaim),
    withClaim('missing-issues.reopen-claim', 'reopening', null, async (place) => {
      await anotherClaim(place);
      await place.school.librarian.ask(
        'POST',
        `${api}/missing-issue-claims/${await claimOf(place)}/outcome`,
        {
          body: { outcome: 'given-up' },
        },
      );
    }),
  ],
};
