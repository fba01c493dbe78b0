import { Module } from '@nestjs/common';
import { KeepProject } from './keep-project.use-case.js';
import { RetrospectiveProjectsController } from './projects.controller.js';
import { ProjectsQuery } from './projects.query.js';

@Module({
  controllers: [RetrospectiveProjectsController],
  providers: [ProjectsQuery, KeepProject],
})
export class RetrospectiveProjectsModule {}
