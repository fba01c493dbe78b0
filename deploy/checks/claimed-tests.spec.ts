import { describe, expect, it } from '@jest/globals';
import { faultsOfTest, operationFinder, rolesOf, rowsOfTitle } from './claimed-tests.mjs';

// The ids are put together here, so that this spec itself covers nothing.
const id = (number: string) => `CIR-${number}`;

describe('the rows that the title of a test names', () => {
  it('are those in square brackets, of its suites too, and no other', () =>
    expect(
      rowsOfTitle(`[${id('001')}] lending [${id('002')}, ${id('003')}] counts ${id('004')} [x]`),
    ).toEqual(['001', '002', '003'].map(id)));
});

describe('the operation of a request', () => {
  const operationOf = operationFinder([
    { paths: { '/api/v1/loans': { get: { operationId: 'loans.list' }, post: {} } } },
    {
      paths: {
        '/api/v1/readers/{id}': { get: { operationId: 'readers.read' } },
        '/api/v1/readers/search': { get: { operationId: 'readers.search' } },
        '/api/v1/reports/{name}': { get: { operationId: 'reports.read' } },
      },
    },
  ]);
  it.each([
    ['GET', '/api/v1/loans', 'loans.list'],
    ['POST', '/api/v1/loans', undefined],
    ['GET', '/api/v1/loans/x', undefined],
    ['GET', '/x/api/v1/loans', undefined],
    ['GET', '/api/v1/readers/0b5e', 'readers.read'],
    ['GET', '/api/v1/readers/search', 'readers.search'],
    ['GET', '/api/v1/reports/loans-per-class', 'reports.read loans-per-class'],
  ])('%s %s is %p', (method, path, operation) => expect(operationOf(method, path)).toBe(operation));
});

describe('the roles of a token', () => {
  const bearer = (payload: object): string =>
    `Bearer e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;
  it.each([
    [bearer({ grants: [{ role: 'librarian' }, { role: 'teacher' }] }), ['librarian', 'teacher']],
    [bearer({ kind: 'client', scopes: ['x'] }), ['client']],
    [bearer({}), []],
    ['Bearer no.token.of-ours', []],
    ['Basic e30=', []],
    [null, []],
  ])('%s: %j', (authorization, roles) => expect(rolesOf(authorization)).toEqual(roles));
});

describe('a test that names a row', () => {
  const claims = {
    [id('001')]: { who: 'librarian', through: ['loans.list', 'reports.read x'] },
    [id('004')]: { who: 'anyone', through: ['every operation'] },
    [id('002')]: { who: ['head', 'county-viewer'], through: ['reports.read x'] },
  };
  const asks = (operation: string | undefined, ...roles: string[]) => ({ operation, roles });
  it.each([
    ['asks what the row is done through', '001', [asks(undefined), asks('loans.list', 'librarian')]],
    ['asks a report of the row', '001', [asks('reports.read x', 'teacher', 'librarian')]],
    ['asks anything at all of a row about everything', '004', [asks('loans.list')]],
    ['asks as one of those who do it', '002', [asks('reports.read x', 'county-viewer')]],
  ])('passes when it %s', (_what, row, input) =>
    expect(faultsOfTest(`[${id(row)}] x`, claims, input)).toEqual([]),
  );
  it.each([
    ['asks nothing', '001', [], 'asks none of them'],
    ['asks something else', '001', [asks('loans.read', 'librarian')], 'asks none of them'],
    ['asks another report', '001', [asks('reports.read y', 'librarian')], 'asks none of them'],
    [
      'asks no operation of a row about everything',
      '004',
      [asks(undefined, 'librarian')],
      'asks none of them',
    ],
    ['asks as somebody else', '001', [asks('loans.list', 'teacher')], 'asks as none'],
    ['asks as nobody', '002', [asks('reports.read x')], 'asks as none'],
    [
      'asks as the right one what is not of the row',
      '001',
      [asks('loans.list', 'head'), asks('loans.read', 'librarian')],
      'asks as none',
    ],
    ['names a row that nobody claims', '003', [asks('loans.list', 'librarian')], 'claimed nowhere'],
  ])('fails when it %s', (_what, row, input, fault) =>
    expect(faultsOfTest(`[${id(row)}] x`, claims, input)).toEqual([expect.stringContaining(fault)]),
  );
  it('answers for each of its rows', () =>
    expect(faultsOfTest(`[${id('001')}, ${id('002')}] x`, claims, [asks('loans.list', 'librarian')])).toEqual(
      [expect.stringContaining(id('002'))],
    ));
});
