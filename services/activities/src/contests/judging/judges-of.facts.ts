import type { Caller, Rows } from '@shulian/service-kit';
import type { Judge } from '../rules/judging.js';

const JUDGES = `select id, account, reader_id as "readerId", class_ids as "classIds" from contest_judge
  where contest_id = $1 order by id`;

export const judgesOf = (rows: Rows, contestId: string): Promise<Judge[]> =>
  rows.rows<Judge>(JUDGES, [contestId]);

/** What is known of the caller by the grants: as whom one reads, and which classes one teaches. */
export const ownOf = ({
  claims,
}: Caller): { readonly readers: readonly string[]; readonly classes: readonly string[] } => ({
  readers: claims.grants.flatMap(({ readerId }) => readerId ?? []),
  classes: claims.grants.flatMap(({ role, classId }) => (role === 'teacher' ? (classId ?? []) : [])),
});

/** The judge that the caller is; undefined: none. */
export const judgeThatIs = (caller: Caller, judges: readonly Judge[]): Judge | undefined => {
  const { readers } = ownOf(caller);
  return judges.find(
    ({ account, readerId }) => account === caller.id || (readerId !== null && readers.includes(readerId)),
  );
};

export const isJudgeOf = async (rows: Rows, caller: Caller, contestId: string): Promise<boolean> =>
  judgeThatIs(caller, await judgesOf(rows, contestId)) !== undefined;
