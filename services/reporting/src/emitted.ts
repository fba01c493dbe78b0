import { emittedOpenApi } from '@shulian/service-kit';
import { reportingService } from './reporting.module.js';

export const emitted = async (): Promise<Record<string, string>> => ({
  'services/reporting/openapi.json': await emittedOpenApi(reportingService),
});
