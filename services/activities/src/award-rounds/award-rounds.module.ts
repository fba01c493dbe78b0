import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { AwardRoundsController } from './award-rounds.controller.js';
import { AwardRoundsQuery } from './award-rounds.query.js';
import { AwardsController } from './awards.controller.js';
import { ChooseAward } from './choose-award.use-case.js';
import { KeepRound } from './keep-round.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [AwardRoundsController, AwardsController],
  providers: [CallerPlacesQuery, AwardRoundsQuery, KeepRound, ChooseAward],
})
export class AwardRoundsModule {}
