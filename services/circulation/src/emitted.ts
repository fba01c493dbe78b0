import { emittedOpenApi } from '@shulian/service-kit';
import { circulationDefinition } from './circulation.module.js';

export const emitted = async (): Promise<Record<string, string>> => ({
  'services/circulation/openapi.json': await emittedOpenApi(circulationDefinition),
});
