import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CancelStocktake } from './cancel-stocktake.use-case.js';
import { OpenStocktake } from './open-stocktake.use-case.js';
import { RemoveScans } from './remove-scans.use-case.js';
import { ResolveFindings } from './resolve-findings.use-case.js';
import { SignStocktake } from './sign-stocktake.use-case.js';
import { StocktakesController } from './stocktakes.controller.js';
import { StocktakesQuery } from './stocktakes.query.js';
import { TakeScans } from './take-scans.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [StocktakesController],
  providers: [
    StocktakesQuery,
    OpenStocktake,
    TakeScans,
    RemoveScans,
    ResolveFindings,
    SignStocktake,
    CancelStocktake,
  ],
})
export class StocktakeModule {}
