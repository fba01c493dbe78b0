import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { KeepClusters } from './keep-clusters.use-case.js';
import { SchoolClustersController } from './school-clusters.controller.js';
import { SchoolClusters } from './school-clusters.query.js';

@Module({
  imports: [SigningModule],
  controllers: [SchoolClustersController],
  providers: [KeepClusters, SchoolClusters],
})
export class SchoolClustersModule {}
