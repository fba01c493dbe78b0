import { emittedOpenApi } from '@shulian/service-kit';
import { catalogService } from './catalog.module.js';

export const emitted = async (): Promise<Record<string, string>> => ({
  'services/catalog/openapi.json': await emittedOpenApi(catalogService),
});
