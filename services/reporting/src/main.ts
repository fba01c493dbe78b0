import { runService } from '@shulian/service-kit';
import { reportingConfig } from './reporting.config.js';
import { reportingService } from './reporting.module.js';

await runService(reportingService, reportingConfig());
