import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { services, type ServiceName } from './routing-table.js';
import type { ApiDocument } from '../api-documents/api-document.js';

/** The same depth below the repository from `src` and from `dist`. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** The OpenAPI document of a service as it lies in the repository, and in the image. */
export const checkedIn = (service: ServiceName): ApiDocument =>
  JSON.parse(readFileSync(`${repository}services/${service}/openapi.json`, 'utf8')) as ApiDocument;

export const allCheckedIn = (): ReadonlyMap<ServiceName, ApiDocument> =>
  new Map(services.map((service) => [service, checkedIn(service)]));
