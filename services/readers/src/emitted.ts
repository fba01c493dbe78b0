import { emittedOpenApi } from '@shulian/service-kit';
import { readersDefinition } from './readers.module.js';

export const emitted = async (): Promise<Record<string, string>> => ({
  'services/readers/openapi.json': await emittedOpenApi(readersDefinition),
});
