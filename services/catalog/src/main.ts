import { runService } from '@shulian/service-kit';
import { catalogConfig } from './catalog.config.js';
import { catalogService } from './catalog.module.js';

await runService(catalogService, catalogConfig());
