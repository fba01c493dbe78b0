import { conflict, Problem, type Tx } from '@shulian/service-kit';
import { ReadingThemesRepository } from './reading-themes.repository.js';

/**
 * Whether somebody who works for a school (null: the county) may put these themes on, and take those off.
 * @throws Problem 422 for themes that are not of the county or of the school, 409 `audience.theme-closed`
 */
export const refuseForeignThemes = async (
  tx: Tx,
  { schoolId, add, remove }: { schoolId: string | null; add: readonly string[]; remove: readonly string[] },
): Promise<void> => {
  const known = new Map(
    (await tx.use(ReadingThemesRepository).many([...new Set([...add, ...remove])])).map((theme) => [
      theme.id,
      theme,
    ]),
  );
  const faults = (ids: readonly string[], pointer: string) =>
    ids.flatMap((id, at) => {
      const theme = known.get(id);
      const usable = theme !== undefined && (theme.schoolId === null || theme.schoolId === schoolId);
      return usable ? [] : [{ pointer: `${pointer}/${String(at)}`, code: 'unknown' }];
    });
  const errors = [...faults(add, '/addThemes'), ...faults(remove, '/removeThemes')];
  if (errors.length > 0) throw new Problem(422, 'request.unknown-reference', { errors });
  if (add.some((id) => known.get(id)?.closed === true)) throw conflict('audience.theme-closed');
};
