import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.js';
import { AssetExportsController } from './asset-exports.controller.js';
import { AssetExportsQuery } from './asset-exports.query.js';
import { MakeAssetExport } from './make-asset-export.use-case.js';
import { NoteExportStep } from './note-export-step.use-case.js';
import { PutAssetProfile } from './put-asset-profile.use-case.js';

@Module({
  imports: [ReportsModule],
  controllers: [AssetExportsController],
  providers: [AssetExportsQuery, MakeAssetExport, NoteExportStep, PutAssetProfile],
})
export class AssetExportsModule {}
