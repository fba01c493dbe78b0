import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownThing,
  type Answer,
  type BodyError,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId, TitleId } from '@shulian/contracts/ids';
import { issueMeant } from '../rules/arrival.js';
import { readScan } from '../rules/serial.js';
import type {
  CheckedInAnswer,
  CheckedInItem,
  CheckInAsked,
  StepAnswer,
  IssueStepAsked,
} from './issues.http.js';
import { IssuesRepository, type Arrived } from './issues.repository.js';

type Item = CheckInAsked['items'][number];
/** What an item of a call turned out to be. */
type Meant = { readonly issueId: string } | { readonly code: NonNullable<CheckedInItem['code']> };

/** What came with the mail is checked in the same day (CAT-064, CAT-065): scanned, or picked from what is expected. */
@Injectable()
export class CheckInIssues {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** One answer for each item; what is there already stays, with another number of copies where one was counted. */
  execute(
    caller: Caller,
    schoolId: SchoolId,
    asked: CheckInAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    const on = (asked.receivedOn ?? today) as CalendarDay;
    refuseUnlessSaid(asked.items);
    if (on > today) throw invalid({ pointer: '/receivedOn', code: 'in-the-future' });
    return this.once.run(request, 200, async (tx): Promise<CheckedInAnswer> => {
      const issues = tx.use(IssuesRepository);
      const meant = await issuesOf(tx, schoolId, asked.items, on);
      const ids = meant.flatMap((each) => ('issueId' in each ? [each.issueId] : []));
      const before = await issues.views(schoolId, ids);
      const arrived = new Map<string, Arrived>();
      meant.forEach((each, at) => {
        const view = 'issueId' in each ? before.get(each.issueId) : undefined;
        if (view === undefined) return;
        const counted = asked.items[at]?.copies ?? null;
        const known = arrived.get(view.id);
        // Scanned twice in one call it is one issue; what was counted holds.
        if (known !== undefined && counted === null) return;
        const copies = counted ?? Math.max(view.expected, 1);
        arrived.set(view.id, {
          id: known?.id ?? newId(),
          issueId: view.id,
          copies,
          said: counted !== null,
        });
      });
      const how = { on, by: caller.id, displayed: asked.displayed ?? false };
      const fresh = new Set(await issues.receive(schoolId, [...arrived.values()], how));
      const after = await issues.views(schoolId, ids);
      const checkedIn = fresh.size;
      const items = meant.map((each): CheckedInItem => {
        if ('code' in each) return { issue: null, code: each.code };
        const issue = after.get(each.issueId);
        if (issue === undefined) return { issue: null, code: 'serial.not-subscribed' };
        return { issue, code: fresh.delete(each.issueId) ? null : 'issue.checked-in-already' };
      });
      return { checkedIn, items };
    });
  }

  /** What was checked in by mistake is waited for again. @throws Problem 404 for a receipt of another school, 409 `receipt.bound` */
  undo(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const issues = tx.use(IssuesRepository);
      const receipt = await issues.lockedReceipt(id);
      if (receipt === null || !caller.mayWorkAt(receipt.schoolId)) throw unknownThing();
      if (receipt.bound) throw conflict('receipt.bound');
      await issues.undo(receipt);
      return (await issues.views(receipt.schoolId, [receipt.issueId])).get(receipt.issueId);
    });
  }

  /** Stamped and given its place, or put out; taken back where it was a mistake. */
  step(schoolId: SchoolId, asked: IssueStepAsked, request: DeskRequest | null): Promise<Answer> {
    const on = asked.undo === true ? null : this.clock.today();
    return this.once.run(request, 200, async (tx): Promise<StepAnswer> => {
      return { changed: await tx.use(IssuesRepository).step(schoolId, asked.step, asked.receiptIds, on) };
    });
  }
}

const refuseUnlessSaid = (items: readonly Item[]): void => {
  const errors = items.flatMap(({ issueId, code = null, supplement = null }, at): BodyError[] => {
    if ((issueId === undefined) === (code === null))
      return [{ pointer: `/items/${String(at)}/code`, code: 'one-of' }];
    return issueId !== undefined && supplement !== null
      ? [{ pointer: `/items/${String(at)}/supplement`, code: 'not-with-issue' }]
      : [];
  });
  if (errors.length > 0) throw invalid(...errors);
};

const issuesOf = async (
  tx: Tx,
  schoolId: SchoolId,
  items: readonly Item[],
  today: CalendarDay,
): Promise<Meant[]> => {
  const issues = tx.use(IssuesRepository);
  const year = Number(today.slice(0, 4));
  const scans = items.map(({ code = null }) => (code === null ? null : readScan(code)));
  const found = await issues.serialsByNumber(
    scans.flatMap((scan) => scan?.issn ?? []),
    scans.flatMap((scan) => scan?.postalCode ?? []),
  );
  const ids = found.map(({ id }) => id);
  const near = await issues.near(schoolId, ids, year);
  const taken = await issues.takenOf(schoolId, ids, year);
  const meant: Meant[] = [];
  for (const [at, item] of items.entries()) {
    const scan = scans[at] ?? null;
    if (scan === null) {
      meant.push(item.issueId === undefined ? { code: 'issue.unknown' } : { issueId: item.issueId });
      continue;
    }
    const serial = found.find(
      ({ issn, postalCode }) =>
        (scan.issn !== null && issn === scan.issn) ||
        (scan.postalCode !== null && postalCode === scan.postalCode),
    );
    if (serial === undefined) meant.push({ code: 'serial.unknown' });
    else if (item.supplement !== undefined && item.supplement !== null)
      meant.push(await supplementOf(tx, serial.id, item.supplement, taken, today));
    else {
      const known = near.filter(({ serialId }) => serialId === serial.id);
      const issue = issueMeant(known, today, item.number ?? scan.number);
      if (issue !== null) meant.push({ issueId: issue.id });
      else meant.push({ code: known.length === 0 ? 'serial.not-subscribed' : 'issue.unknown' });
    }
  }
  return meant;
};

const supplementOf = async (
  tx: Tx,
  serialId: TitleId,
  label: string,
  taken: ReadonlySet<TitleId>,
  today: CalendarDay,
): Promise<Meant> => {
  if (!taken.has(serialId)) return { code: 'serial.not-subscribed' };
  const year = Number(today.slice(0, 4));
  return { issueId: await tx.use(IssuesRepository).supplement(newId(), serialId, year, label, today) };
};
