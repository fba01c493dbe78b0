// Beside every test over HTTP: notes what it asks, and fails it when its title names a row that it asks nothing of.
import { afterEach, beforeEach, expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readClaims } from './acceptance.mjs';
import { faultsOfTest, operationFinder, rolesOf, rowsOfTitle } from './claimed-tests.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const passOn = globalThis.fetch;
let requests = [];
let documents;

globalThis.fetch = (input, init) => {
  const { method = 'GET', headers, url = input } = input instanceof Request ? input : { ...init };
  requests.push({
    method,
    path: new URL(url).pathname,
    authorization: new Headers(headers).get('authorization'),
  });
  return passOn(input, init);
};

const readDocuments = () => ({
  claims: readClaims(),
  operationOf: operationFinder(
    JSON.parse(read('services/services.json')).map((service) =>
      JSON.parse(read(`services/${service}/openapi.json`)),
    ),
  ),
});

beforeEach(() => {
  requests = [];
});

afterEach(() => {
  const title = expect.getState().currentTestName ?? '';
  if (rowsOfTitle(title).length === 0) return;
  documents ??= readDocuments();
  const operations = requests.map(({ method, path, authorization }) => ({
    operation: documents.operationOf(method, path),
    roles: rolesOf(authorization),
  }));
  const faults = faultsOfTest(title, documents.claims, operations);
  if (faults.length > 0) throw new Error(faults.join('\n'));
});
