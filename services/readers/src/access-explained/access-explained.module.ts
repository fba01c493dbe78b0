import { Module } from '@nestjs/common';
import { AccessExplainedController } from './access-explained.controller.js';
import { ExplainAccess } from './explain-access.use-case.js';

@Module({ controllers: [AccessExplainedController], providers: [ExplainAccess] })
export class AccessExplainedModule {}
