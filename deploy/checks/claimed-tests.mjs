// Holds what a test requests against the claim of the row in its title: a title alone claims nothing.
// Used after each test over HTTP by claimed-tests.setup.mjs.

/** A row about all operations (who may do what), and one that is whoever asks. */
export const EVERY_OPERATION = 'every operation';
const ANYONE = 'anyone';

/** Rows that the title of a test names, its suites' titles included. */
export const rowsOfTitle = (title) =>
  [...title.matchAll(/\[([A-Z]{3}-\d{3}(?:[\s,]+[A-Z]{3}-\d{3})*)\]/g)].flatMap(([, list]) =>
    list.split(/[\s,]+/),
  );

/** @returns which operation of the emitted documents a request is: `loans.list`, or `reports.read loans-per-class` */
export function operationFinder(documents) {
  const known = documents.flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { operationId }]) => operationId !== undefined)
        .map(([method, { operationId }]) => ({
          method: method.toUpperCase(),
          operationId,
          path: new RegExp(
            `^${path.replaceAll(/[.+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '([^/]+)')}$`,
          ),
          placeholders: path.split('{').length - 1,
        })),
    ),
  );
  // `/readers/search` is no reader with the id `search`.
  known.sort((one, other) => one.placeholders - other.placeholders);
  return (method, path) => {
    for (const operation of known) {
      const found = operation.method === method ? operation.path.exec(path) : null;
      if (found !== null)
        return operation.operationId === 'reports.read'
          ? `${operation.operationId} ${found[1]}`
          : operation.operationId;
    }
    return undefined;
  };
}

/** Roles of the account, or `client`, that an `authorization` speaks for; the tests' own tokens, so nothing is verified. */
export function rolesOf(authorization) {
  const payload = /^Bearer [^.]+\.([^.]+)\./i.exec(authorization ?? '')?.[1];
  if (payload === undefined) return [];
  try {
    const { kind, grants = [] } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return kind === 'client' ? ['client'] : grants.map(({ role }) => role);
  } catch {
    return [];
  }
}

/**
 * What is wrong with a test that names rows, one line each.
 * @param claims row → claim of docs/requirements/acceptance
 * @param requests the operations that the test asked, each with the roles it asked as
 */
export function faultsOfTest(title, claims, requests) {
  return rowsOfTitle(title).flatMap((row) => {
    const claim = claims[row];
    if (claim === undefined) return [`${row} is claimed nowhere`];
    const through = requests.filter(({ operation }) =>
      claim.through.includes(EVERY_OPERATION) ? operation !== undefined : claim.through.includes(operation),
    );
    if (through.length === 0)
      return [`${row} is done through ${claim.through.join(', ')}, and the test asks none of them`];
    const who = [claim.who].flat();
    return who.includes(ANYONE) || through.some(({ roles }) => roles.some((role) => who.includes(role)))
      ? []
      : [`${row} is done by ${who.join(', ')}, and the test asks as none`];
  });
}
