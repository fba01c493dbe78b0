import { accessMatrix, rowOf, type Operation } from '@shulian/contracts/access';
import type { ApiDocument } from '../api-documents/api-document.js';

/** What asks for it, as the query writes it. */
export const INCLUDE = 'include';

/** Whether an operation of a document answers with ids of readers. */
export const namesReaders = (operation: unknown): boolean => {
  const id = (operation as { operationId?: string }).operationId;
  return id !== undefined && id in accessMatrix && rowOf(id as Operation).namesReaders === true;
};

/** The requests whose answers name readers: method and path, as the documents of the services say them. */
export function requestsThatNameReaders(
  documents: Iterable<Pick<ApiDocument, 'paths'>>,
): (method: string, path: string) => boolean {
  const patterns = [...documents].flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => namesReaders(operation))
        .map(([method]) => ({
          method: method.toUpperCase(),
          path: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
        })),
    ),
  );
  return (method, path) => patterns.some((known) => known.method === method && known.path.test(path));
}
