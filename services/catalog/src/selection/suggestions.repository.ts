import { statement, type Session } from '@shulian/service-kit';
import type { SuggestionId } from '@shulian/contracts/ids';
import { SUGGESTION_VIEW, suggestionTable } from './suggestion.row.js';
import type { SuggestionView } from './suggestions.http.js';
import type { Suggestion } from './rules/suggestion.js';

/** The unique index a second open wish for the same work at a school runs into. */
export const OPEN_WISH_ONCE = 'suggestion_open_once';

const VIEW = statement('suggestions.viewOf', `${SUGGESTION_VIEW} where s.id = $2`);
const VOTE = statement(
  'suggestions.vote',
  'insert into suggestion_vote (suggestion_id, by_whom) values ($1, $2) on conflict do nothing',
);
const UNVOTE = statement(
  'suggestions.unvote',
  'delete from suggestion_vote where suggestion_id = $1 and by_whom = $2',
);
export class SuggestionsRepository {
  constructor(private readonly session: Session) {}

  async add(suggestion: Suggestion): Promise<void> {
    await this.session.manager.insert(suggestionTable, suggestion);
  }

  /** Locked to the end of the transaction: votes and fate come one after the other. */
  locked(id: SuggestionId): Promise<Suggestion | null> {
    return this.session.manager.findOne(suggestionTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(suggestion: Suggestion): Promise<void> {
    await this.session.manager.update(suggestionTable, { id: suggestion.id }, suggestion);
  }

  /** One account has one vote, however often it is given. */
  async vote(id: SuggestionId, by: string): Promise<void> {
    await this.session.rows(VOTE, [id, by]);
  }

  async takeBackVote(id: SuggestionId, by: string): Promise<void> {
    await this.session.rows(UNVOTE, [id, by]);
  }

  async view(id: SuggestionId, by: string): Promise<SuggestionView> {
    const [view] = await this.session.rows<SuggestionView>(VIEW, [by, id]);
    if (view === undefined) throw new Error('a suggestion that is there is shown');
    return view;
  }
}
