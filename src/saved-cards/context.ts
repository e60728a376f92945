import type { LitElement } from 'lit';
import type { CardListSettings } from '../core/card-list-link.js';
import type { FeatureContext } from '../core/feature.js';
import type { ListMessages } from '../i18n/messages.js';
import type { FocusTarget } from './focus-target.js';
import type { Action, State } from './state.js';

/** How the page has set up the list. Read when it is needed: it may change at any time. */
export interface ListSettings extends CardListSettings {
  readonly cards: unknown;
  readonly required: boolean;
  readonly codeFocus: string;
}

/** What a feature of the list may know of it. */
export interface ListContext extends FeatureContext<State, Action, FocusTarget, ListMessages> {
  /** `statusDetail`: why the payment before this page was refused. */
  readonly host: LitElement & { statusDetail: string };
  readonly settings: ListSettings;
}
