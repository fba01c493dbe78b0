import { accessMatrix, accessOf, rowOf, type Operation } from './matrix.js';
import { roles, type Grant, type Role } from './roles.js';

/** The group of an operation: what stands before the first point of its id. */
const groupOf = (operation: string): string => operation.split('.')[0] ?? operation;

const isNamedIn = (only: readonly string[], operation: string): boolean =>
  only.includes(operation) || only.includes(groupOf(operation));

/** What everybody may is nobody's to lend: the own account, signing out. */
const isForEverybody = (operation: Operation, service?: string): boolean => {
  const access = accessOf(operation, service);
  return 'public' in access || roles.every((role) => access.roles[role] === 'county');
};

/** Whether a grant holds for an operation of its role: a post names some of them, and what is lent gives no rights. */
export function coversOperation(
  { only, delegated }: Pick<Grant, 'only' | 'delegated'>,
  operation: Operation,
  service?: string,
): boolean {
  if (only === undefined && delegated === undefined) return true;
  if (isForEverybody(operation, service)) return true;
  if (delegated === true && rowOf(operation).givesRights === true) return false;
  return only === undefined || isNamedIn(only, operation);
}

const mayLend = (operation: Operation, role: Role): boolean => {
  const row = rowOf(operation);
  if ('public' in row || row.givesRights === true) return false;
  const allowed = 'roles' in row ? [row] : Object.values(row.of);
  return allowed.some((each) => each.roles[role] !== undefined);
};

const all = Object.keys(accessMatrix) as Operation[];

/** Which of some names are no operation, and no group of operations, that the role has and may lend. */
export const notLendable = (role: Role, names: readonly string[]): string[] =>
  names.filter((name) => !all.some((operation) => isNamedIn([name], operation) && mayLend(operation, role)));
